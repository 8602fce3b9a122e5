/** Placeholder. */
package org.lfsrtoolkit.cli;
