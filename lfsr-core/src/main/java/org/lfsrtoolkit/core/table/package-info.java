/**
 * Published facts as plain data with their provenance; imports nothing of ours.
 *
 * <p>{@link org.lfsrtoolkit.core.table.ConwayPolynomials} has the default moduli of extension fields,
 * {@link org.lfsrtoolkit.core.table.CyclotomicFactorTable} the prime factors of cyclotomic numbers, from which the factors
 * of q^n − 1 are put together. Where the data come from and how the resources are made is said at the top of each
 * resource and in {@code docs/tables/README.md}. Nothing here computes: an absent entry is an empty result, never a
 * substitute.
 */
@NullMarked
package org.lfsrtoolkit.core.table;

import org.jspecify.annotations.NullMarked;
