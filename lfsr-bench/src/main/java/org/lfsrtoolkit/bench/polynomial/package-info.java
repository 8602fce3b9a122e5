/** Polynomials over GF(q): products, residues and greatest common divisors beside their definitions. */
@NullMarked
package org.lfsrtoolkit.bench.polynomial;

import org.jspecify.annotations.NullMarked;
