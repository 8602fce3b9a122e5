package org.lfsrtoolkit.parallel.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lfsrtoolkit.parallel.schedule.HelperTreeModel.Mistake;

/** Helpers that start helpers: the tree itself, and all interleavings of a model of it. */
class HelperTreeTest {

    private static HelperTree planted(int helpers) {
        HelperTree tree = new HelperTree(helpers + 1);
        for (int slot = 1; slot <= helpers; slot++) {
            tree.makeReady(slot);
        }
        tree.plant(helpers);
        return tree;
    }

    /** The slots for which threads are started, level by level, if each enters its slot. */
    private static List<List<Integer>> levels(HelperTree tree) {
        List<List<Integer>> levels = new ArrayList<>();
        List<Integer> level = List.of(0);
        while (!level.isEmpty()) {
            List<Integer> below = new ArrayList<>();
            for (int slot : level) {
                tree.startBelow(slot, below::add);
            }
            below.forEach(tree::enter);
            levels.add(below);
            level = below;
        }
        return levels.subList(0, levels.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5, 20, 21, 119, 127, 1023})
    void everySlotIsStartedOnceAfterLogarithmicallyManySteps(int helpers) {
        List<List<Integer>> levels = levels(planted(helpers));
        List<Integer> all = levels.stream().flatMap(List::stream).sorted().toList();
        assertThat(all).hasSize(helpers).doesNotHaveDuplicates().allMatch(slot -> 1 <= slot && slot <= helpers);
        assertThat(levels.size()).isLessThanOrEqualTo(1 + (int) (Math.log(Math.max(1, helpers)) / Math.log(4)) + 1);
    }

    @Test
    void slotsBelowARevokedOneAreStartedByTheOneAbove() {
        HelperTree tree = planted(20);
        assertThat(tree.revoke(1)).isTrue();
        assertThat(tree.revoke(1)).isFalse();
        List<Integer> started = new ArrayList<>();
        tree.startBelow(0, started::add);
        assertThat(started).containsExactly(5, 6, 7, 8, 2, 3, 4);
    }

    @Test
    void slotsBelowOneThatGetsNoThreadAreStartedByTheOneAbove() {
        HelperTree tree = planted(8);
        List<Integer> started = new ArrayList<>();
        tree.startBelow(0, slot -> slot == 1 ? !tree.revoke(1) : started.add(slot));
        assertThat(started).containsExactly(5, 6, 7, 8, 2, 3, 4);
    }

    @Test
    void closedTreeStartsNobody() {
        HelperTree tree = planted(8);
        tree.close();
        List<Integer> started = new ArrayList<>();
        tree.startBelow(0, started::add);
        assertThat(started).isEmpty();
    }

    @Test
    void slotHasRoomForOne() {
        HelperTree tree = planted(1);
        assertThat(tree.enter(1)).isTrue();
        assertThat(tree.enter(1)).isFalse();
        assertThat(tree.revoke(1)).isFalse();
        assertThat(tree.isRunning(1)).isTrue();
        tree.leave(1);
        assertThat(tree.isFree(1)).isTrue();
        assertThat(tree.enter(1)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, true", "2, true", "3, true", "4, false"})
    void everyInterleavingEndsWithAllHelpersStartedOrRevoked(int helpers, boolean threadsMayFail) {
        assertThat(new HelperTreeModel(helpers, threadsMayFail, Mistake.NONE).search())
                .isGreaterThan(10);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"4, true", "5, false", "5, true"})
    void everyInterleavingOfLargerTreesEndsToo(int helpers, boolean threadsMayFail) {
        assertThat(new HelperTreeModel(helpers, threadsMayFail, Mistake.NONE).search())
                .isGreaterThan(1_000);
    }

    @ParameterizedTest
    @EnumSource(value = Mistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void theSearchFindsEachMistake(Mistake mistake) {
        assertThatThrownBy(() -> new HelperTreeModel(3, true, mistake).search())
                .isInstanceOf(IllegalStateException.class);
    }
}
