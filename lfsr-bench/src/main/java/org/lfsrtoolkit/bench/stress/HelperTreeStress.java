package org.lfsrtoolkit.bench.stress;

import org.lfsrtoolkit.parallel.schedule.HelperTree;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;
import org.openjdk.jcstress.infra.results.II_Result;

/** Helpers that enter, and callers that revoke: each slot is somebody's once. */
public final class HelperTreeStress {

    private HelperTreeStress() {}

    private static HelperTree planted(int helpers) {
        HelperTree tree = new HelperTree(helpers + 1);
        for (int slot = 1; slot <= helpers; slot++) {
            tree.makeReady(slot);
        }
        tree.plant(helpers);
        return tree;
    }

    private static int bit(boolean value) {
        return value ? 1 : 0;
    }

    /** The permit of a slot is given back by the helper or by the caller. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the helper")
    @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the caller")
    @State
    public static class EnterOrRevoke {
        private final HelperTree tree = planted(1);

        @Actor
        public void helper(II_Result result) {
            result.r1 = bit(tree.enter(1));
        }

        @Actor
        public void caller(II_Result result) {
            result.r2 = bit(tree.revoke(1));
        }
    }

    /** Two threads came for one slot. */
    @JCStressTest
    @Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the first")
    @Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the second")
    @State
    public static class OneSlotTwoThreads {
        private final HelperTree tree = planted(1);

        @Actor
        public void first(II_Result result) {
            result.r1 = bit(tree.enter(1));
        }

        @Actor
        public void second(II_Result result) {
            result.r2 = bit(tree.enter(1));
        }
    }

    /**
     * Slot 1 starts slot 5 while the caller ends the run: each of the two slots is entered or revoked, and nobody enters
     * after the caller has found all slots free.
     */
    @JCStressTest
    @Outcome(id = "0, 2, 0", expect = Expect.ACCEPTABLE, desc = "nobody began")
    @Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "slot 5 began")
    @State
    public static class StartWhileClosing {
        private final HelperTree tree = planted(5);

        public StartWhileClosing() {
            for (int slot = 2; slot < 5; slot++) {
                tree.revoke(slot);
            }
        }

        @Actor
        public void helper(III_Result result) {
            tree.startBelow(1, slot -> {
                result.r1 += bit(tree.enter(slot));
                return true;
            });
        }

        @Actor
        public void caller(III_Result result) {
            tree.close();
            result.r2 = bit(tree.revoke(1)) + bit(tree.revoke(5));
        }

        @Arbiter
        public void end(III_Result result) {
            result.r3 = bit(tree.enter(1)) + bit(tree.enter(5));
        }
    }
}
