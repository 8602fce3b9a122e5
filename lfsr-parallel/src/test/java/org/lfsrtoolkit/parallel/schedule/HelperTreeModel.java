package org.lfsrtoolkit.parallel.schedule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The start and the end of helpers that start each other, as a model whose interleavings are all searched: a caller and one
 * thread a slot; each read, compare-and-set and write of {@link HelperTree} is a step. Two children a slot.
 *
 * <p>A thread may not be given; the caller may revoke any slot in the middle of the run, as STATIC does with slots whose
 * thread is late, and ends the run whenever it likes.
 *
 * <p>Checked: after the caller has returned nobody enters or runs; each slot gives its permit back exactly once; while the
 * caller has not ended the run and nobody else has a step left, no slot is left ready without a thread on its way; from
 * the end of the run on, all come to their end.
 */
final class HelperTreeModel {

    /** Mistakes that can be built in, to see that the search finds them. */
    enum Mistake {
        NONE,
        /** A slot that was revoked, or got no thread, keeps those below it from being started. */
        NO_DESCENT,
        /** A thread starts those below only after it has entered its slot itself. */
        START_BELOW_AFTER_ENTERING,
        /** Enter by read and write instead of compare-and-set. */
        ENTER_WITHOUT_CAS,
        /** Revoke by read and write instead of compare-and-set. */
        REVOKE_WITHOUT_CAS,
        /** The caller returns although slots are running. */
        NO_WAIT
    }

    private static final int FAN_OUT = 2;

    private static final int FREE = 0;
    private static final int READY = 1;
    private static final int RUNNING = 2;

    private enum Pc {
        /** The thread has not been started. */
        ABSENT,
        LOOK,
        ACT,
        ENTER,
        ENTER_WRITE,
        RUN,
        /** Caller only. */
        WORK,
        REVOKE_IN_WORK,
        CLOSE,
        REVOKE,
        REVOKE_WRITE,
        AWAIT,
        DONE
    }

    private static final Pc[] PCS = Pc.values();

    // Fields of one actor, from its base offset; actor 0 is the caller, actor s the thread of slot s.
    private static final int PC = 0;
    /** Slots to look at, as bits. */
    private static final int TODO = 1;
    /** Slot looked at. */
    private static final int AT = 2;

    private static final int SEEN = 3;
    private static final int FIELDS = 4;

    private final int helpers;
    private final boolean threadsMayFail;
    private final Mistake mistake;
    private final int slots;
    private final int released;
    private final int closed;

    private final Set<String> known = new HashSet<>();
    private final ArrayDeque<byte[]> open = new ArrayDeque<>();

    HelperTreeModel(int helpers, boolean threadsMayFail, Mistake mistake) {
        this.helpers = helpers;
        this.threadsMayFail = threadsMayFail;
        this.mistake = mistake;
        this.slots = (helpers + 1) * FIELDS;
        this.released = slots + helpers + 1;
        this.closed = released + helpers + 1;
    }

    /**
     * Searches all interleavings.
     *
     * @return number of states
     * @throws IllegalStateException with the mistake found
     */
    int search() {
        byte[] start = new byte[closed + 1];
        for (int slot = 1; slot <= helpers; slot++) {
            start[slots + slot] = READY;
        }
        go(start, 0, Pc.LOOK);
        start[TODO] = (byte) below(0);
        add(start);
        while (!open.isEmpty()) {
            byte[] state = open.poll();
            boolean othersMoved = false;
            for (int actor = 1; actor <= helpers; actor++) {
                othersMoved |= step(state, actor);
            }
            boolean callerMoved = step(state, 0);
            if (pc(state, 0) == Pc.WORK && !othersMoved) {
                check(state, FREE, "a slot never got its thread");
            }
            if (!callerMoved && !othersMoved) {
                checkEnd(state);
            }
        }
        return known.size();
    }

    private void checkEnd(byte[] state) {
        if (pc(state, 0) != Pc.DONE) {
            throw new IllegalStateException("deadlock: " + describe(state));
        }
        check(state, FREE, "a slot is not free at the end");
        for (int slot = 1; slot <= helpers; slot++) {
            if (state[released + slot] != 1) {
                throw new IllegalStateException("permit not given back once: " + describe(state));
            }
        }
    }

    private void check(byte[] state, int wanted, String otherwise) {
        for (int slot = 1; slot <= helpers; slot++) {
            if (state[slots + slot] != wanted) {
                throw new IllegalStateException(otherwise + ": " + describe(state));
            }
        }
    }

    private int below(int slot) {
        int bits = 0;
        for (int child = FAN_OUT * slot + 1; child <= FAN_OUT * slot + FAN_OUT && child <= helpers; child++) {
            bits |= 1 << child;
        }
        return bits;
    }

    private static Pc pc(byte[] state, int actor) {
        return PCS[state[actor * FIELDS + PC]];
    }

    private static void go(byte[] state, int actor, Pc pc) {
        state[actor * FIELDS + PC] = (byte) pc.ordinal();
    }

    private void add(byte[] state) {
        if (known.add(new String(state, StandardCharsets.ISO_8859_1))) {
            open.add(state);
        }
    }

