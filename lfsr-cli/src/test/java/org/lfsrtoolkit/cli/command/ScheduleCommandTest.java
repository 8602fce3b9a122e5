package org.lfsrtoolkit.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lfsrtoolkit.cli.CommandRun;
import org.lfsrtoolkit.cli.ExitCodes;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ScheduleCommandTest {

    private static final String ROWS = "1,1\n1,1,0,1,0,1,0,0,0,0,0,0,0,0\n";

    @TempDir
    Path folder;

    /** The command on the second row, the register of 14 stages, without warm-up. */
    private static CommandRun onSecondRow(String... more) {
        String[] fixed = {"schedule", "-", "-q", "2", "--id", "2", "--warm-up", "0s"};
        String[] arguments = Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        return CommandRun.withInput(ROWS, arguments);
    }

    @Test
    void everySettingRunsOnceARoundAndOneIsRecommended() {
        JsonNode result = onSecondRow("--rounds", "2", "--workers", "1,3", "--force-parallel", "-f", "json")
                .row();

        List<String> settings = new ArrayList<>();
        for (JsonNode setting : result.get("settings")) {
            settings.add(setting.get("strategy").textValue() + setting.get("workers"));
            assertThat(setting.get("runs")).hasSize(2);
            assertThat(setting.get("medianStatesPerSecond").longValue()).isPositive();
            assertThat(setting.get("slowestStatesPerSecond").longValue())
                    .isLessThanOrEqualTo(setting.get("fastestStatesPerSecond").longValue());
        }
        assertThat(settings)
                .containsExactly(
                        "sequential1",
                        "static1",
                        "static3",
                        "shared-queue1",
                        "shared-queue3",
                        "work-stealing1",
                        "work-stealing3",
                        "hybrid1",
                        "hybrid3");
        assertThat(result.get("states").textValue()).isEqualTo("16384");
        assertThat(result.get("cycles").textValue()).isEqualTo("2");
        JsonNode best = result.get("recommendation");
        assertThat(settings).contains(best.get("strategy").textValue() + best.get("workers"));
    }

    @Test
    void everyWorkerIsAccountedFor() {
        JsonNode setting = onSecondRow(
                        "--rounds", "1", "--workers", "2", "--strategies", "hybrid", "--force-parallel", "-f", "json")
                .row()
                .get("settings")
                .get(0);

        JsonNode metrics = setting.get("runs").get(0).get("metrics");
        assertThat(metrics.get("timeImbalance").isNumber()).isTrue();
        assertThat(metrics.get("stateImbalance").isNumber()).isTrue();
        assertThat(metrics.get("workers")).hasSize(2);
        for (JsonNode worker : metrics.get("workers")) {
            assertThat(worker.fieldNames())
                    .toIterable()
                    .contains("busyNanos", "idleNanos", "schedulingNanos", "batches", "steals", "failedSteals")
                    .contains("statesWalked", "statesWalkedTwice", "claims", "lostClaims");
        }
        assertThat(metrics.get("statesWalked").longValue()).isEqualTo(16_384);
        assertThat(metrics.get("claims").longValue()).isEqualTo(2);
    }

    @Test
    void simulatedSettingsStandBesideTheMeasuredOnes() {
        String[] options = {
            "--rounds",
            "1",
            "--workers",
            "1",
            "--strategies",
            "sequential,hybrid",
            "--simulate",
            "1,8,1024",
            "--force-parallel",
            "-f",
            "json"
        };
        JsonNode result = onSecondRow(options).row();

        List<String> settings = new ArrayList<>();
        for (JsonNode setting : result.get("simulation").get("settings")) {
            int workers = setting.get("workers").intValue();
            settings.add(setting.get("strategy").textValue() + workers);
            assertThat(setting.get("predictedNanos").longValue()).isPositive();
            assertThat(setting.get("utilisation").doubleValue()).isBetween(0.0, 1.0);
            assertThat(setting.get("measuredNanos").isNull()).isEqualTo(workers > 1);
            assertThat(setting.get("predictedOverMeasured").isNull()).isEqualTo(workers > 1);
        }
        assertThat(settings).containsExactly("sequential1", "hybrid1", "hybrid8", "hybrid1024");

        options[options.length - 1] = "text";
        assertThat(onSecondRow(options).out())
                .contains("Simulated: ", "predicted/measured")
                .containsPattern("(?m)^ +hybrid +1024 ");
    }

    @Test
    void smallMapIsLeftToTheDefaults() {
        CommandRun run = CommandRun.withInput(
                "1,1,0\n", "schedule", "-", "-q", "2", "--warm-up", "0s", "--rounds", "1", "--workers", "1,2");

        assertThat(run.out()).contains("Use --strategy hybrid --workers 1: any setting will do, also the defaults");
    }

    @Test
    void tableSaysWhichSettingToUse() {
        CommandRun run = CommandRun.withInput(ROWS, "schedule", "-", "-q", "2", "--warm-up", "0s", "--rounds", "1");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCodes.ANSWERED);
        assertThat(run.out())
                .contains("1: degree 2 over GF(2), 4 states")
                .contains("sequential", "static", "shared-queue", "work-stealing", "hybrid")
                .containsPattern("(?m)^Use --strategy [a-z-]+ --workers \\d+: ");
    }

    @Test
    void timelinesAreDrawnAndListed() throws Exception {
        Path svg = folder.resolve("t.svg");
        Path json = folder.resolve("t.json");
        CommandRun run = onSecondRow(
                "--rounds",
                "1",
                "--workers",
                "2",
                "--force-parallel",
                "--timeline",
                svg.toString(),
                "--timeline",
                json.toString());

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCodes.ANSWERED);
        Document drawing = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(svg))));
        assertThat(drawing.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(drawing.getElementsByTagName("rect").getLength()).isGreaterThan(10);
        for (String strategy : List.of("sequential", "static", "shared-queue", "work-stealing", "hybrid")) {
            assertThat(drawing.getDocumentElement().getTextContent()).contains(strategy + ", ");
        }
        JsonNode timelines = CommandRun.rows(Files.readString(json)).get(0).get("timelines");
        assertThat(timelines).hasSize(5);
        for (JsonNode timeline : timelines) {
            assertThat(timeline.get("events")).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--workers 0 | --workers = 0, expected 1..",
                "--workers 1,x | x, expected an integer",
                "--rounds 0 | --rounds = 0, expected 1..",
                "--simulate 8,1025 | --simulate = 1025, expected 1..1024",
                "--strategies hybrid,lifo | strategy = lifo, expected",
                "--id nine | no row with id 'nine'",
                "--id 3 | coefficient c_1 = 7, expected",
                "--format csv | expected text, json",
                "-o /none/x | no such folder"
            })
    void uselessCommandLineStartsNothing(String options, String message) {
        String[] more = options.split(" ");
        CommandRun run = CommandRun.withInput(ROWS + "1,7\n", "schedule", "-", "-q", "2", more[0], more[1]);

        assertThat(run.code()).isEqualTo(ExitCodes.NOT_STARTED);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void limitAndInterruptionHaveTheirCodes() throws IOException {
        String large = "1" + ",0".repeat(199) + "\n";
        CancellationToken token = new CancellationToken();
        token.cancel();
        CommandRun interrupted = CommandRun.withInput(
                new java.io.ByteArrayInputStream("1,1,0,0\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                token,
                "schedule",
                "-",
                "-q",
                "2");

        assertThat(CommandRun.withInput(large, "schedule", "-", "-q", "2").code())
                .isEqualTo(ExitCodes.LIMIT);
        assertThat(interrupted.code()).isEqualTo(ExitCodes.INTERRUPTED);
    }
}
