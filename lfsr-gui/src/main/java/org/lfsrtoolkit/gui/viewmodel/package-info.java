/**
 * What the explorer shows and does, without any toolkit class: tested without a window.
 *
 * <p>{@link org.lfsrtoolkit.gui.viewmodel.ExplorerViewModel} is the state; an
 * {@link org.lfsrtoolkit.gui.viewmodel.Analyzer} answers its requests through a
 * {@link org.lfsrtoolkit.gui.viewmodel.TaskRunner}. Everything here is used from one thread, the UI thread.
 */
@NullMarked
package org.lfsrtoolkit.gui.viewmodel;

import org.jspecify.annotations.NullMarked;
