package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.lfsrtoolkit.core.integer.HelperTasks;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;

/**
 * Pollard's rho method with distinguished points for the logarithm in a group of prime order r.
 *
 * <p>A walk ({@link RhoWalk}) multiplies by known elements base^a·target^b and ends at a distinguished point. Two walks that
 * end at the same point have met; walked again with their exponents summed they give a linear equation for the logarithm,
 * and the answer is tested by raising the base to it.
 *
 * <p>Cost: about 1.3·√r steps, shared by the calling thread and the idle ones of the common pool; a step takes some
 * nanoseconds in fields of characteristic 2 up to 2^128, a product modulo f in others. Memory: about 2^13 points, however
 * large r is (of every 2^i steps one ends at a point, i growing with r), at most {@value #MAX_POINTS}. Threads: safe, and
 * the answer is the same for any number of them; cancelled within milliseconds. Source: [Pollard1978];
 * [VanOorschotWiener1999]; [Teske1998].
 */
public final class PollardRhoLogarithm {

    /** About the logarithm of the number of points that are kept. */
    private static final int POINTS_BITS = 12;
    /** More are not kept; never reached but by bad luck beyond measure. */
    private static final int MAX_POINTS = 1 << 20;

    private static final int MIN_POINT_BITS = 4;
    /** A walk this many times longer than the mean is given up: it goes round in a circle. */
    private static final long GIVE_UP = 20;
    /** Steps between two looks at the control. */
    private static final int CHUNK = 1 << 14;
    /** Shorter primes are not worth a second thread. */
    private static final int PARALLEL_BITS = 36;

    private record Exponents(long a, long b) {}

    private final PolynomialModulus modulus;
    private final Polynomial base;
    private final Polynomial target;
    private final long r;
    private final SplittableRandom random = new SplittableRandom(0x52686f4c6f67L);
    private final Exponents[] exponents = new Exponents[RhoWalk.MULTIPLIERS];
    /** From one start of a thread to its next. */
    private final Exponents stride;

    private final Polynomial strideElement;
    private final RhoWalk prototype;
    /** Where walks ended, with the exponents of their starts. */
    private final ConcurrentHashMap<Polynomial, Exponents> points = new ConcurrentHashMap<>();

    private final AtomicInteger threads = new AtomicInteger();
    private final AtomicLong answer = new AtomicLong(-1);

    private PollardRhoLogarithm(PolynomialModulus modulus, Polynomial base, Polynomial target, long r) {
        this.modulus = modulus;
        this.base = base;
        this.target = target;
        this.r = r;
        int pointBits = Math.max(MIN_POINT_BITS, (Long.SIZE - Long.numberOfLeadingZeros(r)) / 2 - POINTS_BITS);
        Polynomial[] multipliers = new Polynomial[RhoWalk.MULTIPLIERS];
        for (int i = 0; i < multipliers.length; i++) {
            exponents[i] = randomExponents(random);
            multipliers[i] = element(exponents[i]);
        }
        stride = randomExponents(random);
        strideElement = element(stride);
        prototype = RhoWalk.of(modulus, multipliers, pointBits);
    }

    /**
     * n, 0 ≤ n &lt; r, with base^n = target.
     *
     * @param modulus by an irreducible f, so that the elements of order r are the powers of one
     * @param base of order r modulo f
     * @param r a prime below 2^62
     * @return empty if the target is not in the group that base generates
     */
    public static OptionalLong find(
            PolynomialModulus modulus, Polynomial base, Polynomial target, long r, RunControl control) {
        Polynomial goal = modulus.reduce(target);
        if (!modulus.power(goal, BigInteger.valueOf(r)).isOne()) {
            return OptionalLong.empty();
        }
        PollardRhoLogarithm search = new PollardRhoLogarithm(modulus, modulus.reduce(base), goal, r);
        boolean parallel = Long.SIZE - Long.numberOfLeadingZeros(r) >= PARALLEL_BITS;
        HelperTasks.run(parallel, stop -> search.walk(stop, control));
        return OptionalLong.of(search.answer.get());
    }

    /** One thread's walks, until some thread has the answer. */
    private void walk(java.util.function.BooleanSupplier stop, RunControl control) {
        RhoWalk walk = prototype.fork();
        long limit = GIVE_UP << walk.pointBits;
        // Every thread has starts of its own.
        Exponents start = randomExponents(new SplittableRandom(threads.incrementAndGet()));
        Polynomial place = element(start);
        while (answer.get() < 0 && !stop.getAsBoolean()) {
            walk.start(place);
            boolean ended = false;
            for (long walked = 0; walked < limit && !ended; walked += CHUNK) {
                ended = walk.advance(Math.min(CHUNK, limit - walked));
                control.check();
                if (answer.get() >= 0) {
                    return;
                }
            }
            if (ended) {
                record(walk, start);
            }
            place = modulus.multiply(place, strideElement);
            start = new Exponents(add(start.a, stride.a), add(start.b, stride.b));
        }
    }

    private void record(RhoWalk walk, Exponents start) {
        if (points.size() >= MAX_POINTS) {
            points.clear();
        }
        Exponents before = points.putIfAbsent(walk.place(), start);
        if (before == null || before.equals(start)) {
            return;
        }
        Exponents one = endOf(before, walk.fork());
        Exponents other = endOf(start, walk.fork());
        if (one.b == other.b) {
            return;
        }
        // a + b·n = a' + b'·n mod r
        BigInteger prime = BigInteger.valueOf(r);
        long n = BigInteger.valueOf(one.a)
                .subtract(BigInteger.valueOf(other.a))
                .multiply(BigInteger.valueOf(other.b)
                        .subtract(BigInteger.valueOf(one.b))
                        .modInverse(prime))
                .mod(prime)
                .longValueExact();
        if (!modulus.power(base, BigInteger.valueOf(n)).equals(target)) {
            throw new IllegalStateException("base of order " + r + " modulo " + modulus.modulus()
                    + ": the exponent found, " + n + ", does not give the target");
        }
        answer.compareAndSet(-1, n);
    }

    /** The exponents of the point where the walk from a start ends. */
    private Exponents endOf(Exponents start, RhoWalk walk) {
        long a = start.a;
        long b = start.b;
        walk.start(element(start));
        for (int i = walk.next(); i >= 0; i = walk.next()) {
            a = add(a, exponents[i].a);
            b = add(b, exponents[i].b);
            walk.advance(1);
        }
        return new Exponents(a, b);
    }

    private Exponents randomExponents(SplittableRandom source) {
        return new Exponents(source.nextLong(r), source.nextLong(r));
    }

    private Polynomial element(Exponents e) {
        return modulus.multiply(
                modulus.power(base, BigInteger.valueOf(e.a)), modulus.power(target, BigInteger.valueOf(e.b)));
    }

    private long add(long a, long b) {
        long sum = a + b;
        return sum >= r ? sum - r : sum;
    }
}
