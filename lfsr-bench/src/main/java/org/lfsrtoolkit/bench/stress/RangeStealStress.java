package org.lfsrtoolkit.bench.stress;

import org.lfsrtoolkit.parallel.schedule.PackedRanges;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Owner and thieves at one packed range. Results are sums of bits: unit u taken counts 2^(2u), so that a unit taken
 * twice shows as a 2 in its place; the arbiter adds what is left.
 */
public final class RangeStealStress {

    private RangeStealStress() {}

    private static int bits(long range) {
        int sum = 0;
        for (int unit = PackedRanges.low(range); unit < PackedRanges.high(range); unit++) {
            sum += 1 << 2 * unit;
        }
        return sum;
    }

    private static long steal(PackedRanges ranges) {
        long seen = ranges.get(0);
        return PackedRanges.size(seen) == 0 ? PackedRanges.NOTHING : ranges.stealHalf(0, seen);
    }

    /** One unit: the owner or the thief gets it. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the owner")
    @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the thief")
    @State
    public static class LastUnit {
        private final PackedRanges ranges = new PackedRanges(1);

        public LastUnit() {
            ranges.publish(0, 0, 1);
        }

        @Actor
        public void owner(II_Result result) {
            result.r1 = bits(ranges.claim(0, 1));
        }

        @Actor
        public void thief(II_Result result) {
            result.r2 = bits(steal(ranges));
        }
    }

    /** Four units, the owner takes one: with what is left, each unit is there once (85 = 1 + 4 + 16 + 64). */
    @JCStressTest
    @Outcome(id = "1, 80, 85", expect = Expect.ACCEPTABLE, desc = "0 to the owner, 2 and 3 to the thief, 1 is left")
    @Outcome(id = "1, 0, 85", expect = Expect.ACCEPTABLE, desc = "the theft failed")
    @State
    public static class OwnerAndThief {
        private final PackedRanges ranges = new PackedRanges(1);

        public OwnerAndThief() {
            ranges.publish(0, 0, 4);
        }

        @Actor
        public void owner(III_Result result) {
            result.r1 = bits(ranges.claim(0, 1));
        }

        @Actor
        public void thief(III_Result result) {
            result.r2 = bits(steal(ranges));
        }

        @Arbiter
        public void sum(III_Result result) {
            result.r3 = result.r1 + result.r2 + bits(ranges.get(0));
        }
    }

    /** Four units, two thieves: with what is left, each unit is there once. */
    @JCStressTest
    @Outcome(id = "80, 0, 85", expect = Expect.ACCEPTABLE, desc = "the second theft failed")
    @Outcome(id = "0, 80, 85", expect = Expect.ACCEPTABLE, desc = "the first theft failed")
    @Outcome(id = "80, 4, 85", expect = Expect.ACCEPTABLE, desc = "one after the other")
    @Outcome(id = "4, 80, 85", expect = Expect.ACCEPTABLE, desc = "one after the other")
    @State
    public static class TwoThieves {
        private final PackedRanges ranges = new PackedRanges(1);

        public TwoThieves() {
            ranges.publish(0, 0, 4);
        }

        @Actor
        public void first(III_Result result) {
            result.r1 = bits(steal(ranges));
        }

        @Actor
        public void second(III_Result result) {
            result.r2 = bits(steal(ranges));
        }

        @Arbiter
        public void sum(III_Result result) {
            result.r3 = result.r1 + result.r2 + bits(ranges.get(0));
        }
    }
}
