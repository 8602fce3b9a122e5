package org.lfsrtoolkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.CycleAnalysis;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.cycle.CycleCertificate;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.integer.PrimalityProof;
import org.lfsrtoolkit.core.matrix.Matrix;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.RegisterGallery;
import org.lfsrtoolkit.core.register.ShiftRegister;

class CertificateCheckerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<AffineMap> maps() {
        FiniteField gf2 = FiniteFields.of(2);
        FiniteField gf9 = FiniteFields.of(9);
        FiniteField gf5 = FiniteFields.of(5);
        Matrix block = Matrix.companion(gf2, 1, 1, 0);
        Matrix jordan = Matrix.of(gf5, new long[][] {{1, 1, 0}, {0, 1, 0}, {0, 0, 0}});
        return List.of(
                ShiftRegister.of(gf2, 1, 1, 0, 1),
                ShiftRegister.of(gf2, 0, 0, 1, 1, 0, 1).withConstant(1),
                ShiftRegister.of(gf9, 4, 0, 7, 1, 2),
                ShiftRegister.of(FiniteFields.of(2147483647), 3, 1, 4),
                MatrixMap.linear(Matrix.blockDiagonal(block, block, Matrix.identity(gf2, 2))),
                MatrixMap.affine(jordan, 0, 3, 2),
                MatrixMap.affine(Matrix.identity(gf9, 2), 1, 5),
                RegisterGallery.rule90(12));
    }

    /** No time to factor, so that what no table holds stays unresolved: over this field q^5 − 1 does, and q^3 − 1. */
    private static final long LARGE = (1L << 61) - 1;

    /** With primes from 2^64 up, or with orders that are open. */
    static List<AffineMap> hardMaps() {
        FiniteField gf2 = FiniteFields.of(2);
        FiniteField large = FiniteFields.of(LARGE);
        return List.of(
                // 2^97 − 1 = 11447 · 13842607235828485645766393
                trinomial(gf2, 97, 6),
                // 2^89 − 1 is prime.
                trinomial(gf2, 89, 38),
                ShiftRegister.of(large, 5, 0, 0, 1, 3),
                ShiftRegister.of(large, 2, 7, 1, 9).withConstant(3),
                ShiftRegister.of(large, 0, 7, 1, 9));
    }

    private static ShiftRegister trinomial(FiniteField field, int degree, int middle) {
        long[] c = new long[degree];
        c[0] = 1;
        c[middle] = 1;
        return ShiftRegister.of(field, c);
    }

    private static String certificate(AffineMap map) {
        ExactOptions options = map.field().cardinality() == LARGE
                ? ExactOptions.defaults().withFactoringBudget(Duration.ZERO)
                : ExactOptions.defaults();
        return CycleCertificate.of(CycleAnalysis.exact(map, options, RunControl.unlimited()), RunControl.unlimited())
                .toJson();
    }

    @ParameterizedTest
    @MethodSource({"maps", "hardMaps"})
    void certificatesAreAccepted(AffineMap map) {
        assertThat(CertificateChecker.check(certificate(map))).isEmpty();
    }

    @Test
    void certificatesOfLargeMapsAreAccepted() {
        for (RegisterGallery.Exhibit exhibit : RegisterGallery.all()) {
            if (List.of("PRBS31", "Grain v1", "CRC-32", "xorshift32", "E0 register 4")
                    .contains(exhibit.name())) {
                assertThat(CertificateChecker.check(certificate(exhibit.map())))
                        .as(exhibit.name())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource({"maps", "hardMaps"})
    void everySingleChangeIsRejectedUnlessItIsStillTrue(AffineMap map) throws Exception {
        JsonNode original = MAPPER.readTree(certificate(map));
        SplittableRandom random = new SplittableRandom(map.hashCode());
        int count = leaves(original).size();
        int accepted = 0;
        for (int i = 0; i < count; i++) {
            JsonNode copy = original.deepCopy();
            Leaf leaf = leaves(copy).get(i);
            // Of long vectors a part.
            if (count > 250 && leaf.path().matches(".*/(witness|coefficients|factor)/\\d+") && random.nextInt(60) > 0) {
                continue;
            }
            leaf.change(random);
            if (CertificateChecker.check(copy.toString()).isEmpty()) {
                assertThat(isTrue(copy))
                        .as("changed %s to %s in %s", leaf.path(), leaf.value(), original)
                        .isTrue();
                accepted++;
            }
        }
        // Weaker evidence, a constant or an entry that makes no difference: few, or the checker checks nothing.
        assertThat(accepted).isLessThan(count / 2);
    }

    /** Whether the library, asked again about the map of a certificate, makes the same claims. */
    private static boolean isTrue(JsonNode certificate) throws Exception {
        long p = certificate.at("/field/p").asLong();
        long[] modulus = longs(certificate.at("/field/modulus"));
        FiniteField field = FiniteFields.withModulus(p, modulus);
        JsonNode map = certificate.get("map");
        AffineMap same;
        if (map.has("coefficients")) {
            same = ShiftRegister.of(field, longs(map.get("coefficients")))
                    .withConstant(map.get("constant").asLong());
        } else {
            long[][] rows = new long[map.get("matrix").size()][];
            for (int i = 0; i < rows.length; i++) {
                rows[i] = longs(map.get("matrix").get(i));
            }
            same = MatrixMap.affine(Matrix.of(field, rows), longs(map.get("constant")));
        }
        for (JsonNode proof : certificate.findValues("proof")) {
            if (!proof.isNull() && !proofOf(proof).isValid()) {
                return false;
            }
        }
        String claims = withoutProofs(certificate);
        String expected = withoutProofs(MAPPER.readTree(certificate(same)));
        // Any monic polynomial of degree 1 names the prime field.
        return claims.substring(claims.indexOf("\"map\"")).equals(expected.substring(expected.indexOf("\"map\"")));
    }

    private static String withoutProofs(JsonNode certificate) {
        JsonNode copy = certificate.deepCopy();
        copy.findParents("proof").forEach(parent -> ((ObjectNode) parent).remove("proof"));
        return copy.toString().replace("\"proved\"", "\"probable\"");
    }

    private static PrimalityProof proofOf(JsonNode proof) {
        List<PrimalityProof.Witness> witnesses = new ArrayList<>();
        proof.path("witnesses")
                .forEach(w -> witnesses.add(new PrimalityProof.Witness(
                        new BigInteger(w.get("r").asText()), w.get("base").asInt())));
        List<PrimalityProof> lemmas = new ArrayList<>();
        proof.path("lemmas").forEach(lemma -> lemmas.add(proofOf(lemma)));
        return PrimalityProof.of(new BigInteger(proof.get("n").asText()), witnesses, lemmas);
    }

    private static long[] longs(JsonNode list) {
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asLong();
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource({"maps", "hardMaps"})
    void missingPartsAreRejected(AffineMap map) throws Exception {
        JsonNode original = MAPPER.readTree(certificate(map));
        for (Iterator<String> names = original.fieldNames(); names.hasNext(); ) {
            ObjectNode copy = original.deepCopy();
            copy.remove(names.next());
            assertThat(CertificateChecker.check(copy.toString())).isPresent();
        }
        for (String list : List.of("components", "cycleStructure", "levels")) {
            ObjectNode copy = original.deepCopy();
            if (copy.get(list) instanceof ArrayNode array) {
                array.remove(0);
                assertThat(CertificateChecker.check(copy.toString())).isPresent();
            }
        }
        for (String list : List.of("primes", "cofactors", "notCertified")) {
            for (int i = 0; i < original.findValues(list).size(); i++) {
                ObjectNode copy = original.deepCopy();
                ArrayNode array = (ArrayNode) copy.findValues(list).get(i);
                if (!array.isEmpty()) {
                    array.remove(array.size() - 1);
                    assertThat(CertificateChecker.check(copy.toString())).isPresent();
                }
            }
        }
    }

    @Test
    void orderThatIsOnlyAMultipleIsRejected() throws Exception {
        // x^2 + x + 1 has order 3; 6 is a multiple of it, and everything that hangs on the order agrees with 6.
        ObjectNode forged = (ObjectNode) MAPPER.readTree(certificate(ShiftRegister.of(FiniteFields.of(2), 1, 1)));
        ObjectNode component = (ObjectNode) forged.at("/components/0");
        component.put("order", "6").put("orderDivides", "6");
        ObjectNode three = (ObjectNode) component.at("/primes/0");
        three.putArray("witness").add(1).add(1);
        ObjectNode two = ((ArrayNode) component.get("primes")).addObject();
        two.put("prime", "2").put("exponent", 1).put("evidence", "proved").putNull("proof");
        two.putArray("witness").add(1);
        forged.put("matrixOrder", "6").put("polynomialOrder", "6").put("primitive", false);
        ((ArrayNode) forged.at("/cycleStructure/1")).removeAll().add("6").add("0");
        forged.put("cycles", "1");
        assertThat(CertificateChecker.check(forged.toString())).contains("order is not the least");
    }

    @Test
    void garbageIsRejected() {
        assertThat(CertificateChecker.check("")).isPresent();
        assertThat(CertificateChecker.check("{}")).isPresent();
        assertThat(CertificateChecker.check("{\"schema\":1}")).isPresent();
        assertThat(CertificateChecker.check("[")).isPresent();
    }

    @Test
    void largePrimesCarryProofs() throws Exception {
        for (AffineMap map : hardMaps().subList(0, 2)) {
            JsonNode json = MAPPER.readTree(certificate(map));
            JsonNode prime = json.at("/components/0/primes")
                    .get(json.at("/components/0/primes").size() - 1);
            assertThat(new BigInteger(prime.get("prime").asText()).bitLength()).isGreaterThan(64);
            assertThat(prime.get("evidence").asText()).isEqualTo("proved");
            assertThat(proofOf(prime.get("proof")).isValid()).isTrue();
            assertThat(CertificateChecker.caveats(json.toString())).isEmpty();
            // Without its proof the prime may only be called probable.
            ((ObjectNode) prime).put("evidence", "probable");
            assertThat(CertificateChecker.check(json.toString())).isPresent();
            ((ObjectNode) prime).put("evidence", "proved").putNull("proof");
            assertThat(CertificateChecker.check(json.toString())).contains("prime is not proved");
            ((ObjectNode) prime).put("evidence", "probable");
            assertThat(CertificateChecker.check(json.toString())).isEmpty();
            assertThat(CertificateChecker.caveats(json.toString()))
                    .containsExactly(
                            "probable prime, not proved: " + prime.get("prime").asText());
        }
    }

    @Test
    void primesAreProbableWhereNoTimeIsGivenForProofs() {
        CycleCertificate certificate =
                CycleCertificate.of(CycleAnalysis.exact(hardMaps().get(0)), Duration.ZERO, RunControl.unlimited());
        assertThat(certificate.evidence()).isEqualTo(CycleCertificate.Evidence.PROBABLE);
        assertThat(CertificateChecker.check(certificate.toJson())).isEmpty();
    }

    @Test
    void lemmasAreChecked() throws Exception {
        // 2^149 − 1 has a prime whose proof may need a large prime; this one does: n − 1 = 2 · 3 · … with a lemma
        // below.
        BigInteger lemma = new BigInteger("13842607235828485645766393");
        BigInteger n = lemma;
        BigInteger k = BigInteger.TWO;
        for (; !n.isProbablePrime(80) || n.equals(lemma); k = k.add(BigInteger.TWO)) {
            n = k.multiply(lemma).add(BigInteger.ONE);
        }
        PrimalityProof inner =
                PrimalityProof.find(lemma, RunControl.unlimited()).orElseThrow();
        ObjectNode proof =
                MAPPER.createObjectNode().put("method", "pocklington").put("n", n.toString());
        proof.putArray("witnesses").addObject().put("r", lemma.toString()).put("base", 2);
        ObjectNode below = proof.putArray("lemmas")
                .addObject()
                .put("method", "pocklington")
                .put("n", lemma.toString());
        ArrayNode conditions = below.putArray("witnesses");
        inner.witnesses()
                .forEach(w -> conditions.addObject().put("r", w.r().toString()).put("base", w.base()));
        below.putArray("lemmas");
        assertThat(CheckerPrimes.isProofOf(n, proof)).isTrue();
        assertThat(CheckerPrimes.isProofOf(n.add(BigInteger.TWO), proof)).isFalse();
        // Half of the digits of n − 1 are needed.
        JsonNode last = conditions.remove(conditions.size() - 1);
        assertThat(CheckerPrimes.isProofOf(n, proof)).isFalse();
        conditions.add(((ObjectNode) last).put("r", "4"));
        assertThat(CheckerPrimes.isProofOf(n, proof)).isFalse();
        conditions.removeAll();
        assertThat(CheckerPrimes.isProofOf(n, proof)).isFalse();
        ((ArrayNode) proof.get("lemmas")).removeAll();
        assertThat(CheckerPrimes.isProofOf(n, proof)).isFalse();
    }

    @Test
    void smallAndMersennePrimesAreThoseOfTheDefinition() {
        for (int n = 0; n < 3000; n++) {
            int candidate = n;
            boolean prime = n > 1 && IntStream.range(2, n).noneMatch(d -> candidate % d == 0);
            assertThat(CheckerPrimes.isSmallPrime(BigInteger.valueOf(n)))
                    .as("%d", n)
                    .isEqualTo(prime);
        }
        // The least strong pseudoprime to the first nine prime bases.
        assertThat(CheckerPrimes.isSmallPrime(new BigInteger("3825123056546413051")))
                .isFalse();
        assertThat(CheckerPrimes.isSmallPrime(new BigInteger("18446744073709551557")))
                .isTrue();
        assertThat(CheckerPrimes.isSmallPrime(new BigInteger("18446744073709551629")))
                .isFalse();
        assertThat(IntStream.range(2, 130)
                        .filter(p -> CheckerPrimes.isMersennePrime(
                                BigInteger.TWO.pow(p).subtract(BigInteger.ONE))))
                .containsExactly(3, 5, 7, 13, 17, 19, 31, 61, 89, 107, 127);
        assertThat(CheckerPrimes.isMersennePrime(BigInteger.valueOf(11))).isFalse();
    }

    @Test
    void incompleteAnswersSayWhatTheyLeaveOpen() throws Exception {
        String unresolved = certificate(hardMaps().get(2));
        assertThat(CertificateChecker.caveats(unresolved))
                .contains("not certified: matrixOrder", "not certified: cycleStructure")
                .anyMatch(caveat -> caveat.startsWith("cofactor of unknown factors: "));
        assertThat(MAPPER.readTree(unresolved).get("complete").asBoolean()).isFalse();

        String capped = CycleCertificate.of(
                        CycleAnalysis.exact(
                                maps().get(0),
                                ExactOptions.defaults().withMaxDistinctLengths(1),
                                RunControl.unlimited()),
                        RunControl.unlimited())
                .toJson();
        assertThat(CertificateChecker.check(capped)).isEmpty();
        assertThat(CertificateChecker.caveats(capped))
                .containsExactly("not certified: cycleStructure", "not certified: cycles");
        assertThat(CertificateChecker.check(capped.replace("\"cycles\":null", "\"cycles\":\"4\"")))
                .isPresent();
        assertThat(CertificateChecker.check(capped.replace("[\"cycleStructure\",\"cycles\"]", "[]")))
                .contains("notCertified");
    }

    @Test
    void partOfAnOrderThatIsLeftOutAsACofactorMayNotHidePrimes() throws Exception {
        // ord = 15 = 3 · 5 given as one composite: true, but the claims that hang on the order have to go.
        String json = certificate(trinomial(FiniteFields.of(2), 4, 1));
        ObjectNode forged = (ObjectNode) MAPPER.readTree(json);
        ObjectNode component = (ObjectNode) forged.at("/components/0");
        component.putNull("order");
        component.putArray("primes");
        ObjectNode cofactor = component.putArray("cofactors").addObject();
        cofactor.put("cofactor", "15")
                .put("exponent", 1)
                .putArray("witness")
                .add(0)
                .add(1);
        assertThat(CertificateChecker.check(forged.toString())).isPresent();
        ArrayNode open = forged.putArray("notCertified");
        for (String name : List.of("matrixOrder", "polynomialOrder", "primitive", "cycleStructure", "cycles")) {
            forged.putNull(name);
            open.add(name);
        }
        forged.put("complete", false);
        assertThat(CertificateChecker.check(forged.toString())).isEmpty();
        // A prime is no cofactor.
        cofactor.put("cofactor", "5").putArray("witness").add(0).add(0).add(0).add(1);
        ObjectNode three = component.withArray("primes").addObject();
        three.put("prime", "3").put("exponent", 1).put("evidence", "proved").putNull("proof");
        three.putArray("witness").add(0).add(1).add(1);
        assertThat(CertificateChecker.check(forged.toString())).contains("cofactor is not composite");
    }

    @Test
    void primesOfACofactorAreNotCountedTwice() throws Exception {
        // ord = 45; of "3 and the composite 15" the exponent of 3 would be wrong.
        FiniteField gf2 = FiniteFields.of(2);
        long[] c = new long[45];
        c[0] = 1;
        Polynomial g = CycleAnalysis.exact(ShiftRegister.of(gf2, c)).components().stream()
                .filter(part -> Objects.requireNonNull(part.order()).divides().intValueExact() == 45)
                .findFirst()
                .orElseThrow()
                .factor();
        PolynomialModulus modulus = PolynomialModulus.of(g);
        ObjectNode forged = (ObjectNode) MAPPER.readTree(certificate(ShiftRegister.withCharacteristicPolynomial(g)));
        ObjectNode component = (ObjectNode) forged.at("/components/0");
        component.putNull("order");
        ArrayNode primes = component.putArray("primes");
        ObjectNode cofactor = component.putArray("cofactors").addObject();
        for (ObjectNode entry : List.of(
                primes.addObject().put("prime", "3").put("evidence", "proved").putNull("proof"),
                cofactor.put("cofactor", "15"))) {
            int part = entry == cofactor ? 15 : 3;
            ArrayNode witness = entry.put("exponent", 1).putArray("witness");
            for (long coefficient :
                    modulus.powerOfX(BigInteger.valueOf(45 / part)).coefficients()) {
                witness.add(coefficient);
            }
        }
        ArrayNode open = forged.putArray("notCertified");
        for (String name : List.of("matrixOrder", "polynomialOrder", "cycleStructure", "cycles")) {
            forged.putNull(name);
            open.add(name);
        }
        forged.put("complete", false);
        assertThat(CertificateChecker.check(forged.toString())).contains("prime divides a cofactor");
    }

    /** A number, text or truth value somewhere in a certificate. */
    private static final class Leaf {

        private final JsonNode parent;
        private final String name;
        private final int index;
        private final String path;

        Leaf(JsonNode parent, String name, int index, String path) {
            this.parent = parent;
            this.name = name;
            this.index = index;
            this.path = path;
        }

        String path() {
            return path;
        }

        JsonNode value() {
            return parent.isObject() ? parent.get(name) : parent.get(index);
        }

        void change(SplittableRandom random) {
            JsonNode old = value();
            int step = 1 + random.nextInt(2);
            JsonNode changed;
            if (old.isBoolean()) {
                changed = MAPPER.getNodeFactory().booleanNode(!old.asBoolean());
            } else if (old.isNull()) {
                changed = MAPPER.getNodeFactory().textNode("1");
            } else if (path.endsWith("/method")) {
                changed = MAPPER.getNodeFactory()
                        .textNode(old.asText().equals("pocklington") ? "lucas-lehmer" : "pocklington");
            } else if (path.contains("/notCertified/")) {
                changed = MAPPER.getNodeFactory().textNode("levels");
            } else if (path.endsWith("/evidence")) {
                changed = MAPPER.getNodeFactory().textNode(old.asText().equals("proved") ? "probable" : "proved");
            } else if (old.isTextual()) {
                changed = MAPPER.getNodeFactory()
                        .textNode(new java.math.BigInteger(old.asText())
                                .add(java.math.BigInteger.valueOf(step))
                                .toString());
            } else if (old.isInt()) {
                changed = IntNode.valueOf(old.asInt() + (old.asInt() > 0 && random.nextBoolean() ? -1 : 1));
            } else {
                changed = LongNode.valueOf(old.asLong() - 1);
            }
            if (parent instanceof ObjectNode object) {
                object.set(name, changed);
            } else {
                ((ArrayNode) parent).set(index, changed);
            }
        }
    }

    private static List<Leaf> leaves(JsonNode root) {
        List<Leaf> leaves = new ArrayList<>();
        collect(root, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String path, List<Leaf> leaves) {
        if (node.isObject()) {
            node.fieldNames()
                    .forEachRemaining(name -> visit(node, name, -1, path + "/" + name, node.get(name), leaves));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                visit(node, "", i, path + "/" + i, node.get(i), leaves);
            }
        }
    }

    private static void visit(JsonNode parent, String name, int index, String path, JsonNode child, List<Leaf> leaves) {
        if (child.isContainerNode()) {
            collect(child, path, leaves);
        } else {
            leaves.add(new Leaf(parent, name, index, path));
        }
    }
}
