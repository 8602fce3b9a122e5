package org.lfsrtoolkit.parallel.schedule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An abstract model of {@link StealingSource} in which each access to shared memory is one step, and an exhaustive search
 * through all interleavings of these steps.
 *
 * <p>Batches are one unit. The fullest victim is replaced by any victim seen with work, so the search covers
 * both strategies. A helper may never begin; it may leave between batches where {@code retiring} says so. A thread that
 * is parked has no step until its entry among the sleeping is cleared.
 *
 * <p>Checked: no unit is run twice; where no step is left, all workers have left and all units were run; from every
 * state such an end can be reached.
 */
final class StealingModel {

    /** Mistakes that can be built in, to see that the search finds them. */
    enum Mistake {
        NONE,
        /** Sleep without looking again after registering. */
        NO_SECOND_LOOK,
        /** Look again before registering. */
        LOOK_BEFORE_REGISTERING,
        /** Leave without waking the others. */
        NO_WAKE_ON_LEAVING,
        /** Steal by read and write instead of compare-and-set. */
        STEAL_WITHOUT_CAS,
        /** Claim by read and write instead of compare-and-set. */
        CLAIM_WITHOUT_CAS,
        /** Retire without waking the others. */
        NO_WAKE_ON_RETIRING
    }

    private enum Pc {
        OWN_READ,
        OWN_CAS,
        COUNT,
        RUN,
        SCAN,
        VICTIM_READ,
        STEAL_CAS,
        PUBLISH,
        WAKE_CHECK,
        WAKE_ONE,
        SUM,
        WAKE_ALL_CHECK,
        WAKE_ALL,
        REGISTER_1,
        REGISTER_2,
        PARKED,
        UNREGISTER_1,
        UNREGISTER_2,
        LEFT
    }

    private static final Pc[] PCS = Pc.values();

    // Fields of one worker, from its base offset.
    private static final int PC = 0;
    private static final int SEEN_LOW = 1;
    private static final int SEEN_HIGH = 2;
    private static final int LOOT_LOW = 3;
    private static final int LOOT_HIGH = 4;
    private static final int LOOP = 5;
    private static final int BEST = 6;
    private static final int ADDED = 7;
    private static final int LOOK = 8;
    private static final int WORD_LOW = 9;
    private static final int WORD_HIGH = 10;
    private static final int CELL = 11;
    private static final int ASLEEP = 12;
    private static final int FIELDS = 13;

    private final int workers;
    private final int units;
    private final boolean retiring;
    private final Mistake mistake;
    private final int sleepers;
    private final int runs;

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<byte[]> states = new ArrayList<>();
    private final List<int[]> predecessors = new ArrayList<>();
    private final ArrayDeque<Integer> open = new ArrayDeque<>();

    StealingModel(int workers, int units, boolean retiring, Mistake mistake) {
        this.workers = workers;
        this.units = units;
        this.retiring = retiring;
        this.mistake = mistake;
        this.sleepers = workers * FIELDS;
        this.runs = sleepers + 1;
    }

    /**
     * Searches from the start in which the first {@code parts} workers have equal parts and the last {@code absent}
     * workers never begin.
     *
     * @return number of states
     * @throws IllegalStateException with the mistake found
     */
    int search(int parts, int absent) {
        byte[] start = new byte[runs + 1];
        for (int w = 0; w < workers; w++) {
            if (w < parts) {
                start[w * FIELDS + WORD_LOW] = (byte) (units * w / parts);
                start[w * FIELDS + WORD_HIGH] = (byte) (units * (w + 1) / parts);
            }
            if (w >= workers - absent) {
                start[w * FIELDS + PC] = (byte) Pc.LEFT.ordinal();
            }
        }
        add(start, -1);
        List<Integer> ends = new ArrayList<>();
        while (!open.isEmpty()) {
            int id = open.poll();
            byte[] state = states.get(id);
            boolean moved = false;
            for (int w = 0; w < workers; w++) {
                moved |= step(id, state, w);
            }
            if (!moved) {
                checkEnd(state);
                ends.add(id);
            }
        }
        checkAllReachAnEnd(ends);
        return states.size();
    }

    private void checkEnd(byte[] state) {
        for (int w = 0; w < workers; w++) {
            if (pc(state, w) != Pc.LEFT) {
                throw new IllegalStateException("deadlock: " + describe(state));
            }
        }
        if (state[runs] != (1 << units) - 1) {
            throw new IllegalStateException("units lost: " + describe(state));
        }
    }

