/** Painting onto a canvas: takes geometry, knows colours, keeps no state. */
@NullMarked
package org.lfsrtoolkit.gui.drawing;

import org.jspecify.annotations.NullMarked;
