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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Checks a certificate of the exact engine without trusting the engine: own field, own polynomials, own matrices, own way
 * to put the structure together. Nothing is factored.
 *
 * <p>It tests that the factors are irreducible and belong to the map, that each order is one (x to it is 1, x to it divided
 * by any of its primes is the witness, and not 1), and recomputes every other claim from there. Primes said to be proved
 * are decided by {@link CheckerPrimes}, from the proof in the certificate where they are large; for others
 * {@link BigInteger#isProbablePrime} has to do. Of an order that is open by a cofactor it tests what is said about it, and
 * that nothing is claimed that hangs on it.
 *
 * <p>Cost: plain; degrees to a few hundred take seconds. Run with the name of a file that holds one certificate.
 */
public final class CertificateChecker {

    /**
     * A factor with what the certificate says about it.
     *
     * @param order a multiple of the order
     * @param exact whether it is the order
     */
    private record Component(long[] factor, int[][] divisors, BigInteger order, boolean exact) {

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
    /** What may not be claimed, or was not though it could have been. */
    private final Set<String> open = new LinkedHashSet<>();

    private CertificateChecker(JsonNode json) {
        this.json = json;
    }

    /** Reads one certificate from a file and prints the verdict; exit code 1 if it is rejected. */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: CertificateChecker FILE");
            System.exit(2);
        }
        String certificate = Files.readString(Path.of(arguments[0]), StandardCharsets.UTF_8);
        Optional<String> problem = check(certificate);
        System.out.println(problem.map(reason -> "rejected: " + reason).orElse("accepted"));
        if (problem.isEmpty()) {
            caveats(certificate).forEach(caveat -> System.out.println("  " + caveat));
        }
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
        } catch (CheckerJson.Rejected rejected) {
            return Optional.of(Objects.requireNonNull(rejected.getMessage()));
        } catch (JsonProcessingException unreadable) {
            return Optional.of("not JSON: " + unreadable.getOriginalMessage());
        }
    }

    /** What an accepted certificate does not claim, and the primes that it does not prove; one line each. */
    public static List<String> caveats(String certificate) throws JsonProcessingException {
        JsonNode json = new ObjectMapper().readTree(certificate);
        List<String> caveats = new ArrayList<>();
        json.path("notCertified").forEach(name -> caveats.add("not certified: " + name.asText()));
        for (JsonNode component : json.path("components")) {
            component
                    .path("cofactors")
                    .forEach(entry -> caveats.add("cofactor of unknown factors: "
                            + entry.path("cofactor").asText()));
            for (JsonNode prime : component.path("primes")) {
                if (prime.path("evidence").asText().equals("probable")) {
                    caveats.add(
                            "probable prime, not proved: " + prime.path("prime").asText());
                }
            }
        }
        return caveats;
    }

    private void check() throws CheckerJson.Rejected {
        CheckerJson.require(json.path("schema").isInt() && json.path("schema").asInt() == 1, "schema is not 1");
        readField();
        readMap();
        for (JsonNode component : CheckerJson.array(json, "components")) {
            components.add(readComponent(component));
        }
        checkDecomposition();
        checkDerivedClaims();
        checkStructure();
        checkCompleteness();
    }

    private void readField() throws CheckerJson.Rejected {
        long p = CheckerJson.integer(json.path("field").path("p"), "p");
        CheckerJson.require(p >= 2 && BigInteger.valueOf(p).isProbablePrime(60), "p is not prime");
        CheckerField prime = new CheckerField(p, 0, 1);
        long[] modulus = CheckerJson.vector(json.path("field").path("modulus"), prime, "modulus");
        int k = modulus.length - 1;
        CheckerJson.require(k >= 1 && modulus[k] == 1, "modulus is not monic of degree at least 1");
        CheckerJson.require(BigInteger.valueOf(p).pow(k).bitLength() <= 62, "field too large");
        CheckerJson.require(k == 1 || new CheckerAlgebra(prime).isIrreducible(modulus), "modulus is reducible");
        field = k == 1 ? prime : new CheckerField(p, modulus);
        algebra = new CheckerAlgebra(field);
        q = field.cardinality();
    }

    private void readMap() throws CheckerJson.Rejected {
        JsonNode map = json.path("map");
        if (map.has("coefficients")) {
            long[] c = CheckerJson.vector(map.path("coefficients"), field, "coefficients");
            int d = c.length;
            CheckerJson.require(d >= 1, "no coefficients");
            matrix = new long[d][d];
            for (int i = 0; i < d; i++) {
                if (i > 0) {
                    matrix[i][i - 1] = 1;
                }
                matrix[i][d - 1] = c[i];
            }
            translation = new long[d];
            translation[d - 1] = CheckerJson.integer(map.path("constant"), "constant");
            CheckerJson.require(field.contains(translation[d - 1]), "constant is no element");
        } else {
            JsonNode rows = CheckerJson.array(map, "matrix");
            matrix = new long[rows.size()][];
            CheckerJson.require(matrix.length >= 1, "no rows");
            for (int i = 0; i < matrix.length; i++) {
                matrix[i] = CheckerJson.vector(rows.get(i), field, "row");
                CheckerJson.require(matrix[i].length == matrix.length, "matrix is not square");
            }
            translation = CheckerJson.vector(map.path("constant"), field, "constant");
            CheckerJson.require(translation.length == matrix.length, "constant has the wrong length");
        }
    }

    private Component readComponent(JsonNode node) throws CheckerJson.Rejected {
        long[] g = CheckerJson.vector(node.path("factor"), field, "factor");
        CheckerJson.require(
                g.length >= 2 && g.length <= matrix.length + 1 && g[g.length - 1] == 1, "factor is not monic");
        CheckerJson.require(algebra.isIrreducible(g), "factor is reducible");
        JsonNode list = CheckerJson.array(node, "divisors");
        int[][] divisors = new int[list.size()][];
        Set<Long> exponents = new HashSet<>();
        for (int i = 0; i < divisors.length; i++) {
            long e = CheckerJson.integer(list.get(i).path(0), "exponent");
            long multiplicity = CheckerJson.integer(list.get(i).path(1), "multiplicity");
            CheckerJson.require(
                    e >= 1 && multiplicity >= 1 && e <= matrix.length && multiplicity <= matrix.length,
                    "divisor out of range");
            CheckerJson.require(exponents.add(e) && list.get(i).size() == 2, "divisor given twice");
            divisors[i] = new int[] {(int) e, (int) multiplicity};
        }
        CheckerJson.require(divisors.length > 0, "factor without divisors");
        boolean isX = g.length == 2 && g[0] == 0;
        JsonNode primes = CheckerJson.array(node, "primes");
        JsonNode cofactors = CheckerJson.array(node, "cofactors");
        if (isX) {
            CheckerJson.require(
                    node.path("order").isNull() && node.path("orderDivides").isNull(), "x has no order");
            CheckerJson.require(primes.isEmpty() && cofactors.isEmpty(), "x has no order");
            return new Component(g, divisors, BigInteger.ZERO, true);
        }
        BigInteger order = CheckerJson.number(node.path("orderDivides"), "multiple of the order");
        CheckerJson.require(order.signum() > 0, "multiple of the order is not positive");
        boolean exact = cofactors.isEmpty();
        CheckerJson.require(
                exact
                        ? CheckerJson.number(node.path("order"), "order").equals(order)
                        : node.path("order").isNull(),
                "order claimed is not the one tested");
        BigInteger product = BigInteger.ONE;
        BigInteger hidden = BigInteger.ONE;
        Set<BigInteger> seen = new HashSet<>();
        for (JsonNode entry : cofactors) {
            BigInteger c = CheckerJson.number(entry.path("cofactor"), "cofactor");
            CheckerJson.require(
                    c.bitLength() > 1 && !c.isProbablePrime(80) && seen.add(c), "cofactor is not composite");
            hidden = hidden.multiply(power(c, entry, order));
            readWitness(entry, c, order, g);
        }
        for (JsonNode entry : primes) {
            BigInteger r = CheckerJson.number(entry.path("prime"), "prime");
            CheckerJson.require(
                    r.signum() > 0 && r.isProbablePrime(80) && seen.add(r), "factor of an order is not prime");
            CheckerJson.require(!hidden.mod(r).equals(BigInteger.ZERO), "prime divides a cofactor");
            checkEvidence(r, entry);
            product = product.multiply(power(r, entry, order));
            readWitness(entry, r, order, g);
        }
        CheckerJson.require(product.multiply(hidden).equals(order), "order is not the product of its parts");
        CheckerJson.require(Arrays.equals(algebra.powerOfX(order, g), new long[] {1}), "x to the order is not 1");
        return new Component(g, divisors, order, exact);
    }

    private static BigInteger power(BigInteger base, JsonNode entry, BigInteger order) throws CheckerJson.Rejected {
        long a = CheckerJson.integer(entry.path("exponent"), "exponent in an order");
        CheckerJson.require(a >= 1 && a <= order.bitLength(), "exponent in an order out of range");
        return base.pow((int) a);
    }

    private void readWitness(JsonNode entry, BigInteger part, BigInteger order, long[] g) throws CheckerJson.Rejected {
        BigInteger[] parts = order.divideAndRemainder(part);
        CheckerJson.require(parts[1].signum() == 0, "part does not divide the order");
        long[] witness = algebra.powerOfX(parts[0], g);
        CheckerJson.require(
                Arrays.equals(witness, CheckerJson.vector(entry.path("witness"), field, "witness")),
                "witness is not x^(order/part)");
        CheckerJson.require(!Arrays.equals(witness, new long[] {1}), "order is not the least");
    }

    private static void checkEvidence(BigInteger prime, JsonNode entry) throws CheckerJson.Rejected {
        String evidence = entry.path("evidence").asText();
        JsonNode proof = entry.path("proof");
        if (evidence.equals("proved")) {
            CheckerJson.require(
                    proof.isNull() ? CheckerPrimes.isSmallPrime(prime) : CheckerPrimes.isProofOf(prime, proof),
                    "prime is not proved");
        } else {
            CheckerJson.require(evidence.equals("probable") && proof.isNull(), "evidence for a prime is not accepted");
        }
    }

    /** That the space is the sum of the parts that the divisors name. */
    private void checkDecomposition() throws CheckerJson.Rejected {
        int dimension = 0;
        Set<String> factors = new HashSet<>();
        for (Component component : components) {
            CheckerJson.require(factors.add(Arrays.toString(component.factor())), "factor given twice");
            dimension += component.killed(component.highest());
            long[][] value = algebra.evaluate(component.factor(), matrix);
            long[][] power = value;
            for (int j = 1; j <= component.highest(); j++) {
                CheckerJson.require(
                        matrix.length - algebra.rank(power) == component.killed(j),
                        "kernel of a power of a factor has another dimension");
                if (j < component.highest()) {
                    power = algebra.multiply(power, value);
                }
            }
        }
        CheckerJson.require(dimension == matrix.length, "factors do not fill the space");
    }

    private void checkDerivedClaims() throws CheckerJson.Rejected {
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
        boolean exact = components.stream().allMatch(Component::exact);
        requireKnown("matrixOrder", exact || singular, singular ? null : common.multiply(powerOfP(highest)));
        requireKnown("polynomialOrder", exact || singular, singular ? null : common.multiply(powerOfP(total)));
        boolean irreducible = components.size() == 1 && components.get(0).total() == 1;
        BigInteger states = q.pow(matrix.length);
        CheckerJson.require(
                json.path("irreducible").isBoolean() && json.path("irreducible").asBoolean() == irreducible,
                "irreducible");
        // A multiple of the order that is less than q^d − 1 will do to say no.
        boolean full = irreducible && !singular && common.equals(states.subtract(BigInteger.ONE));
        JsonNode primitive = json.path("primitive");
        if (full && !exact) {
            CheckerJson.require(primitive.isNull(), "primitive");
            open.add("primitive");
        } else {
            CheckerJson.require(primitive.isBoolean() && primitive.asBoolean() == full, "primitive");
        }
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
        JsonNode claimed = CheckerJson.array(json, "levels");
        CheckerJson.require(claimed.size() == levels.size(), "number of levels");
        for (int j = 0; j < levels.size(); j++) {
            CheckerJson.require(CheckerJson.number(claimed.get(j), "level").equals(levels.get(j)), "level " + j);
        }
    }

    private void checkStructure() throws CheckerJson.Rejected {
        if (json.path("cycleStructure").isNull()) {
            // An order is open, or the list would be too long. A count without the list is not checked, so not claimed.
            CheckerJson.require(json.path("cycles").isNull(), "cycles");
            open.add("cycleStructure");
            open.add("cycles");
            return;
        }
        CheckerJson.require(components.stream().allMatch(Component::exact), "structure claimed without the orders");
        TreeMap<BigInteger, BigInteger> structure = new TreeMap<>(Map.of(BigInteger.ONE, BigInteger.ONE));
        for (Component component : components) {
            if (!component.isX()) {
                structure = combine(structure, cycles(component));
            }
        }
        JsonNode claimed = CheckerJson.array(json, "cycleStructure");
        CheckerJson.require(claimed.size() == structure.size(), "number of distinct lengths");
        BigInteger total = BigInteger.ZERO;
        int i = 0;
        for (Map.Entry<BigInteger, BigInteger> entry : structure.entrySet()) {
            JsonNode pair = claimed.get(i++);
            CheckerJson.require(
                    pair.size() == 2
                            && CheckerJson.number(pair.path(0), "length").equals(entry.getKey())
                            && CheckerJson.number(pair.path(1), "count").equals(entry.getValue()),
                    "number of cycles of length " + entry.getKey());
            total = total.add(entry.getValue());
        }
        requireNumber("cycles", total);
    }

    /** That the certificate says of itself what it leaves open. */
    private void checkCompleteness() throws CheckerJson.Rejected {
        List<String> named = new ArrayList<>();
        for (JsonNode name : CheckerJson.array(json, "notCertified")) {
            CheckerJson.require(name.isTextual(), "notCertified");
            named.add(name.asText());
        }
        CheckerJson.require(named.equals(List.copyOf(open)), "notCertified");
        CheckerJson.require(
                json.path("complete").isBoolean() && json.path("complete").asBoolean() == open.isEmpty(), "complete");
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

    /** A number, or its absence where it is not known. */
    private void requireKnown(String name, boolean known, @Nullable BigInteger expected) throws CheckerJson.Rejected {
        if (known) {
            requireNumber(name, expected);
        } else {
            CheckerJson.require(json.path(name).isNull(), name);
            open.add(name);
        }
    }

    private void requireNumber(String name, @Nullable BigInteger expected) throws CheckerJson.Rejected {
        JsonNode claimed = json.path(name);
        if (expected == null) {
            CheckerJson.require(claimed.isNull(), name);
        } else {
            CheckerJson.require(CheckerJson.number(claimed, name).equals(expected), name);
        }
    }
}
