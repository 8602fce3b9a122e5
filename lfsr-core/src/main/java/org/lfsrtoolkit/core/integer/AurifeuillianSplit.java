package org.lfsrtoolkit.core.integer;

import java.math.BigInteger;

/**
 * The Aurifeuillian factors of Φ_n(b) for a square-free b.
 *
 * <p>With m = b if b = 1 mod 4 and m = 2b otherwise, Φ_m(y) = C(y)² − b·y·D(y)² for integer polynomials C and D. For
 * n = m·h with h odd and y = b^h, the number b·y is the square of r = b^((h+1)/2), so Φ_m(b^h) = (C − r·D)(C + r·D). Its
 * divisor Φ_n(b) splits into its greatest common divisors with the two.
 *
 * <p>Example: Φ_20(2) = 205 = 5 · 41, from Φ_4(2^5) = 1025 = 25 · 41. Threads: safe. Source: [Brent1993].
 */
final class AurifeuillianSplit {

    private AurifeuillianSplit() {}

    /** Two factors greater than 1 of value = Φ_n(b), or value alone where there is no such split. */
    static BigInteger[] split(long b, int n, BigInteger value) {
        long m = (b & 3) == 1 ? b : 2 * b;
        if (b < 2 || b > n || n % m != 0 || n / m % 2 == 0 || !isSquareFree((int) b)) {
            return new BigInteger[] {value};
        }
        int h = (int) (n / m);
        BigInteger base = BigInteger.valueOf(b);
        BigInteger y = base.pow(h);
        long[][] polynomials = polynomials((int) b);
        BigInteger c = evaluate(polynomials[0], y);
        BigInteger d = evaluate(polynomials[1], y).multiply(base.pow((h + 1) / 2));
        BigInteger first = value.gcd(c.subtract(d));
        BigInteger second = value.divide(first);
        return first.equals(BigInteger.ONE) || second.equals(BigInteger.ONE)
                ? new BigInteger[] {value}
                : new BigInteger[] {first, second};
    }

    private static boolean isSquareFree(int b) {
        return IntegerMath.moebius(b) != 0;
    }

    private static BigInteger evaluate(long[] polynomial, BigInteger y) {
        BigInteger result = BigInteger.ZERO;
        for (int i = polynomial.length - 1; i >= 0; i--) {
            result = result.multiply(y).add(BigInteger.valueOf(polynomial[i]));
        }
        return result;
    }

    /**
     * C and D for a square-free b ≥ 2, coefficients low to high: Brent's recurrence from Newton's identities, the second
     * halves by symmetry. Every intermediate division is exact.
     */
    static long[][] polynomials(int b) {
        boolean oneModFour = (b & 3) == 1;
        int m = oneModFour ? b : 2 * b;
        int degree = IntegerMath.eulerPhi(m) / 2;
        long[] q = new long[degree + 2];
        for (int k = 1; k <= degree + 1; k++) {
            if ((k & 1) != 0) {
                q[k] = IntegerMath.jacobi(b, (long) k);
            } else {
                int g = (int) IntegerMath.gcd(k, m);
                q[k] = (long) IntegerMath.moebius(m / g) * IntegerMath.eulerPhi(g) * cosine((b - 1L) * k);
            }
        }
        long[] gamma = new long[degree + 1];
        long[] delta = new long[degree];
        gamma[0] = 1;
        delta[0] = 1;
        for (int k = 1; k <= degree / 2; k++) {
            long sum = 0;
            for (int j = 0; j < k; j++) {
                sum += b * q[2 * k - 2 * j - 1] * delta[j] - q[2 * k - 2 * j] * gamma[j];
            }
            gamma[k] = sum / (2 * k);
            if (k < degree) {
                sum = gamma[k];
                for (int j = 0; j < k; j++) {
                    sum += q[2 * k + 1 - 2 * j] * gamma[j] - q[2 * k - 2 * j] * delta[j];
                }
                delta[k] = sum / (2 * k + 1);
            }
        }
        for (int k = degree / 2 + 1; k <= degree; k++) {
            gamma[k] = gamma[degree - k];
        }
        for (int k = (degree + 1) / 2; k < degree; k++) {
            delta[k] = delta[degree - 1 - k];
        }
        return new long[][] {gamma, delta};
    }

    /** cos(x·π/4) for even x: 1, 0, −1, 0. */
    private static int cosine(long x) {
        return switch ((int) (x / 2 % 4)) {
            case 0 -> 1;
            case 2 -> -1;
            default -> 0;
        };
    }
}
