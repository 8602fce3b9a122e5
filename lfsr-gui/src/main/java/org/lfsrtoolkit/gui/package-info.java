/** Placeholder. */
package org.lfsrtoolkit.gui;
