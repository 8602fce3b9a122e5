/** Elements of GF(q): products, sums and inverses beside arithmetic on {@link java.math.BigInteger} digits. */
@NullMarked
package org.lfsrtoolkit.bench.field;

import org.jspecify.annotations.NullMarked;
