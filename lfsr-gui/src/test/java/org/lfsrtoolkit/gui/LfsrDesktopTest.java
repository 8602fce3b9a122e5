package org.lfsrtoolkit.gui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LfsrDesktopTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final AtomicInteger windows = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"-h", "--help"})
    void helpIsShownWithoutAWindow(String option) {
        assertThat(run(windows::incrementAndGet, option)).isZero();
        assertThat(text(out)).contains("Usage: lfsr gui [FIELD [COEFFICIENTS]]");
        assertThat(windows).hasValue(0);
    }

    @Test
    void tooManyArgumentsAreOneLine() {
        assertThat(run(windows::incrementAndGet, "2", "1,1", "more")).isEqualTo(2);
        assertThat(text(err))
                .isEqualToNormalizingNewlines("lfsr gui: 3 arguments, expected at most a field and coefficients\n");
        assertThat(windows).hasValue(0);
    }

    @Test
    void missingScreenIsOneLine() {
        Runnable withoutScreen = () -> {
            throw new UnsupportedOperationException("Unable to open DISPLAY");
        };
        assertThat(run(withoutScreen)).isEqualTo(2);
        assertThat(text(err))
                .isEqualToNormalizingNewlines("lfsr gui: Unable to open DISPLAY, expected a graphical screen\n");
    }

    @Test
    void closedWindowIsSuccess() {
        assertThat(run(windows::incrementAndGet, "2", "1,1,0,0")).isZero();
        assertThat(windows).hasValue(1);
        assertThat(text(err)).isEmpty();
    }

    private int run(Runnable window, String... arguments) {
        return LfsrDesktop.run(
                List.of(arguments),
                window,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
