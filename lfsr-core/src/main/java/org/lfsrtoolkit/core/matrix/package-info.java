/** Matrices over a finite field; row vectors multiply from the left. */
@NullMarked
package org.lfsrtoolkit.core.matrix;

import org.jspecify.annotations.NullMarked;
