package org.lfsrtoolkit.parallel.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Replays measured costs on any number of simulated workers, to show what more processors would do with a strategy.
 *
 * <p>A discrete-event simulation of the rules that the real scheduler follows: the same partition, the same
 * {@link BatchSizer}, half ranges stolen from the back of the fullest victim or of one chosen at random, one counter for
 * SHARED_QUEUE whose claims wait for each other. Unless threads are forced, the first worker begins alone and gets
 * helpers when the job proves to be worth it, or is expected to be, as in a real run, and helpers start helpers. Every worker has a processor of its own. What a run spends on claims,
 * steals and starting threads is assumed, see {@link SimulatedCosts}. Not simulated: caches and memory bandwidth
 * shared by the workers, other load, compilation; a prediction is a bound that these only make worse.
 *
 * <p>Cost: O((batches + steals) · log workers), a search for the fullest victim another O(workers) a steal.
 * Threads: a simulation uses the calling thread only; the simulator is immutable.
 */
public final class ScheduleSimulator {

    /** Most simulated workers. */
    public static final int MAX_WORKERS = 1024;

    private final CostProfile profile;
    private final SchedulerOptions options;
    private final SimulatedCosts costs;

    /**
     * @param profile what the items cost
     * @param options batch size, target duration, seed and whether threads are forced are taken from here; strategy and
     *     workers are not
     * @param costs what the scheduler's own moves cost
     */
    public ScheduleSimulator(CostProfile profile, SchedulerOptions options, SimulatedCosts costs) {
        this.profile = profile;
        this.options = options;
        this.costs = costs;
    }

    /** One strategy on 1..{@value #MAX_WORKERS} workers, whose threads are parked at the start. */
    public SimulatedRun simulate(Strategy strategy, int workers) {
        return simulate(strategy, workers, Double.POSITIVE_INFINITY);
    }

    /**
     * The same as part of something larger.
     *
     * @param idleNanos for how long the helpers' threads have had nothing to do at the start: for a while they wait in a
     *     loop and begin at once
     */
    public SimulatedRun simulate(Strategy strategy, int workers, double idleNanos) {
        if (workers < 1 || workers > MAX_WORKERS) {
            throw new IllegalArgumentException("workers = " + workers + ", expected 1.." + MAX_WORKERS);
        }
        return new Simulation(strategy, strategy == Strategy.SEQUENTIAL ? 1 : workers, idleNanos).run();
    }

    private static final class Worker {
        final int index;
        final BatchSizer sizer;
        double time;
        double busy;
        long low;
        long high;

        Worker(int index, BatchSizer sizer, double time) {
            this.index = index;
            this.sizer = sizer;
            this.time = time;
        }

        long left() {
            return high - low;
        }
    }

    private final class Simulation {
        private final Strategy strategy;
        private final int count;
        private final double idleNanos;
        private final List<Worker> workers = new ArrayList<>();
        private final PriorityQueue<Worker> byTime = new PriorityQueue<>(
                Comparator.comparingDouble((Worker w) -> w.time).thenComparingInt(w -> w.index));
        private final SplittableRandom random = new SplittableRandom(options.seed());
        private double queueFree;
        private long queueNext;
        private long batches;
        private long steals;
        private long failedSteals;

        /** Items from here on are shared; all before are run by the caller alone. */
        private long sharedFrom = Long.MAX_VALUE;
        /** Parts that shared items are dealt out to, 1 if they are not. */
        private int hands = 1;

        Simulation(Strategy strategy, int count, double idleNanos) {
            this.strategy = strategy;
            this.count = count;
            this.idleNanos = idleNanos;
            Worker caller = new Worker(
                    0,
                    new BatchSizer(
                            options.batchSize(),
                            options.targetBatchNanos(),
                            profile.job().expectedItemNanos()),
                    0);
            sharedFrom = count > 1 && options.forceParallel() ? profile.from() : runAlone(caller, count);
            long items = profile.to() - sharedFrom;
            hands = profile.job().dealt() && strategy != Strategy.SHARED_QUEUE ? count : 1;
            queueNext = sharedFrom;
            int sharers = items == 0 ? 1 : count;
            workers.add(caller);
            for (int i = 1; i < sharers; i++) {
                workers.add(new Worker(i, caller.sizer.copy(), 0));
            }
            startBelow(0, isReady(caller.time));
            for (Worker worker : workers) {
                int i = worker.index;
                switch (strategy) {
                    case STATIC, HYBRID -> {
                        worker.low = sharedFrom + part(items, i, count);
                        worker.high = sharedFrom + part(items, i + 1, count);
                    }
                    case SEQUENTIAL, WORK_STEALING -> {
                        worker.low = sharedFrom;
                        worker.high = i == 0 ? profile.to() : sharedFrom;
                    }
                    case SHARED_QUEUE -> {
                        // The counter holds everything.
                    }
                }
                byTime.add(worker);
            }
        }

        /** Helpers start helpers, as in {@link HelperTree}. */
        private void startBelow(int slot, boolean ready) {
            Worker starter = workers.get(slot);
            int first = HelperTree.FAN_OUT * slot + 1;
            int end = Math.min(workers.size(), first + HelperTree.FAN_OUT);
            for (int child = first; child < end; child++) {
                starter.time += ready ? 0 : costs.spawnNanos();
                workers.get(child).time = starter.time + (ready ? costs.readyNanos() : costs.startNanos());
            }
            for (int child = first; child < end; child++) {
                startBelow(child, ready);
            }
        }

