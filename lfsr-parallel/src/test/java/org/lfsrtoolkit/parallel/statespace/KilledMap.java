package org.lfsrtoolkit.parallel.statespace;

import java.nio.file.Path;
import java.time.Duration;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;

/** The process that {@link KilledMapTest} kills: maps a register with a checkpoint, resuming, and prints the structure. */
final class KilledMap {

    private KilledMap() {}

    static ShiftRegister register(int degree) {
        long[] c = new long[degree];
        c[0] = 1;
        c[2] = 1;
        return ShiftRegister.of(FiniteField.unchecked(2, 0, 1), c);
    }

    /** What a run answers: the structure, and a hash of the list of cycles where it is made. */
    static String answer(int degree, boolean listed, MappingOptions options) {
        long[] hash = new long[1];
        MappingOptions all = listed
                ? options.withCycleSink((representative, length) ->
                        hash[0] = (hash[0] * 0x9E3779B97F4A7C15L + representative) * 31 + length)
                : options;
        return StateSpaceMapper.map(register(degree), all, RunControl.unlimited())
                        .structure() + " " + hash[0];
    }

    public static void main(String[] arguments) {
        MappingOptions options = MappingOptions.defaults()
                .withScheduler(SchedulerOptions.defaults().withWorkers(2))
                .withCheckpoint(Path.of(arguments[0]), true)
                .withCheckpointInterval(Duration.ofMillis(1));
        System.out.println("started");
        System.out.println(answer(Integer.parseInt(arguments[1]), Boolean.parseBoolean(arguments[2]), options));
    }
}
