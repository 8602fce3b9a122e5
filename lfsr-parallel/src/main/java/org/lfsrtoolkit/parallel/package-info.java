/** Placeholder. */
package org.lfsrtoolkit.parallel;
