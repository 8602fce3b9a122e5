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

    public static void main(String[] arguments) {
        MappingOptions options = MappingOptions.defaults()
                .withScheduler(SchedulerOptions.defaults().withWorkers(2))
                .withCheckpoint(Path.of(arguments[0]), true)
                .withCheckpointInterval(Duration.ofMillis(1));
        System.out.println("started");
        System.out.println(
                StateSpaceMapper.map(register(Integer.parseInt(arguments[1])), options, RunControl.unlimited())
                        .structure());
    }
}
