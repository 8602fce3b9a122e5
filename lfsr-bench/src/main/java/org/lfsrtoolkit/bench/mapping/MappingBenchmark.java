package org.lfsrtoolkit.bench.mapping;

import java.util.concurrent.TimeUnit;
import org.lfsrtoolkit.core.FiniteFields;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.MatrixMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.schedule.SchedulerOptions;
import org.lfsrtoolkit.parallel.statespace.MappingOptions;
import org.lfsrtoolkit.parallel.statespace.MappingResult;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Whole maps, and the naive bitmap mapper beside them. Seconds a map; divide by the states of the shape.
 *
 * <p>Run: {@code java -jar lfsr-bench/target/benchmarks.jar mapping.MappingBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 6)
@Fork(2)
public class MappingBenchmark {

    /** The choice of a shape. */
    public abstract static class Shape {

        @Param({
            "GF(2) x^28+x^3+1, primitive",
            "GF(2) x^28+1",
            "GF(2) x^28+x^2+1",
            "GF(2) x^28, taps 0x5555",
            "GF(3) d=18",
            "GF(4) d=14",
            "GF(5) d=12",
            "GF(7) d=10",
            "GF(8) d=9",
            "GF(9) d=9",
            "GF(16) d=7",
            "GF(256) d=3",
            "GF(2) singular, x^3 (x^25+x^3+1)",
            "GF(2) matrix of side 28, cyclic",
            "GF(2) matrix of side 28, not cyclic",
            "GF(3) matrix of side 15, cyclic",
            "GF(3) matrix of side 16, not cyclic"
        })
        private String shape = "";

        final AffineMap map() {
            return MappingShapes.all().get(shape);
        }
    }

    /** Every shape for the mapper. */
    @State(Scope.Benchmark)
    public static class Mapped extends Shape {

        @Param({"1", "2"})
        private int workers;

        private AffineMap map = MappingShapes.taps(2, 0);
        private MappingOptions options = MappingOptions.defaults();

        @Setup
        public void prepare() {
            map = map();
            options = MappingOptions.defaults()
                    .withScheduler(SchedulerOptions.defaults().withWorkers(workers));
        }
    }

    /** Every shape for the naive mapper. */
    @State(Scope.Benchmark)
    public static class Naive extends Shape {

        private AffineMap map = MappingShapes.taps(2, 0);

        @Setup
        public void prepare() {
            map = map();
            checkNaiveMapper();
        }
    }

    /** Both mappers on small maps of every kind: they must agree before anything is timed. */
    private static void checkNaiveMapper() {
        for (AffineMap small : new AffineMap[] {
            MappingShapes.taps(12, 0, 2),
            MappingShapes.taps(12, 3, 5),
            MappingShapes.taps(12, 0, 2).withConstant(1),
            ShiftRegister.of(FiniteFields.of(3), 1, 0, 2, 0, 1, 1),
            ShiftRegister.of(FiniteFields.of(16), 7, 0, 2),
            MatrixMap.linear(MappingShapes.taps(12, 0, 2).matrix()),
            MatrixMap.linear(
                    ShiftRegister.of(FiniteFields.of(3), 0, 0, 2, 0, 1, 1).matrix())
        }) {
            long expected = StateSpaceMapper.map(small, MappingOptions.defaults(), RunControl.unlimited())
                    .structure()
                    .cycles()
                    .cycles()
                    .longValueExact();
            if (expected != NaiveBitmapMapper.cycles(small)) {
                throw new IllegalStateException("the naive mapper and ours differ on " + small);
            }
        }
    }

    @Benchmark
    public MappingResult mapper(Mapped shape) {
        return StateSpaceMapper.map(shape.map, shape.options, RunControl.unlimited());
    }

    @Benchmark
    public long naiveJavaBitmap(Naive shape) {
        return NaiveBitmapMapper.cycles(shape.map);
    }
}
