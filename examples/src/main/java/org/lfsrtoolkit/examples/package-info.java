/** Placeholder. */
package org.lfsrtoolkit.examples;