    /** Adds all successors by a step of the actor; false if it has none. */
    private boolean step(byte[] state, int actor) {
        byte[] next = state.clone();
        int base = actor * FIELDS;
        switch (pc(state, actor)) {
            case ABSENT, DONE -> {
                return false;
            }
            case LOOK -> look(state, next, actor);
            case ACT -> {
                return act(state, next, actor);
            }
            case ENTER -> enter(state, next, actor);
            case ENTER_WRITE -> {
                next[slots + actor] = RUNNING;
                go(next, actor, Pc.RUN);
            }
            case RUN -> {
                if (pc(state, 0) == Pc.DONE) {
                    throw new IllegalStateException("runs after the end: " + describe(state));
                }
                next[slots + actor] = FREE;
                next[released + actor]++;
                boolean late = mistake == Mistake.START_BELOW_AFTER_ENTERING && state[base + SEEN] == 0;
                go(next, actor, late ? Pc.LOOK : Pc.DONE);
                next[base + TODO] = (byte) (late ? below(actor) : 0);
                next[base + SEEN] = 1;
            }
            case WORK -> {
                for (int slot = 1; slot <= helpers; slot++) {
                    byte[] revoking = state.clone();
                    revoking[AT] = (byte) slot;
                    go(revoking, 0, Pc.REVOKE_IN_WORK);
                    add(revoking);
                }
                go(next, 0, Pc.CLOSE);
            }
            case REVOKE_IN_WORK -> {
                revoke(next, state[AT]);
                go(next, 0, Pc.WORK);
            }
            case CLOSE -> {
                next[closed] = 1;
                next[AT] = 1;
                go(next, 0, Pc.REVOKE);
            }
            case REVOKE -> {
                next[SEEN] = state[slots + state[AT]];
                if (mistake == Mistake.REVOKE_WITHOUT_CAS && next[SEEN] == READY) {
                    go(next, 0, Pc.REVOKE_WRITE);
                } else {
                    revoke(next, state[AT]);
                    advance(next);
                }
            }
            case REVOKE_WRITE -> {
                next[slots + state[AT]] = FREE;
                next[released + state[AT]]++;
                advance(next);
            }
            case AWAIT -> {
                if (state[slots + state[AT]] == RUNNING && mistake != Mistake.NO_WAIT) {
                    return false;
                }
                if (++next[AT] > helpers) {
                    go(next, 0, Pc.DONE);
                }
            }
        }
        add(next);
        return true;
    }

    /** The next slot to revoke, or to wait for. */
    private void advance(byte[] next) {
        go(next, 0, Pc.REVOKE);
        if (++next[AT] > helpers) {
            next[AT] = 1;
            next[SEEN] = 0;
            go(next, 0, Pc.AWAIT);
        }
    }

    private void revoke(byte[] next, int slot) {
        if (next[slots + slot] == READY) {
            next[slots + slot] = FREE;
            next[released + slot]++;
        }
    }

    /** Looks at the next slot below, or goes on. */
    private void look(byte[] state, byte[] next, int actor) {
        int base = actor * FIELDS;
        int todo = state[base + TODO];
        if (todo == 0 || state[closed] == 1) {
            next[base + TODO] = 0;
            next[base + AT] = 0;
            boolean ran = mistake == Mistake.START_BELOW_AFTER_ENTERING && state[base + SEEN] == 1;
            go(next, actor, actor == 0 ? Pc.WORK : ran ? Pc.DONE : Pc.ENTER);
            return;
        }
        int child = Integer.numberOfTrailingZeros(todo);
        next[base + TODO] = (byte) (todo & ~(1 << child));
        next[base + AT] = (byte) child;
        next[base + SEEN] = state[slots + child];
        go(next, actor, Pc.ACT);
    }

    private boolean act(byte[] state, byte[] next, int actor) {
        int base = actor * FIELDS;
        int child = state[base + AT];
        int seen = state[base + SEEN];
        next[base + SEEN] = 0;
        go(next, actor, Pc.LOOK);
        if (seen == FREE) {
            next[base + TODO] |= mistake == Mistake.NO_DESCENT ? 0 : (byte) below(child);
            add(next);
            return true;
        }
        if (seen == READY) {
            if (threadsMayFail) {
                byte[] refused = next.clone();
                revoke(refused, child);
                refused[base + TODO] |= mistake == Mistake.NO_DESCENT ? 0 : (byte) below(child);
                add(refused);
            }
            boolean late = mistake == Mistake.START_BELOW_AFTER_ENTERING;
            go(next, child, late ? Pc.ENTER : Pc.LOOK);
            next[child * FIELDS + TODO] = (byte) (late ? 0 : below(child));
        }
        add(next);
        return true;
    }

    private void enter(byte[] state, byte[] next, int actor) {
        if (state[slots + actor] != READY) {
            go(next, actor, Pc.DONE);
        } else if (mistake == Mistake.ENTER_WITHOUT_CAS) {
            go(next, actor, Pc.ENTER_WRITE);
        } else {
            next[slots + actor] = RUNNING;
            go(next, actor, Pc.RUN);
        }
    }

    private String describe(byte[] state) {
        StringBuilder text = new StringBuilder();
        for (int actor = 0; actor <= helpers; actor++) {
            text.append(pc(state, actor)).append(' ');
        }
        return text.append("slots ")
                .append(Arrays.toString(Arrays.copyOfRange(state, slots + 1, released)))
                .append(" released ")
                .append(Arrays.toString(Arrays.copyOfRange(state, released + 1, closed)))
                .toString();
    }
}
