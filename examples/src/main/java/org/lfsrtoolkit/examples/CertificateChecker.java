package org.lfsrtoolkit.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Checks a certificate of the exact engine without trusting the engine: own field, own polynomials, own matrices, own way
 * to put the structure together. Nothing is factored.
 *
 * <p>It tests that the factors are irreducible and belong to the map, that each order is one (x to it is 1, x to it divided
 * by any of its primes is the witness, and not 1), and recomputes every other claim from there. Primes are tested by
 * {@link BigInteger#isProbablePrime}; a claim that a prime from 2^64 up is proved is not accepted.
 *
 * <p>Cost: plain; degrees to a few hundred take seconds. Run with the name of a file that holds one certificate.
 */
public final class CertificateChecker {

    /** A claim that does not hold, in one line. */
    private static final class Rejected extends Exception {

        private static final long serialVersionUID = 1L;

        Rejected(String reason) {
            super(reason);
        }
    }

    /** A factor with what the certificate says about it. */
    private record Component(long[] factor, int[][] divisors, BigInteger order) {

        boolean isX() {
            return factor.length == 2 && factor[0] == 0;
        }

        int highest() {
            return Arrays.stream(divisors).mapToInt(d -> d[0]).max().orElse(0);
        }

        int total() {
            return Arrays.stream(divisors).mapToInt(d -> d[0] * d[1]).sum();
        }

        /** The dimension of the kernel of g(A)^j. */
        int killed(int j) {
            return (factor.length - 1)
                    * Arrays.stream(divisors)
                            .mapToInt(d -> Math.min(d[0], j) * d[1])
                            .sum();
        }
    }

    private final JsonNode json;
    private CheckerField field = new CheckerField(2, 0, 1);
    private CheckerAlgebra algebra = new CheckerAlgebra(field);
    private BigInteger q = BigInteger.TWO;
    private long[][] matrix = new long[0][];
    private long[] translation = new long[0];
    private final List<Component> components = new ArrayList<>();

    private CertificateChecker(JsonNode json) {
        this.json = json;
    }

    /** Reads one certificate from a file and prints the verdict; exit code 1 if it is rejected. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: CertificateChecker FILE");
            System.exit(2);
        }
        Optional<String> problem = check(Files.readString(Path.of(arguments[0]), StandardCharsets.UTF_8));
        System.out.println(problem.map(reason -> "rejected: " + reason).orElse("accepted"));
        if (problem.isPresent()) {
            System.exit(1);
        }
    }

    /** The first claim of a certificate that does not hold; empty if all do. */
    public static Optional<String> check(String certificate) {
        try {
            JsonNode json = new ObjectMapper()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(certificate);
            new CertificateChecker(json).check();
            return Optional.empty();
        } catch (Rejected rejected) {
            return Optional.of(rejected.getMessage());
        } catch (JsonProcessingException unreadable) {
            return Optional.of("not JSON: " + unreadable.getOriginalMessage());
        }
    }

    private void check() throws Rejected {
        require(json.path("schema").isInt() && json.path("schema").asInt() == 1, "schema is not 1");
        readField();
        readMap();
        for (JsonNode component : array(json, "components")) {
            components.add(readComponent(component));
        }
        checkDecomposition();
        checkDerivedClaims();
        checkStructure();
    }

    private void readField() throws Rejected {
        long p = integer(json.path("field").path("p"), "p");
        require(p >= 2 && BigInteger.valueOf(p).isProbablePrime(60), "p is not prime");
        CheckerField prime = new CheckerField(p, 0, 1);
        long[] modulus = vector(json.path("field").path("modulus"), prime, "modulus");
        int k = modulus.length - 1;
        require(k >= 1 && modulus[k] == 1, "modulus is not monic of degree at least 1");
        require(BigInteger.valueOf(p).pow(k).bitLength() <= 62, "field too large");
        require(k == 1 || new CheckerAlgebra(prime).isIrreducible(modulus), "modulus is reducible");
        field = k == 1 ? prime : new CheckerField(p, modulus);
        algebra = new CheckerAlgebra(field);
        q = field.cardinality();
    }

    private void readMap() throws Rejected {
        JsonNode map = json.path("map");
        if (map.has("coefficients")) {
            long[] c = vector(map.path("coefficients"), field, "coefficients");
            int d = c.length;
            require(d >= 1, "no coefficients");
            matrix = new long[d][d];
            for (int i = 0; i < d; i++) {
                if (i > 0) {
                    matrix[i][i - 1] = 1;
                }
                matrix[i][d - 1] = c[i];
            }
            translation = new long[d];
            translation[d - 1] = integer(map.path("constant"), "constant");
            require(field.contains(translation[d - 1]), "constant is no element");
        } else {
            JsonNode rows = array(map, "matrix");
            matrix = new long[rows.size()][];
            require(matrix.length >= 1, "no rows");
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = vector(rows.get(i), field, "row");
                require(matrix[i].length == matrix.length, "matrix is not square");
            }
            translation = vector(map.path("constant"), field, "constant");
            require(translation.length == matrix.length, "constant has the wrong length");
        }
    }

    private Component readComponent(JsonNode node) throws Rejected {
        long[] g = vector(node.path("factor"), field, "factor");
        require(g.length >= 2 && g.length <= matrix.length + 1 && g[g.length - 1] == 1, "factor is not monic");
        require(algebra.isIrreducible(g), "factor is reducible");
        JsonNode list = array(node, "divisors");
        int[][] divisors = new int[list.size()][];
        Set<Long> exponents = new HashSet<>();
        for (int i = 0; i < divisors.length; i++) {
            long e = integer(list.get(i).path(0), "exponent");
            long multiplicity = integer(list.get(i).path(1), "multiplicity");
            require(
                    e >= 1 && multiplicity >= 1 && e <= matrix.length && multiplicity <= matrix.length,
                    "divisor out of range");
            require(exponents.add(e) && list.get(i).size() == 2, "divisor given twice");
            divisors[i] = new int[] {(int) e, (int) multiplicity};
        }
        require(divisors.length > 0, "factor without divisors");
        boolean isX = g.length == 2 && g[0] == 0;
        JsonNode primes = array(node, "primes");
        if (isX) {
            require(node.path("order").isNull() && primes.isEmpty(), "x has no order");
            return new Component(g, divisors, BigInteger.ZERO);
        }
        BigInteger order = number(node.path("order"), "order");
        BigInteger product = BigInteger.ONE;
        Set<BigInteger> seen = new HashSet<>();
        for (JsonNode entry : primes) {
            BigInteger r = number(entry.path("prime"), "prime");
            long a = integer(entry.path("exponent"), "exponent of a prime");
            require(r.signum() > 0 && r.isProbablePrime(80) && seen.add(r), "factor of an order is not prime");
            require(a >= 1 && a <= order.bitLength(), "exponent of a prime out of range");
            String evidence = entry.path("evidence").asText();
            require(
                    evidence.equals("probable") || evidence.equals("proved") && r.bitLength() <= 64,
                    "evidence for a prime is not accepted");
            product = product.multiply(r.pow((int) a));
            BigInteger[] parts = order.divideAndRemainder(r);
            require(parts[1].signum() == 0, "prime does not divide the order");
            long[] witness = algebra.powerOfX(parts[0], g);
            require(
                    Arrays.equals(witness, vector(entry.path("witness"), field, "witness")),
                    "witness is not x^(order/prime)");
            require(!Arrays.equals(witness, new long[] {1}), "order is not the least");
        }
        require(order.signum() > 0 && product.equals(order), "order is not the product of its primes");
        require(Arrays.equals(algebra.powerOfX(order, g), new long[] {1}), "x to the order is not 1");
        return new Component(g, divisors, order);
    }

    /** That the space is the sum of the parts that the divisors name. */
    private void checkDecomposition() throws Rejected {
        int dimension = 0;
        Set<String> factors = new HashSet<>();
        for (Component component : components) {
            require(factors.add(Arrays.toString(component.factor())), "factor given twice");
            dimension += component.killed(component.highest());
            long[][] value = algebra.evaluate(component.factor(), matrix);
            long[][] power = value;
            for (int j = 1; j <= component.highest(); j++) {
                require(
                        matrix.length - algebra.rank(power) == component.killed(j),
                        "kernel of a power of a factor has another dimension");
                if (j < component.highest()) {
                    power = algebra.multiply(power, value);
                }
            }
        }
        require(dimension == matrix.length, "factors do not fill the space");
    }

    private void checkDerivedClaims() throws Rejected {
        boolean singular = components.stream().anyMatch(Component::isX);
        BigInteger common = BigInteger.ONE;
        int highest = 1;
        int total = 1;
        int nilpotent = 0;
        for (Component component : components) {
            if (component.isX()) {
                nilpotent = component.total();
            } else {
                common = lcm(common, component.order());
                highest = Math.max(highest, component.highest());
                total = Math.max(total, component.total());
            }
        }
        requireNumber("matrixOrder", singular ? null : common.multiply(powerOfP(highest)));
        requireNumber("polynomialOrder", singular ? null : common.multiply(powerOfP(total)));
        boolean irreducible = components.size() == 1 && components.get(0).total() == 1;
        BigInteger states = q.pow(matrix.length);
        require(
                json.path("irreducible").isBoolean() && json.path("irreducible").asBoolean() == irreducible,
                "irreducible");
        boolean primitive = irreducible && !singular && common.equals(states.subtract(BigInteger.ONE));
        require(json.path("primitive").isBoolean() && json.path("primitive").asBoolean() == primitive, "primitive");
        requireNumber("states", states);
        BigInteger periodic = q.pow(matrix.length - nilpotent);
        requireNumber("periodicStates", periodic);
        List<BigInteger> levels = new ArrayList<>(List.of(periodic));
        for (Component component : components) {
            for (int j = 1; component.isX() && j <= component.highest(); j++) {
                levels.add(q.pow(component.killed(j))
                        .subtract(q.pow(component.killed(j - 1)))
                        .multiply(periodic));
            }
        }
        JsonNode claimed = array(json, "levels");
        require(claimed.size() == levels.size(), "number of levels");
        for (int j = 0; j < levels.size(); j++) {
            require(number(claimed.get(j), "level").equals(levels.get(j)), "level " + j);
        }
    }

    private void checkStructure() throws Rejected {
        TreeMap<BigInteger, BigInteger> structure = new TreeMap<>(Map.of(BigInteger.ONE, BigInteger.ONE));
        for (Component component : components) {
            if (!component.isX()) {
                structure = combine(structure, cycles(component));
            }
        }
        JsonNode claimed = array(json, "cycleStructure");
        require(claimed.size() == structure.size(), "number of distinct lengths");
        BigInteger total = BigInteger.ZERO;
        int i = 0;
        for (Map.Entry<BigInteger, BigInteger> entry : structure.entrySet()) {
            JsonNode pair = claimed.get(i++);
            require(
                    pair.size() == 2
                            && number(pair.path(0), "length").equals(entry.getKey())
                            && number(pair.path(1), "count").equals(entry.getValue()),
                    "number of cycles of length " + entry.getKey());
            total = total.add(entry.getValue());
        }
        requireNumber("cycles", total);
    }

    /** The cycles of one component, b included for x − 1. */
    private TreeMap<BigInteger, BigInteger> cycles(Component component) {
        boolean shift = Arrays.equals(component.factor(), new long[] {field.negate(1), 1});
        TreeMap<BigInteger, BigInteger> cycles = new TreeMap<>();
        BigInteger p = BigInteger.valueOf(field.characteristic());
        BigInteger before = BigInteger.ZERO;
        if (!shift) {
            cycles.put(BigInteger.ONE, BigInteger.ONE);
            before = BigInteger.ONE;
        }
        boolean solvable = !shift;
        for (BigInteger power = BigInteger.ONE; ; power = power.multiply(p)) {
            solvable = solvable || hasFixedPoint(power);
            int j = power.min(BigInteger.valueOf(component.highest())).intValue();
            BigInteger killed = solvable ? q.pow(component.killed(j)) : BigInteger.ZERO;
            BigInteger length = component.order().multiply(power);
            if (killed.compareTo(before) > 0) {
                cycles.merge(length, killed.subtract(before).divide(length), BigInteger::add);
            }
            before = killed;
            if (solvable && power.compareTo(BigInteger.valueOf(component.highest())) >= 0) {
                return cycles;
            }
        }
    }

    /** Whether some state returns after n clocks, as far as the component of x − 1 is concerned. */
    private boolean hasFixedPoint(BigInteger n) {
        if (Arrays.stream(translation).allMatch(b -> b == 0)) {
            return true;
        }
        int d = matrix.length;
        long[][] larger = new long[d + 1][];
        for (int i = 0; i < d; i++) {
            larger[i] = Arrays.copyOf(matrix[i], d + 1);
        }
        larger[d] = Arrays.copyOf(translation, d + 1);
        larger[d][d] = 1;
        long[][] power = algebra.power(larger, n);
        long[][] rows = new long[d][];
        for (int i = 0; i < d; i++) {
            rows[i] = Arrays.copyOf(power[i], d);
            rows[i][i] = field.add(rows[i][i], field.negate(1));
        }
        long[][] extended = Arrays.copyOf(rows, d + 1);
        extended[d] = Arrays.copyOf(power[d], d);
        return algebra.rank(rows) == algebra.rank(extended);
    }

    private static TreeMap<BigInteger, BigInteger> combine(
            Map<BigInteger, BigInteger> left, Map<BigInteger, BigInteger> right) {
        TreeMap<BigInteger, BigInteger> product = new TreeMap<>();
        left.forEach((a, m) ->
                right.forEach((b, n) -> product.merge(lcm(a, b), m.multiply(n).multiply(a.gcd(b)), BigInteger::add)));
        return product;
    }

    private BigInteger powerOfP(int atLeast) {
        BigInteger p = BigInteger.valueOf(field.characteristic());
        BigInteger power = BigInteger.ONE;
        while (power.compareTo(BigInteger.valueOf(atLeast)) < 0) {
            power = power.multiply(p);
        }
        return power;
    }

    private static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    private void requireNumber(String name, BigInteger expected) throws Rejected {
        JsonNode claimed = json.path(name);
        if (expected == null) {
            require(claimed.isNull(), name);
        } else {
            require(number(claimed, name).equals(expected), name);
        }
    }

    private static void require(boolean holds, String claim) throws Rejected {
        if (!holds) {
            throw new Rejected(claim);
        }
    }

    private static JsonNode array(JsonNode parent, String name) throws Rejected {
        JsonNode node = parent.path(name);
        require(node.isArray(), name + " is no list");
        return node;
    }

    private static long integer(JsonNode node, String name) throws Rejected {
        require(node.isIntegralNumber() && node.canConvertToLong(), name + " is no integer");
        return node.asLong();
    }

    private static BigInteger number(JsonNode node, String name) throws Rejected {
        require(node.isTextual() && node.asText().matches("0|[1-9][0-9]*"), name + " is no decimal string");
        return new BigInteger(node.asText());
    }

    private static long[] vector(JsonNode node, CheckerField field, String name) throws Rejected {
        require(node.isArray(), name + " is no list");
        long[] values = new long[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = integer(node.get(i), name);
            require(field.contains(values[i]), name + " has an entry that is no element");
        }
        return values;
    }
}
