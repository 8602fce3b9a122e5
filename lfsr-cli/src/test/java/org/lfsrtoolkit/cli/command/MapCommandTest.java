package org.lfsrtoolkit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.cli.CommandRun;
import org.lfsrtoolkit.cli.ExitCodes;

class MapCommandTest {

    private static final List<String> KEYS = List.of(
            "schema",
            "id",
            "field",
            "modulus",
            "degree",
            "coefficients",
            "constant",
            "characteristicPolynomial",
            "factorization",
            "minimalPolynomial",
            "elementaryDivisors",
            "matrixOrder",
            "polynomialOrder",
            "irreducible",
            "primitive",
            "states",
            "cycleStructure",
            "cycles",
            "periodicStates",
            "transientStates",
            "height",
            "levels",
            "method",
            "verified",
            "complete",
            "unresolved",
            "elapsedSeconds",
            "metrics",
            "error");

    @TempDir
    Path folder;

    private static List<String> keys(JsonNode row) {
        List<String> keys = new ArrayList<>();
        row.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    void jsonRowHasEveryFieldInOrder() {
        JsonNode row = CommandRun.withInput("0,0,1,1\n", "map", "-", "--field", "2", "--format", "json")
                .row();

        assertThat(keys(row)).isEqualTo(KEYS);
        assertThat(row.get("schema").isInt()).isTrue();
        assertThat(row.get("schema").intValue()).isEqualTo(1);
        assertThat(row.get("id").textValue()).isEqualTo("1");
        assertThat(row.get("field").textValue()).isEqualTo("2");
        assertThat(row.get("modulus").isNull()).isTrue();
        assertThat(row.get("degree").intValue()).isEqualTo(4);
        assertThat(row.get("coefficients")).hasToString("[0,0,1,1]");
        assertThat(row.get("constant")).hasToString("0");
        assertThat(row.get("characteristicPolynomial")).hasToString("[0,0,1,1,1]");
        assertThat(row.get("factorization")).hasToString("[[[0,1],2],[[1,1,1],1]]");
        assertThat(row.get("minimalPolynomial")).hasToString("[0,0,1,1,1]");
        assertThat(row.get("elementaryDivisors")).hasToString("[[[0,1],2,1],[[1,1,1],1,1]]");
        assertThat(row.get("matrixOrder").isNull()).isTrue();
        assertThat(row.get("polynomialOrder").isNull()).isTrue();
        assertThat(row.get("irreducible").booleanValue()).isFalse();
        assertThat(row.get("primitive").booleanValue()).isFalse();
        assertThat(row.get("states")).hasToString("\"16\"");
        assertThat(row.get("cycleStructure")).hasToString("[[\"1\",\"1\"],[\"3\",\"1\"]]");
        assertThat(row.get("cycles")).hasToString("\"2\"");
        assertThat(row.get("periodicStates")).hasToString("\"4\"");
        assertThat(row.get("transientStates")).hasToString("\"12\"");
        assertThat(row.get("height")).hasToString("2");
        assertThat(row.get("levels")).hasToString("[\"4\",\"4\",\"8\"]");
        assertThat(row.get("method")).hasToString("\"verify\"");
        assertThat(row.get("verified").booleanValue()).isTrue();
        assertThat(row.get("complete").booleanValue()).isTrue();
        assertThat(row.get("unresolved")).hasToString("[]");
        assertThat(row.get("elapsedSeconds").isNumber()).isTrue();
        assertThat(row.get("metrics").isObject()).isTrue();
        assertThat(row.get("error").isNull()).isTrue();
    }

    /** The 51-digit cofactor takes far longer than the time given; whoever finds its primes sooner changes this test. */
    @Test
    void unresolvedOrderIsReportedInJsonAndText() {
        JsonNode json = hardToFactor("json").row();
        assertThat(keys(json)).isEqualTo(KEYS);
        assertThat(json.get("complete").booleanValue()).isFalse();
        assertThat(json.get("cycleStructure").isNull()).isTrue();
        assertThat(json.get("matrixOrder").isNull()).isTrue();
        assertThat(json.get("unresolved")).hasSize(1);
        assertThat(json.get("unresolved").get(0).get("cofactor").textValue())
                .isEqualTo("113870210322719026453219101989708302201105210874993");

        String text = hardToFactor("text").out();
        assertThat(text.replaceAll("\\s+", " ").replaceAll(", (?=\\d)", ","))
                .contains(
                        "not resolved the order of a factor of degree 7 divides 3,397,170,687,912,199,549,145,617,670,"
                                + "594,173,536,333,712,420,756,337,810,683,757,601, of which the composite 113,870,210,322,719,026,"
                                + "453,219,101,989,708,302,201,105,210,874,993 could not be factored")
                .contains("INCOMPLETE: see what is not resolved above.");
        assertThat(text).as("numbers are broken between groups of digits").doesNotContainPattern("\\n +,");
    }

    private static CommandRun hardToFactor(String format) {
        String row = "1,1,0,0,0,0,0,0,0,0,0,0,0\n";
        return CommandRun.withInput(
                row, "map", "-", "--field", "2147483647", "--factoring-time", "1ms", "--format", format);
    }

    @Test
    void badRowHasTheSameFields() {
        JsonNode row = CommandRun.withInput("0,7\n", "map", "-", "--field", "2", "--format", "json")
                .row();

        assertThat(keys(row)).isEqualTo(KEYS);
        assertThat(row.get("complete").booleanValue()).isFalse();
        assertThat(row.get("error").get("code").textValue()).isEqualTo("BAD_INPUT");
    }

    @Test
    void matrixStandsInPlaceOfCoefficients() {
        JsonNode row = CommandRun.withInput(
                        "{\"id\":\"m\",\"field\":\"5\",\"matrix\":[[0,1],[4,0]],\"constant\":[1,0]}\n",
                        "map",
                        "-",
                        "--format",
                        "json")
                .row();

        assertThat(row.has("coefficients")).isFalse();
        assertThat(row.get("matrix")).hasToString("[[0,1],[4,0]]");
        assertThat(row.get("constant")).hasToString("[1,0]");
        assertThat(row.get("cycleStructure")).hasToString("[[\"1\",\"1\"],[\"4\",\"6\"]]");
    }

    @Test
    void elementsOfExtensionFieldsKeepTheirCodes() {
        JsonNode row = CommandRun.withInput("{\"field\":\"2^2\",\"coefficients\":[2,3]}\n", "map", "-", "-f", "json")
                .row();

        assertThat(row.get("field").textValue()).isEqualTo("2^2");
        assertThat(row.get("modulus")).hasToString("[1,1,1]");
        assertThat(row.get("characteristicPolynomial")).hasToString("[2,3,1]");
    }

    @Test
    void ownModulusIsUsedAndShown() {
        CommandRun run = CommandRun.withInput(
                "{\"field\":\"2^8\",\"modulus\":[1,1,0,1,1,0,0,0,1],\"coefficients\":[2]}\n"
                        + "{\"field\":\"256\",\"coefficients\":[2]}\n"
                        + "{\"field\":\"GF(2^8)/x^8+x^4+x^3+x+1\",\"coefficients\":[2]}\n",
                "map",
                "-",
                "-f",
                "json");

        assertThat(run.rows().get(0).get("matrixOrder").textValue()).isEqualTo("51");
        assertThat(run.rows().get(1).get("matrixOrder").textValue()).isEqualTo("255");
        assertThat(run.rows().get(2).get("matrixOrder").textValue()).isEqualTo("51");
        assertThat(run.rows().get(2).get("modulus")).hasToString("[1,1,0,1,1,0,0,0,1]");
    }

    @Test
    void fieldOfTheRowWins() {
        CommandRun run = CommandRun.withInput(
                "{\"coefficients\":[1,1]}\n{\"field\":\"3\",\"coefficients\":[1,2]}\n",
                "map",
                "-",
                "--field",
                "2^2/x^2+x+1",
                "-f",
                "json");

        assertThat(run.rows()).extracting(row -> row.get("field").textValue()).containsExactly("2^2", "3");
    }

    @Test
    void idsAreNamesOrLineNumbers() {
        CommandRun csv =
                CommandRun.withInput("\uFEFF# c\r\n1,1\r\n\r\n1,0 # c\r\n", "map", "-", "-q", "2", "-f", "json");
        CommandRun json = CommandRun.withInput(
                "\n{\"field\":\"2\",\"coefficients\":[1]}\n{\"id\":\"ä\",\"field\":\"2\",\"coefficients\":[1]}",
                "map",
                "-",
                "-f",
                "json");

        assertThat(csv.rows()).extracting(row -> row.get("id").textValue()).containsExactly("2", "4");
        assertThat(json.rows()).extracting(row -> row.get("id").textValue()).containsExactly("2", "ä");
    }

    @ParameterizedTest
    @CsvSource({
        "auto, 16, verify, true",
        "auto, 15, exact, ''",
        "AUTO, 2^4, verify, true",
        "exact, 16, exact, ''",
        "Enumerate, 1, enumerate, ''",
        "VERIFY, 1, verify, true"
    })
    void methodDecidesWhatRuns(String method, String limit, String ran, String verified) {
        JsonNode row = CommandRun.withInput(
                        "1,1,0,0\n", "map", "-", "-q", "2", "-f", "json", "--method", method, "--verify-limit", limit)
                .row();

        assertThat(row.get("method").textValue()).isEqualTo(ran);
        assertThat(row.get("verified")).hasToString(verified.isEmpty() ? "null" : verified);
        assertThat(row.get("metrics").isNull()).isEqualTo(ran.equals("exact"));
        assertThat(row.get("cycleStructure")).hasToString("[[\"1\",\"1\"],[\"15\",\"1\"]]");
    }

    @Test
    void enumerationLeavesTheAlgebraNull() {
        JsonNode row = CommandRun.withInput("0,0,1,1\n", "map", "-", "-q", "2", "-f", "json", "--method", "enumerate")
                .row();

        Set<String> nulls = new TreeSet<>();
        row.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                nulls.add(entry.getKey());
            }
        });
        assertThat(nulls)
                .containsExactlyInAnyOrder(
                        "modulus",
                        "characteristicPolynomial",
                        "factorization",
                        "minimalPolynomial",
                        "elementaryDivisors",
                        "matrixOrder",
                        "polynomialOrder",
                        "irreducible",
                        "primitive",
                        "verified",
                        "error");
        assertThat(row.get("complete").booleanValue()).isTrue();
        assertThat(row.get("levels")).hasToString("[\"4\",\"4\",\"8\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sequential", "STATIC", "shared-queue", "Work_Stealing", "hybrid"})
    void everyStrategyGivesTheSameAnswer(String strategy) {
        JsonNode row = CommandRun.withInput(
                        "1,1,1,0,0,0,0,0,1,1\n",
                        "map",
                        "-",
                        "-q",
                        "2",
                        "-f",
                        "json",
                        "--strategy",
                        strategy,
                        "--workers",
                        "3")
                .row();

        assertThat(row.get("verified").booleanValue()).isTrue();
        assertThat(row.get("cycles").textValue()).isEqualTo("72");
    }

    @Test
    void csvHasAHeaderAndJsonInItsCells() {
        CommandRun run = CommandRun.withInput("1,1,0,0\n0,9\n", "map", "-", "-q", "2", "-f", "csv");

        List<String> lines = run.out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .startsWith("schema,id,field,modulus,degree,coefficients,matrix,constant,characteristicPolynomial,")
                .endsWith("elapsedSeconds,metrics,error");
        assertThat(lines.get(1))
                .startsWith("1,1,2,,4,\"[1,1,0,0]\",,0,\"[1,1,0,0,1]\",\"[[[1,1,0,0,1],1]]\"")
                .contains(
                        ",15,15,true,true,16,\"[[\"\"1\"\",\"\"1\"\"],[\"\"15\"\",\"\"1\"\"]]\",2,16,0,0,\"[\"\"16\"\"]\",verify,true,true,[],");
        assertThat(lines.get(2)).contains("BAD_INPUT");
    }

    @Test
    void textExplainsItself() {
        CommandRun run = CommandRun.withInput("1,1,1,0,0,0,0,0,1,1\n", "map", "-", "--field", "2");

        assertThat(run.code()).isEqualTo(ExitCodes.ANSWERED);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("1: register of length 10 over GF(2)")
                .contains("s(t+10) = s(t) + s(t+1) + s(t+2) + s(t+8) + s(t+9)")
                .contains("x^10 + x^9 + x^8 + x^2 + x + 1")
                .contains("(x + 1)^8 · (x^2 + x + 1)")
                .contains("order               24")
                .contains("72 cycles of 8 different lengths")
                .contains("        24       30      720   70.3 %")
                .contains("Checked: all 1,024 states were walked one by one");
    }

    @Test
    void outputFileAppearsWholeAndIsNotReplaced() throws IOException {
        Path file = folder.resolve("result.jsonl");
        CommandRun first = CommandRun.withInput("1,1\n", "map", "-", "-q", "2", "-o", file.toString());
        String written = Files.readString(file);
        CommandRun second = CommandRun.withInput("1,0\n", "map", "-", "-q", "2", "-o", file.toString());

        assertThat(first.code()).isEqualTo(ExitCodes.ANSWERED);
        assertThat(first.out()).isEmpty();
        assertThat(CommandRun.rows(written)).hasSize(1);
        assertThat(second.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(second.err()).contains("exists already").contains("--force");
        assertThat(file).hasContent(written.strip());
        assertThat(CommandRun.withInput("1,0\n", "map", "-", "-q", "2", "-o", file.toString(), "--force")
                        .code())
                .isEqualTo(ExitCodes.ANSWERED);
        assertThat(Files.readString(file)).contains("[1,0]");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @ParameterizedTest
    @CsvSource({"r.jsonl, {", "r.JSON, {", "r.csv, schema", "r.txt, ──", "r, ──"})
    void formatFollowsTheFileName(String name, String start) throws IOException {
        Path file = folder.resolve(name);
        CommandRun.withInput("1,1\n", "map", "-", "-q", "2", "-o", file.toString());

        assertThat(Files.readString(file)).startsWith(start);
    }

    @Test
    void cyclesAreListedByRepresentative() throws IOException {
        Path file = folder.resolve("cycles.csv");
        CommandRun run = CommandRun.withInput(
                "{\"id\":\"a,b\",\"field\":\"2\",\"coefficients\":[0,0,1,1]}\n"
                        + "{\"id\":\"x\",\"field\":\"2\",\"coefficients\":[1,1,0,0],\"constant\":1}\n",
                "map",
                "-",
                "--cycles",
                file.toString());

        assertThat(run.code()).isEqualTo(ExitCodes.ANSWERED);
        assertThat(file).hasContent("id,representative,length\n\"a,b\",0,1\n\"a,b\",6,3\nx,0,15\nx,15,1\n".strip());
    }

    @Test
    void severalInputsAreReadInOrder() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "1,1\n");
        Path json =
                Files.writeString(folder.resolve("b.jsonl"), "{\"id\":\"b\",\"field\":\"3\",\"coefficients\":[1]}\n");
        CommandRun run =
                CommandRun.withInput("1,0,1\n", "map", csv.toString(), "-", json.toString(), "-q", "2", "-f", "json");

        assertThat(run.rows()).extracting(row -> row.get("degree").intValue()).containsExactly(2, 3, 1);
    }

    @Test
    void ownOutputIsInput() {
        String first = CommandRun.withInput(
                        "{\"field\":\"2^2\",\"coefficients\":[2,3],\"constant\":1}\n{\"field\":\"5\",\"matrix\":[[0,1],[4,0]]}\n",
                        "map",
                        "-",
                        "-f",
                        "json",
                        "--method",
                        "exact")
                .out();
        String second = CommandRun.withInput(first, "map", "-", "-f", "json", "--method", "exact")
                .out();

        String time = "\"elapsedSeconds\":[0-9.]+";
        assertThat(second.replaceAll(time, "")).isEqualTo(first.replaceAll(time, ""));
    }

    @Test
    void rowAboveALimitEndsWithThree() {
        CommandRun run = CommandRun.withInput(
                "1" + ",0".repeat(199) + "\n1,1\n", "map", "-", "-q", "2", "-f", "json", "--method", "enumerate");

        assertThat(run.code()).isEqualTo(ExitCodes.LIMIT);
        assertThat(run.rows().get(0).get("error").get("code").textValue()).isEqualTo("LIMIT");
        assertThat(run.rows().get(0).get("complete").booleanValue()).isFalse();
        assertThat(run.rows().get(1).get("error").isNull()).isTrue();
    }

    @Test
    void timeLimitIsALimit() {
        JsonNode row = CommandRun.withInput(
                        "1" + ",0".repeat(29) + "\n",
                        "map",
                        "-",
                        "-q",
                        "2",
                        "-f",
                        "json",
                        "--method",
                        "verify",
                        "--time-limit",
                        "0ms")
                .row();

        assertThat(row.get("error").get("code").textValue()).isEqualTo("LIMIT");
        assertThat(row.get("error").get("message").textValue()).contains("time budget");
    }

    @Test
    void helpTeachesAndNamesTheExitCodes() {
        CommandRun run = CommandRun.of("map", "--help");

        assertThat(run.code()).isEqualTo(ExitCodes.ANSWERED);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "--method", "--field", "--strategy", "--workers", "--format", "--output", "--cycles", "--force")
                .contains("--resume", "--checkpoint", "--verify-limit", "--memory")
                .containsPattern("(?m)^ +130 +interrupted")
                .contains("lfsr map examples/strange.csv --field 2");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 110);
        assertThat(CommandRun.of("--version").out()).startsWith("lfsr ");
        assertThat(CommandRun.of("--help").out()).contains("map", "gui");
    }
}
