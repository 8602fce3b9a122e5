/** The controls of the explorer; they show the view model and pass on what the user does. */
@NullMarked
package org.lfsrtoolkit.gui.view;

import org.jspecify.annotations.NullMarked;
