/**
 * The desktop app: starts in {@link org.lfsrtoolkit.gui.LfsrDesktop}.
 *
 * <p>Inside, {@code viewmodel} holds what is shown without any toolkit class, {@code layout} computes geometry, {@code
 * drawing} paints it, {@code view} holds the controls, and {@code task} runs the analysis in the background with the one
 * crossing to the UI thread.
 */
@NullMarked
package org.lfsrtoolkit.gui;

import org.jspecify.annotations.NullMarked;
