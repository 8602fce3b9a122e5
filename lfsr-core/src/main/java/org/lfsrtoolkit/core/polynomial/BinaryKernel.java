package org.lfsrtoolkit.core.polynomial;

import org.lfsrtoolkit.core.field.FiniteField;

/** Polynomials over GF(2), packed into words as in {@link BinaryWords}. */
final class BinaryKernel extends PolynomialKernel {

    /** Quotients of at most this degree are taken bit by bit, without tables. */
    private static final int LONGEST_QUOTIENT_BY_BITS = 384;

    /** From this degree of a divisor that is not sparse on, two products beat tables. */
    private static final int LEAST_DEGREE_FOR_BARRETT = 35_000;

    BinaryKernel(FiniteField field) {
        super(field);
    }

    @Override
    long[] pack(long[] coefficients) {
        long[] words = new long[coefficients.length + 63 >>> 6];
        for (int i = 0; i < coefficients.length; i++) {
            words[i >>> 6] |= coefficients[i] << i;
        }
        return BinaryWords.trim(words);
    }

    @Override
    long[] unpack(long[] a) {
        long[] coefficients = new long[degree(a) + 1];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = a[i >>> 6] >>> i & 1;
        }
        return coefficients;
    }

    @Override
    int degree(long[] a) {
        return BinaryWords.degree(a);
    }

    @Override
    long coefficient(long[] a, int i) {
        return BinaryWords.bit(a, i) ? 1 : 0;
    }

    @Override
    long[] monomial(long coefficient, int degree) {
        if (coefficient == 0) {
            return BinaryWords.ZERO;
        }
        long[] words = new long[(degree >>> 6) + 1];
        words[degree >>> 6] = 1L << degree;
        return words;
    }

    @Override
    long[] add(long[] a, long[] b) {
        return BinaryWords.add(a, b);
    }

    @Override
    long[] subtract(long[] a, long[] b) {
        return BinaryWords.add(a, b);
    }

    @Override
    long[] negate(long[] a) {
        return a;
    }

    @Override
    long[] multiply(long[] a, long[] b) {
        return a.length == 0 || b.length == 0
                ? BinaryWords.ZERO
                : BinaryWords.trim(BinaryMultiplication.multiply(a, a.length, b, b.length));
    }

    @Override
    long[] square(long[] a) {
        return BinaryWords.trim(BinaryMultiplication.square(a, a.length));
    }

    @Override
    long[] scale(long[] a, long scalar) {
        return scalar == 0 ? BinaryWords.ZERO : a;
    }

    @Override
    long[] shiftUp(long[] a, int count) {
        return BinaryWords.shiftUp(a, count);
    }

    @Override
    long[] shiftDown(long[] a, int count) {
        return BinaryWords.shiftDown(a, count);
    }

    @Override
    long[] low(long[] a, int count) {
        return BinaryWords.low(a, count);
    }

    @Override
    long[][] divide(long[] a, long[] b) {
        int n = degree(b);
        int excess = degree(a) - n;
        if (excess < 0) {
            return new long[][] {BinaryWords.ZERO, a};
        }
        if (n == 0) {
            return new long[][] {a, BinaryWords.ZERO};
        }
        if (Math.min(n, excess) >= LEAST_DEGREE_FOR_BARRETT) {
            return new BarrettReducer(this, b, Math.min(n, excess)).divide(a);
        }
        if (excess > LONGEST_QUOTIENT_BY_BITS) {
            return new BinaryReducer(b).divide(a);
        }
        long[] quotient = new long[(excess >>> 6) + 1];
        long[] rest = a.clone();
        for (int i = excess; i >= 0; i--) {
            if (BinaryWords.bit(rest, n + i)) {
                quotient[i >>> 6] |= 1L << i;
                BinaryWords.addShifted(rest, b, b.length, i);
            }
        }
        return new long[][] {BinaryWords.trim(quotient), BinaryWords.trim(rest)};
    }

    @Override
    long[] gcd(long[] a, long[] b) {
        return BinaryGcd.gcd(a, b);
    }

    @Override
    long[][] gcdWithCofactor(long[] a, long[] b) {
        return BinaryGcd.gcdWithCofactor(a, b);
    }

    @Override
    long[][] euclideanSteps(long[] u, long[] v, int stop) {
        return BinaryGcd.steps(u, v, stop);
    }

    @Override
    long[][] euclideanStepsOfSecond(long[] u, long[] v, int stop) {
        return BinaryGcd.stepsOfSecond(u, v, stop);
    }

    @Override
    int halfGcdThreshold() {
        return 50_000;
    }

    @Override
    int halfGcdBase() {
        return 16_000;
    }

    @Override
    int reconstructionThreshold() {
        return 200;
    }

    /** Odd coefficients move down by one place, even ones vanish. */
    @Override
    long[] derivative(long[] a) {
        long[] derived = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            derived[i] = a[i] >>> 1 & 0x5555_5555_5555_5555L;
        }
        return BinaryWords.trim(derived);
    }

    @Override
    long evaluate(long[] a, long point) {
        long sum = 0;
        for (long word : a) {
            sum ^= word;
        }
        return point != 0 ? Long.bitCount(sum) & 1 : coefficient(a, 0);
    }

    @Override
    long[] reverse(long[] a) {
        return a.length == 0 ? a : BinaryWords.reverse(a);
    }

    @Override
    int trailingZeros(long[] a) {
        return BinaryWords.trailingZeros(a);
    }

    @Override
    int compareCoefficients(long[] a, long[] b) {
        int order = 0;
        for (int i = a.length - 1; order == 0 && i >= 0; i--) {
            order = Long.compareUnsigned(a[i], b[i]);
        }
        return order;
    }

    @Override
    Reducer reducer(long[] f) {
        return new BinaryModulus(f);
    }

    private final class BinaryModulus implements Reducer {

        private final long[] f;
        private final int n;
        private final BinaryReducer tables;
        private final BarrettReducer barrett;
        private final boolean byProducts;

        BinaryModulus(long[] f) {
            this.f = f;
            this.n = degree(f);
            this.tables = new BinaryReducer(f);
            this.barrett = new BarrettReducer(BinaryKernel.this, f, n);
            this.byProducts = n >= LEAST_DEGREE_FOR_BARRETT && !tables.isSparse();
        }

        @Override
        public long[] reduce(long[] a) {
            return byProducts ? barrett.divide(a)[1] : tables.remainder(a);
        }

        @Override
        public long[][] divide(long[] a) {
            return byProducts ? barrett.divide(a) : tables.divide(a);
        }

        @Override
        public long[] multiply(long[] a, long[] b) {
            return reduce(BinaryKernel.this.multiply(a, b));
        }

        @Override
        public long[] square(long[] a) {
            return reduce(BinaryKernel.this.square(a));
        }

        @Override
        public long[] timesX(long[] a) {
            long[] shifted = BinaryWords.shiftUp(a, 1);
            return BinaryWords.degree(shifted) < n ? shifted : BinaryWords.add(shifted, f);
        }
    }
}