    private void checkAllReachAnEnd(List<Integer> ends) {
        boolean[] good = new boolean[states.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>(ends);
        ends.forEach(end -> good[end] = true);
        while (!queue.isEmpty()) {
            for (int before : predecessors.get(queue.poll())) {
                if (before >= 0 && !good[before]) {
                    good[before] = true;
                    queue.add(before);
                }
            }
        }
        for (int id = 0; id < good.length; id++) {
            if (!good[id]) {
                throw new IllegalStateException("livelock: " + describe(states.get(id)));
            }
        }
    }

    private static Pc pcOf(byte value) {
        return PCS[value];
    }

    private static Pc pc(byte[] state, int w) {
        return pcOf(state[w * FIELDS + PC]);
    }

    private void add(byte[] state, int from) {
        String key = new String(state, java.nio.charset.StandardCharsets.ISO_8859_1);
        Integer known = ids.putIfAbsent(key, states.size());
        int id = known == null ? states.size() : known;
        if (known == null) {
            states.add(state);
            predecessors.add(new int[] {from});
            open.add(id);
        } else {
            int[] before = predecessors.get(id);
            int[] more = Arrays.copyOf(before, before.length + 1);
            more[before.length] = from;
            predecessors.set(id, more);
        }
    }

    private static void go(byte[] next, int base, Pc pc) {
        next[base + PC] = (byte) pc.ordinal();
    }

    /** Begins a look at all words; {@code look} 1 is the second one, before parking. */
    private static void scan(byte[] next, int base, int look) {
        Arrays.fill(next, base + SEEN_LOW, base + LOOK, (byte) 0);
        next[base + BEST] = -1;
        next[base + LOOK] = (byte) look;
        go(next, base, Pc.SCAN);
    }

    private static void ownRead(byte[] next, int base) {
        Arrays.fill(next, base + SEEN_LOW, base + LOOK + 1, (byte) 0);
        go(next, base, Pc.OWN_READ);
    }

    /** Adds all successors by a step of worker w; false if it has none. */
    private boolean step(int id, byte[] state, int w) {
        int base = w * FIELDS;
        byte[] next = state.clone();
        switch (pc(state, w)) {
            case OWN_READ -> {
                if (retiring && w > 0) {
                    byte[] gone = state.clone();
                    go(gone, base, mistake == Mistake.NO_WAKE_ON_RETIRING ? Pc.LEFT : Pc.WAKE_ALL_CHECK);
                    add(gone, id);
                }
                next[base + SEEN_LOW] = state[base + WORD_LOW];
                next[base + SEEN_HIGH] = state[base + WORD_HIGH];
                if (next[base + SEEN_LOW] < next[base + SEEN_HIGH]) {
                    go(next, base, Pc.OWN_CAS);
                } else {
                    scan(next, base, 0);
                }
            }
            case OWN_CAS -> {
                if (sameAsSeen(state, base, base) || mistake == Mistake.CLAIM_WITHOUT_CAS) {
                    next[base + WORD_LOW] = (byte) (state[base + SEEN_LOW] + 1);
                    next[base + WORD_HIGH] = state[base + SEEN_HIGH];
                    next[base + LOOT_LOW] = state[base + SEEN_LOW];
                    next[base + LOOT_HIGH] = (byte) (state[base + SEEN_LOW] + 1);
                    go(next, base, Pc.COUNT);
                } else {
                    ownRead(next, base);
                }
            }
            case COUNT -> {
                next[base + CELL]++;
                go(next, base, state[base + LOOT_HIGH] - state[base + LOOT_LOW] > 1 ? Pc.PUBLISH : Pc.RUN);
            }
            case RUN -> {
                int bit = 1 << state[base + LOOT_LOW];
                if ((state[runs] & bit) != 0) {
                    throw new IllegalStateException("unit run twice: " + describe(state));
                }
                next[runs] |= (byte) bit;
                ownRead(next, base);
            }
            case SCAN -> stepScan(id, state, next, base);
            case VICTIM_READ -> {
                int victim = state[base + BEST] * FIELDS;
                next[base + SEEN_LOW] = state[victim + WORD_LOW];
                next[base + SEEN_HIGH] = state[victim + WORD_HIGH];
                if (next[base + SEEN_LOW] < next[base + SEEN_HIGH]) {
                    go(next, base, Pc.STEAL_CAS);
                } else {
                    scan(next, base, 0);
                }
            }
            case STEAL_CAS -> {
                int victim = state[base + BEST] * FIELDS;
                if (sameAsSeen(state, base, victim) || mistake == Mistake.STEAL_WITHOUT_CAS) {
                    int size = state[base + SEEN_HIGH] - state[base + SEEN_LOW];
                    int cut = state[base + SEEN_HIGH] - (size - size / 2);
                    next[victim + WORD_LOW] = state[base + SEEN_LOW];
                    next[victim + WORD_HIGH] = (byte) cut;
                    next[base + LOOT_LOW] = (byte) cut;
                    next[base + LOOT_HIGH] = state[base + SEEN_HIGH];
                    go(next, base, Pc.COUNT);
                } else {
                    scan(next, base, 0);
                }
            }
            case PUBLISH -> {
                next[base + WORD_LOW] = (byte) (state[base + LOOT_LOW] + 1);
                next[base + WORD_HIGH] = state[base + LOOT_HIGH];
                next[base + LOOT_HIGH] = (byte) (state[base + LOOT_LOW] + 1);
                go(next, base, Pc.WAKE_CHECK);
            }
            case WAKE_CHECK -> {
                next[base + LOOP] = 0;
                go(next, base, state[sleepers] == 0 ? Pc.RUN : Pc.WAKE_ONE);
            }
            case WAKE_ONE -> {
                int other = state[base + LOOP] * FIELDS;
                if (state[other + ASLEEP] != 0) {
                    next[other + ASLEEP] = 0;
                    go(next, base, Pc.RUN);
                } else if (++next[base + LOOP] == workers) {
                    go(next, base, Pc.RUN);
                }
            }
            case SUM -> {
                next[base + ADDED] += state[state[base + LOOP] * FIELDS + CELL];
                if (++next[base + LOOP] == workers) {
                    boolean all = next[base + ADDED] == units;
                    next[base + ADDED] = 0;
                    next[base + LOOP] = 0;
                    afterSum(next, base, all);
                }
            }
            case WAKE_ALL_CHECK -> go(next, base, state[sleepers] == 0 ? Pc.LEFT : Pc.WAKE_ALL);
            case WAKE_ALL -> {
                next[state[base + LOOP] * FIELDS + ASLEEP] = 0;
                if (++next[base + LOOP] == workers) {
                    next[base + LOOP] = 0;
                    go(next, base, Pc.LEFT);
                }
            }
            case REGISTER_1 -> {
                next[base + ASLEEP] = 1;
                go(next, base, Pc.REGISTER_2);
            }
            case REGISTER_2 -> {
                next[sleepers]++;
                if (mistake == Mistake.NO_SECOND_LOOK || mistake == Mistake.LOOK_BEFORE_REGISTERING) {
                    go(next, base, Pc.PARKED);
                } else {
                    scan(next, base, 1);
                }
            }
            case PARKED -> {
                if (state[base + ASLEEP] != 0) {
                    return false;
                }
                go(next, base, Pc.UNREGISTER_1);
            }
            case UNREGISTER_1 -> {
                next[base + ASLEEP] = 0;
                go(next, base, Pc.UNREGISTER_2);
            }
            case UNREGISTER_2 -> {
                next[sleepers]--;
                ownRead(next, base);
            }
            case LEFT -> {
                return false;
            }
        }
        add(next, id);
        return true;
    }

    private void stepScan(int id, byte[] state, byte[] next, int base) {
        int slot = state[base + LOOP];
        boolean work = state[slot * FIELDS + WORD_LOW] < state[slot * FIELDS + WORD_HIGH];
        boolean last = slot + 1 == workers;
        if (work && state[base + BEST] >= 0) {
            // It may or may not be fuller than the one found before: both.
            byte[] keep = state.clone();
            keep[base + LOOP] = (byte) (slot + 1);
            afterScan(keep, base, last);
            add(keep, id);
        }
        if (work) {
            next[base + BEST] = (byte) slot;
        }
        next[base + LOOP] = (byte) (slot + 1);
        afterScan(next, base, last);
    }

    private void afterScan(byte[] next, int base, boolean last) {
        if (!last) {
            return;
        }
        next[base + LOOP] = 0;
        boolean found = next[base + BEST] >= 0;
        boolean second = next[base + LOOK] == 1;
        if (!found) {
            next[base + BEST] = 0;
            go(next, base, Pc.SUM);
        } else if (second) {
            next[base + BEST] = 0;
            go(next, base, Pc.UNREGISTER_1);
        } else {
            go(next, base, Pc.VICTIM_READ);
        }
    }

    private void afterSum(byte[] next, int base, boolean all) {
        boolean second = next[base + LOOK] == 1;
        if (second && mistake != Mistake.LOOK_BEFORE_REGISTERING) {
            go(next, base, all ? Pc.UNREGISTER_1 : Pc.PARKED);
        } else if (all) {
            go(next, base, mistake == Mistake.NO_WAKE_ON_LEAVING ? Pc.LEFT : Pc.WAKE_ALL_CHECK);
        } else {
            go(next, base, Pc.REGISTER_1);
        }
    }

    private static boolean sameAsSeen(byte[] state, int base, int victim) {
        return state[base + SEEN_LOW] == state[victim + WORD_LOW]
                && state[base + SEEN_HIGH] == state[victim + WORD_HIGH];
    }

    private String describe(byte[] state) {
        StringBuilder text = new StringBuilder();
        for (int w = 0; w < workers; w++) {
            int base = w * FIELDS;
            text.append(pc(state, w))
                    .append('[')
                    .append(state[base + WORD_LOW])
                    .append(',')
                    .append(state[base + WORD_HIGH])
                    .append(") claimed ")
                    .append(state[base + CELL])
                    .append("; ");
        }
        return text.append("sleepers ").append(state[sleepers]).toString();
    }
}
