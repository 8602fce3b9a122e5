package org.lfsrtoolkit.bench.stress;

import org.lfsrtoolkit.parallel.registry.CycleRegistry;
import org.lfsrtoolkit.parallel.registry.DenseCycleRegistry;
import org.lfsrtoolkit.parallel.registry.HashedCycleRegistry;
import org.lfsrtoolkit.parallel.registry.VisitedBitmap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Claims of the same and of neighbouring leaders by two threads at once. */
public final class CycleClaimStress {

    private CycleClaimStress() {}

    /** One leader, two claimants: one wins. */
    @JCStressTest
    @Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the first claimant won")
    @Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the second claimant won")
    @State
    public static class SameLeaderDense {
        private final CycleRegistry registry = new DenseCycleRegistry(64);

        @Actor
        public void first(ZZ_Result result) {
            result.r1 = registry.claim(7);
        }

        @Actor
        public void second(ZZ_Result result) {
            result.r2 = registry.claim(7);
        }
    }

    /** One leader, two claimants: one wins. */
    @JCStressTest
    @Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the first claimant won")
    @Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the second claimant won")
    @State
    public static class SameLeaderHashed {
        private final CycleRegistry registry = new HashedCycleRegistry(8);

        @Actor
        public void first(ZZ_Result result) {
            result.r1 = registry.claim(7);
        }

        @Actor
        public void second(ZZ_Result result) {
            result.r2 = registry.claim(7);
        }
    }

    /** Two leaders in a table of two slots: both win, wherever they land. */
    @JCStressTest
    @Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "different cycles, both won")
    @State
    public static class DifferentLeadersHashed {
        private final CycleRegistry registry = new HashedCycleRegistry(1);

        @Actor
        public void first(ZZ_Result result) {
            result.r1 = registry.claim(7);
        }

        @Actor
        public void second(ZZ_Result result) {
            result.r2 = registry.claim(8);
        }
    }

    /** The loser sees what the winner wrote before its claim. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the first won, the second sees its length")
    @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "the second won, the first sees its length")
    @State
    public static class LoserSeesTheWinnersLengthDense {
        private final CycleRegistry registry = new DenseCycleRegistry(64);
        private int firstLength;
        private int secondLength;

        @Actor
        public void first(II_Result result) {
            firstLength = 1;
            if (registry.claim(7)) {
                result.r1 = 1;
            } else {
                result.r2 = secondLength;
            }
        }

        @Actor
        public void second(II_Result result) {
            secondLength = 2;
            if (registry.claim(7)) {
                result.r2 = 2;
            } else {
                result.r1 = firstLength;
            }
        }
    }

    /** The loser sees what the winner wrote before its claim. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the first won, the second sees its length")
    @Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "the second won, the first sees its length")
    @State
    public static class LoserSeesTheWinnersLengthHashed {
        private final CycleRegistry registry = new HashedCycleRegistry(8);
        private int firstLength;
        private int secondLength;

        @Actor
        public void first(II_Result result) {
            firstLength = 1;
            if (registry.claim(7)) {
                result.r1 = 1;
            } else {
                result.r2 = secondLength;
            }
        }

        @Actor
        public void second(II_Result result) {
            secondLength = 2;
            if (registry.claim(7)) {
                result.r2 = 2;
            } else {
                result.r1 = firstLength;
            }
        }
    }

    /** Atomic marks in one word are not lost. */
    @JCStressTest
    @Outcome(id = "1, 1, 2", expect = Expect.ACCEPTABLE, desc = "both marks are there")
    @State
    public static class NeighbouringMarksAtomic {
        private final VisitedBitmap bitmap = new VisitedBitmap(64);

        @Actor
        public void first(III_Result result) {
            result.r1 = bitmap.markAtomic(3) ? 1 : 0;
        }

        @Actor
        public void second(III_Result result) {
            result.r2 = bitmap.markAtomic(4) ? 1 : 0;
        }

        @Arbiter
        public void both(III_Result result) {
            result.r3 = (int) bitmap.count(0, 64);
        }
    }

    /** Plain marks in one word may be lost, but none is invented and one at least stays. */
    @JCStressTest
    @Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "both marks are there")
    @Outcome(
            id = {"1, 0", "0, 1"},
            expect = Expect.ACCEPTABLE_INTERESTING,
            desc = "one mark was lost")
    @State
    public static class NeighbouringMarksPlain {
        private final VisitedBitmap bitmap = new VisitedBitmap(64);

        @Actor
        public void first() {
            bitmap.mark(3);
        }

        @Actor
        public void second() {
            bitmap.mark(4);
        }

        @Arbiter
        public void both(II_Result result) {
            int others = (int) bitmap.count(0, 3) + (int) bitmap.count(5, 64);
            result.r1 = (bitmap.isMarked(3) ? 1 : 0) + 100 * others;
            result.r2 = bitmap.isMarked(4) ? 1 : 0;
        }
    }
}
