package org.lfsrtoolkit.parallel.statespace;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;

/**
 * Guesses where the cycles without an anchor are: among the sequences of the factors of small degree.
 *
 * <p>Let f be the register's characteristic polynomial (times x − 1 if it has a constant), and u the product of its
 * irreducible factors of degree at most m, with their multiplicities. The sequences that u kills are those of the register
 * with characteristic polynomial u, so they are on the same cycles in both; the ones that are sequences of this register
 * are told by one step. As a state is known by its newest deg u symbols, least states go to least states. That small
 * register is mapped by walking.
 *
 * <p>What comes out are true cycles, and the caller counts their states: if nothing is missing any more, the map is
 * complete, and if something is, the guess is dropped. So this steers the speed and never the answer. Without it, x + 1
 * times a primitive polynomial would take a search through all prenecklaces for one fixed point.
 *
 * <p>Memory: 16 bytes a cycle, at most 2^{@value #MOST_BITS} cycles.
 */
final class SmallFactorCycles {

    private static final int MOST_BITS = 22;
    /** The small register has fewer states by at least this factor. */
    private static final int LEAST_GAIN_BITS = 4;

    private SmallFactorCycles() {}

    /**
     * Representative, length, … of cycles, ascending, with representatives at or above a bound.
     *
     * @return null if no factor is small, or all are
     */
    static @Nullable LongArrayList guess(
            ShiftRegister register, long bound, MappingOptions options, RunControl control) {
        int d = register.length();
        FiniteField field = register.field();
        Polynomial f = register.characteristicPolynomial();
        if (!register.isLinear()) {
            f = f.times(Polynomial.x(field).minus(Polynomial.one(field)));
        }
        double bits = Math.log(field.cardinality()) / Math.log(2);
        Polynomial u = smallPart(f, Math.min(MOST_BITS, d * bits - LEAST_GAIN_BITS), control);
        if (u.degree() < 1 || u.degree() >= d) {
            return null;
        }
        ShiftRegister small = ShiftRegister.withCharacteristicPolynomial(u);
        LongArrayList cycles = new LongArrayList();
        long q = field.cardinality();
        CycleSink sink = (representative, length) -> {
            long[] state = new long[d + 1];
            long[] window = new long[u.degree()];
            long rest = representative;
            for (int i = 0; i < window.length; i++) {
                window[i] = rest % q;
                rest /= q;
            }
            // Newest symbols last: the state itself in 0..d−1, and the symbol after it.
            System.arraycopy(window, 0, state, d - window.length, window.length);
            state[d] = small.nextSymbol(window);
            for (int i = d - window.length - 1; i >= 0; i--) {
                window = small.previous(window);
                state[i] = window[0];
            }
            if (register.nextSymbol(Arrays.copyOf(state, d)) != state[d]) {
                return;
            }
            long index = 0;
            for (int i = d - 1; i >= 0; i--) {
                index = index * q + state[i];
            }
            if (index >= bound) {
                cycles.add(index);
                cycles.add(length);
            }
        };
        AffineMapper.map(
                small,
                MappingOptions.defaults()
                        .withScheduler(options.scheduler())
                        .withMemoryBytes(options.memoryBytes())
                        .withCycleSink(sink),
                control);
        return cycles;
    }

    /** The product of the factors of degree at most m, for the largest m with few enough sequences. */
    private static Polynomial smallPart(Polynomial f, double mostBits, RunControl control) {
        FiniteField field = f.field();
        double bits = Math.log(field.cardinality()) / Math.log(2);
        PolynomialModulus modulo = PolynomialModulus.of(f);
        Polynomial x = Polynomial.x(field);
        Polynomial power = modulo.reduce(x);
        Polynomial rest = f;
        Polynomial small = Polynomial.one(field);
        for (int m = 1; m * bits <= mostBits && rest.degree() > 0; m++) {
            control.check();
            power = modulo.frobenius(power);
            Polynomial part = Polynomial.one(field);
            for (Polynomial g = rest.gcd(power.minus(x)); g.degree() > 0; g = rest.gcd(g)) {
                part = part.times(g);
                rest = rest.quotient(g);
            }
            if ((small.degree() + part.degree()) * bits > mostBits) {
                break;
            }
            small = small.times(part);
        }
        return small;
    }
}
