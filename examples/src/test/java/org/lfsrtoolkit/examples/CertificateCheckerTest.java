package org.lfsrtoolkit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.CycleAnalysis;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.cycle.CycleCertificate;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.matrix.Matrix;
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

    private static String certificate(AffineMap map) {
        return CycleCertificate.of(CycleAnalysis.exact(map), RunControl.unlimited())
                .toJson();
    }

    @ParameterizedTest
    @MethodSource("maps")
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
    @MethodSource("maps")
    void everySingleChangeIsRejectedUnlessItIsStillTrue(AffineMap map) throws Exception {
        JsonNode original = MAPPER.readTree(certificate(map));
        SplittableRandom random = new SplittableRandom(map.hashCode());
        int count = leaves(original).size();
        int accepted = 0;
        for (int i = 0; i < count; i++) {
            JsonNode copy = original.deepCopy();
            Leaf leaf = leaves(copy).get(i);
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
        String claims = certificate.toString().replace("\"proved\"", "\"probable\"");
        String expected = MAPPER.readTree(certificate(same)).toString().replace("\"proved\"", "\"probable\"");
        // Any monic polynomial of degree 1 names the prime field.
        return claims.substring(claims.indexOf("\"map\"")).equals(expected.substring(expected.indexOf("\"map\"")));
    }

    private static long[] longs(JsonNode list) {
        long[] values = new long[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asLong();
        }
        return values;
    }

    @ParameterizedTest
    @MethodSource("maps")
    void missingPartsAreRejected(AffineMap map) throws Exception {
        JsonNode original = MAPPER.readTree(certificate(map));
        for (Iterator<String> names = original.fieldNames(); names.hasNext(); ) {
            ObjectNode copy = original.deepCopy();
            copy.remove(names.next());
            assertThat(CertificateChecker.check(copy.toString())).isPresent();
        }
        for (String list : List.of("components", "cycleStructure", "levels")) {
            ObjectNode copy = original.deepCopy();
            ((ArrayNode) copy.get(list)).remove(0);
            assertThat(CertificateChecker.check(copy.toString())).isPresent();
        }
    }

    @Test
    void orderThatIsOnlyAMultipleIsRejected() throws Exception {
        // x^2 + x + 1 has order 3; 6 is a multiple of it.
        String json = certificate(ShiftRegister.of(FiniteFields.of(2), 1, 1));
        String forged = json.replace(
                        "\"order\":\"3\",\"primes\":[",
                        "\"order\":\"6\",\"primes\":[{\"prime\":\"2\",\"exponent\":1,\"evidence\":\"proved\",\"witness\":[1]},")
                .replace(
                        "\"matrixOrder\":\"3\",\"polynomialOrder\":\"3\"",
                        "\"matrixOrder\":\"6\",\"polynomialOrder\":\"6\"");
        assertThat(forged).isNotEqualTo(json);
        assertThat(CertificateChecker.check(forged)).isPresent();
    }

    @Test
    void garbageIsRejected() {
        assertThat(CertificateChecker.check("")).isPresent();
        assertThat(CertificateChecker.check("{}")).isPresent();
        assertThat(CertificateChecker.check("{\"schema\":1}")).isPresent();
        assertThat(CertificateChecker.check("[")).isPresent();
    }

    @Test
    void incompleteAnswersHaveNone() {
        AffineMap map = ShiftRegister.of(FiniteFields.of(2), 1, 1, 0, 1);
        assertThatThrownBy(() -> CycleCertificate.of(
                        CycleAnalysis.exact(
                                map, ExactOptions.defaults().withMaxDistinctLengths(1), RunControl.unlimited()),
                        RunControl.unlimited()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("capped");
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
