/**
 * Finite fields GF(q) as context objects; elements are canonical {@code long} codes.
 *
 * <p>Make a field with {@code org.lfsrtoolkit.core.FiniteFields}, which checks p and the modulus; this package trusts its
 * arguments.
 */
@NullMarked
package org.lfsrtoolkit.core.field;

import org.jspecify.annotations.NullMarked;
