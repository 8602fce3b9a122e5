/** Placeholder. */
package org.lfsrtoolkit.bench;
