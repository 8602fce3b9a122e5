/** Pure geometry: where each ring goes. Sees no toolkit class. */
@NullMarked
package org.lfsrtoolkit.gui.layout;

import org.jspecify.annotations.NullMarked;