        private boolean isReady(double now) {
            return idleNanos + now <= WorkerThreads.SPIN_NANOS;
        }

        /** What items cost, in the order in which they are shared. */
        private double nanos(long first, long end) {
            if (hands == 1 || first < sharedFrom) {
                return profile.nanos(first, end);
            }
            long items = profile.to() - sharedFrom;
            double nanos = 0;
            for (int hand = 0; hand < hands; hand++) {
                long start = sharedFrom + part(items, hand, hands);
                long low = Math.max(first, start) - start;
                long high = Math.min(end, sharedFrom + part(items, hand + 1, hands)) - start;
                if (low < high) {
                    // Every hands-th item of that stretch: its part of the whole stretch, nearly.
                    nanos += profile.nanos(
                                    Math.min(profile.to(), sharedFrom + low * hands),
                                    Math.min(profile.to(), sharedFrom + high * hands))
                            / hands;
                }
            }
            return nanos;
        }

        /** Runs batches until helpers are worth it; what a batch costs the caller is in the measured costs. */
        private long runAlone(Worker caller, int count) {
            long cursor = profile.from();
            long lastItems = 0;
            double lastNanos = 0;
            double nanosPerItem = 0;
            double expected = profile.job().expectedItemNanos();
            if (count > 1
                    && RangeRun.isWorthSharing(profile.items(), RangeRun.PROBE_NANOS, expected, isReady(caller.time))) {
                return cursor;
            }
            while (cursor < profile.to() && (count == 1 || !isWorthSharing(cursor, caller, nanosPerItem))) {
                long left = profile.to() - cursor;
                long size = count == 1 || expected > 0
                        ? caller.sizer.next(left)
                        : caller.sizer.nextAlone(left, lastItems, lastNanos);
                double before = caller.busy;
                runBatch(caller, cursor, cursor + size, 0);
                lastNanos = caller.busy - before;
                lastItems = size;
                nanosPerItem = lastNanos / size;
                cursor += size;
            }
            return cursor;
        }

        private boolean isWorthSharing(long cursor, Worker caller, double nanosPerItem) {
            double probed = profile.job().expectedItemNanos() > 0 ? RangeRun.PROBE_NANOS : caller.busy;
            return RangeRun.isWorthSharing(profile.to() - cursor, probed, nanosPerItem, isReady(caller.time));
        }

        private static long part(long items, int i, int count) {
            return items / count * i + Math.min(i, items % count);
        }

        SimulatedRun run() {
            double end = workers.get(0).time;
            while (!byTime.isEmpty()) {
                Worker worker = byTime.poll();
                if (move(worker)) {
                    end = Math.max(end, worker.time);
                    byTime.add(worker);
                }
            }
            double[] busy = new double[count];
            workers.forEach(worker -> busy[worker.index] = worker.busy);
            return new SimulatedRun(strategy, end, busy, batches, steals, failedSteals);
        }

        /** One batch, or false when the worker leaves. */
        private boolean move(Worker worker) {
            if (strategy == Strategy.SHARED_QUEUE) {
                return moveFromQueue(worker);
            }
            if (worker.left() == 0 && !(canSteal() && steal(worker))) {
                return false;
            }
            long size = worker.sizer.next(worker.left(), 1);
            long first = worker.low;
            worker.low += size;
            runBatch(worker, first, worker.low, costs.claimNanos());
            return true;
        }

        private boolean moveFromQueue(Worker worker) {
            long left = profile.to() - queueNext;
            if (left == 0) {
                return false;
            }
            double begin = Math.max(worker.time, queueFree);
            queueFree = begin + costs.queueClaimNanos();
            worker.time = queueFree;
            long first = queueNext;
            queueNext += worker.sizer.next(left, workers.size());
            runBatch(worker, first, queueNext, costs.claimNanos());
            return true;
        }

        private void runBatch(Worker worker, long first, long end, double overhead) {
            double nanos = nanos(first, end);
            worker.time += overhead + nanos;
            worker.busy += nanos;
            worker.sizer.ran(end - first, (long) nanos);
            batches++;
        }

        private boolean canSteal() {
            return strategy == Strategy.HYBRID || strategy == Strategy.WORK_STEALING;
        }

        private boolean steal(Worker thief) {
            Worker victim = strategy == Strategy.HYBRID ? fullest() : anyVictim();
            if (victim == null) {
                failedSteals++;
                return false;
            }
            long left = victim.left();
            long cut = victim.high - (left - left / 2);
            thief.low = cut;
            thief.high = victim.high;
            victim.high = cut;
            thief.time += costs.stealNanos();
            thief.sizer.moved();
            steals++;
            return true;
        }

        private @Nullable Worker fullest() {
            Worker best = null;
            for (Worker worker : workers) {
                if (worker.left() > 0 && (best == null || worker.left() > best.left())) {
                    best = worker;
                }
            }
            return best;
        }

        private @Nullable Worker anyVictim() {
            int start = random.nextInt(workers.size());
            for (int i = 0; i < workers.size(); i++) {
                Worker worker = workers.get((start + i) % workers.size());
                if (worker.left() > 0) {
                    return worker;
                }
            }
            return null;
        }
    }
}
