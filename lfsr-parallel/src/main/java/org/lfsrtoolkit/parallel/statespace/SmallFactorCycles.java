package org.lfsrtoolkit.parallel.statespace;

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
 * <p>Memory: the tables of the small register, at most {@link #bytesFor}; no cycle is kept.
 */
final class SmallFactorCycles implements CycleGuess {

    private static final int MOST_BITS = 22;
    /** The small register has fewer states by at least this factor. */
    private static final int LEAST_GAIN_BITS = 4;

    private static final long MOST_BYTES = 1L << 22;
    private static final long LEAST_BYTES = 1L << 18;
    /** Of a kernel's tables, and of each worker's copy. */
    private static final long KERNEL_BYTES = 1L << 14;

    private final ShiftRegister register;
    private final MappingOptions options;
    private final RunControl control;
    private boolean searched;
    private @Nullable ShiftRegister small;

    /** The guess for a register; {@link #bytesFor} must not be 0 for the options. */
    SmallFactorCycles(ShiftRegister register, MappingOptions options, RunControl control) {
        this.register = register;
        this.options = options;
        this.control = control;
    }

    /** Bytes that the small register's tables may take out of the allowance; 0 if there is not enough for a guess. */
    static long bytesFor(MappingOptions options) {
        long kernelTables = KERNEL_BYTES * (options.scheduler().workers() + 2L);
        long share = Math.min(MOST_BYTES + kernelTables, options.memoryBytes() / 8);
        return share < LEAST_BYTES + kernelTables ? 0 : share;
    }

    /** Most bits of the states of a small map, for a map of d symbols. */
    static double mostBits(FiniteField field, int d) {
        return Math.min(MOST_BITS, d * Math.log(field.cardinality()) / Math.log(2) - LEAST_GAIN_BITS);
    }

    /** The register of the small factors; null if there are none, or no others. */
    private @Nullable ShiftRegister small() {
        if (!searched) {
            searched = true;
            int d = register.length();
            FiniteField field = register.field();
            Polynomial f = register.characteristicPolynomial();
            if (!register.isLinear()) {
                f = f.times(Polynomial.x(field).minus(Polynomial.one(field)));
            }
            Polynomial u = smallPart(f, mostBits(field, d), control);
            small = u.degree() < 1 || u.degree() >= d ? null : ShiftRegister.withCharacteristicPolynomial(u);
        }
        return small;
    }

    @Override
    public long mostStates() {
        ShiftRegister factors = small();
        return factors == null ? 0 : factors.stateCount().longValueExact();
    }

    @Override
    public void tell(long bound, CycleSink sink) {
        ShiftRegister factors = small();
        if (factors == null) {
            return;
        }
        AffineMapper.map(
                factors,
                MappingOptions.defaults()
                        .withScheduler(options.scheduler())
                        .withMemoryBytes(bytesFor(options))
                        .withCycleSink((representative, length) -> {
                            long index = wholeState(factors, representative);
                            if (index >= bound) {
                                sink.accept(index, length);
                            }
                        }),
                control);
    }

    /** The index of the register's state with the same newest symbols; −1 if it is not on a sequence of the register. */
    private long wholeState(ShiftRegister factors, long representative) {
        int d = register.length();
        long q = register.field().cardinality();
        long[] state = new long[d + 1];
        long[] window = new long[factors.length()];
        long rest = representative;
        for (int i = 0; i < window.length; i++) {
            window[i] = rest % q;
            rest /= q;
        }
        // Newest symbols last: the state itself in 0..d−1, and the symbol after it.
        System.arraycopy(window, 0, state, d - window.length, window.length);
        state[d] = factors.nextSymbol(window);
        for (int i = d - window.length - 1; i >= 0; i--) {
            window = factors.previous(window);
            state[i] = window[0];
        }
        if (register.nextSymbol(Arrays.copyOf(state, d)) != state[d]) {
            return -1;
        }
        long index = 0;
        for (int i = d - 1; i >= 0; i--) {
            index = index * q + state[i];
        }
        return index;
    }

    /** The product of the factors of degree at most m, for the largest m with few enough sequences. */
    static Polynomial smallPart(Polynomial f, double mostBits, RunControl control) {
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
