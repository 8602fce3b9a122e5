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

    /** No bijection; a few cycles, and paths of thousands of states into them. */
    static StateMap function(long size) {
        return StateMap.of(size, false, index -> {
            long mixed = (index + 1) * 0x9E3779B97F4A7C15L;
            mixed = (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L;
            return Long.remainderUnsigned(mixed ^ mixed >>> 32, size);
        });
    }

    /** A nonlinear register of that many stages that is a bijection with many cycles. */
    static StateMap bijection(int length) {
        return new FeedbackRegister(2, length, true, index -> (index ^ index >>> 2 & index >>> 5) & 1);
    }

    /** What is mapped, and whether all cycles are told. */
    enum Kind {
        REGISTER(false),
        LISTED_REGISTER(true),
        FUNCTION(false),
        LISTED_FUNCTION(true),
        LISTED_BIJECTION(true);

        private final boolean listed;

        Kind(boolean listed) {
            this.listed = listed;
        }
    }

    /** What a run answers: the structure, and a hash of the list of cycles where it is made. */
    static String answer(Kind kind, MappingOptions options) {
        long[] hash = new long[1];
        MappingOptions all = kind.listed
                ? options.withCycleSink((representative, length) ->
                        hash[0] = (hash[0] * 0x9E3779B97F4A7C15L + representative) * 31 + length)
                : options;
        RunControl control = RunControl.unlimited();
        MappingResult result = switch (kind) {
            case REGISTER, LISTED_REGISTER -> StateSpaceMapper.map(register(26), all, control);
            case FUNCTION, LISTED_FUNCTION -> StateSpaceMapper.map(function(2_000_003), all, control);
            case LISTED_BIJECTION -> StateSpaceMapper.map(bijection(21), all, control);
        };
        // Levels may be thousands.
        return result.structure().cycles() + " " + result.structure().levels().hashCode() + " " + hash[0];
    }

    public static void main(String[] arguments) {
        MappingOptions options = MappingOptions.defaults()
                .withScheduler(SchedulerOptions.defaults().withWorkers(2))
                .withCheckpoint(Path.of(arguments[0]), true)
                .withCheckpointInterval(Duration.ofMillis(1));
        System.out.println("started");
        System.out.println(answer(Kind.valueOf(arguments[1]), options));
    }
}
