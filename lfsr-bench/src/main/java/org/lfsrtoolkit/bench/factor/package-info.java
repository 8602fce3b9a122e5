/** Factorization, irreducibility and search of polynomials. */
@NullMarked
package org.lfsrtoolkit.bench.factor;

import org.jspecify.annotations.NullMarked;
