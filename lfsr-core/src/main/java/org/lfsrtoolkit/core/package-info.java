/** The front door: factories that check their input, and analyses that choose the algorithm. */
@NullMarked
package org.lfsrtoolkit.core;

import org.jspecify.annotations.NullMarked;
