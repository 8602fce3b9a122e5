package org.lfsrtoolkit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FirstStepsTest {

    @Test
    void printsWhatTheReadmeShows() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        FirstSteps.run(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "x^10 + x^9 + x^8 + x^2 + x + 1",
                        "{1:2, 2:1, 3:2, 4:3, 6:1, 8:30, 12:3, 24:30}",
                        "true",
                        "181080508308501851221811810889");
    }
}
