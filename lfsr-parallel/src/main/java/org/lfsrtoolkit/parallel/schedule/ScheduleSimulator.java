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
 * helpers when the job proves to be worth it, as in a real run. Every worker has a processor of its own. What a run spends on claims,
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

    /** One strategy on 1..{@value #MAX_WORKERS} workers. */
    public SimulatedRun simulate(Strategy strategy, int workers) {
        if (workers < 1 || workers > MAX_WORKERS) {
            throw new IllegalArgumentException("workers = " + workers + ", expected 1.." + MAX_WORKERS);
        }
        return new Simulation(strategy, strategy == Strategy.SEQUENTIAL ? 1 : workers).run();
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
        private final List<Worker> workers = new ArrayList<>();
        private final PriorityQueue<Worker> byTime = new PriorityQueue<>(
                Comparator.comparingDouble((Worker w) -> w.time).thenComparingInt(w -> w.index));
        private final SplittableRandom random = new SplittableRandom(options.seed());
        private double queueFree;
        private long queueNext;
        private long batches;
        private long steals;
        private long failedSteals;

        Simulation(Strategy strategy, int count) {
            this.strategy = strategy;
            this.count = count;
            Worker caller = new Worker(0, new BatchSizer(options.batchSize(), options.targetBatchNanos(), 0), 0);
            long begin = count > 1 && options.forceParallel() ? profile.from() : runAlone(caller, count);
            long items = profile.to() - begin;
            queueNext = begin;
            double shared = caller.time;
            for (int i = 0; i < (items == 0 ? 1 : count); i++) {
                Worker worker = i == 0 ? caller : new Worker(i, caller.sizer.copy(), shared + i * costs.startNanos());
                switch (strategy) {
                    case STATIC, HYBRID -> {
                        worker.low = begin + part(items, i, count);
                        worker.high = begin + part(items, i + 1, count);
                    }
                    case SEQUENTIAL, WORK_STEALING -> {
                        worker.low = begin;
                        worker.high = i == 0 ? profile.to() : begin;
                    }
                    case SHARED_QUEUE -> {
                        // The counter holds everything.
                    }
                }
                workers.add(worker);
                byTime.add(worker);
            }
        }

        /** Runs batches until helpers are worth it; what a batch costs the caller is in the measured costs. */
        private long runAlone(Worker caller, int count) {
            long cursor = profile.from();
            long lastItems = 0;
            double lastNanos = 0;
            double nanosPerItem = 0;
            while (cursor < profile.to()
                    && (count == 1
                            || !RangeRun.isWorthSharing(profile.to() - cursor, caller.busy, nanosPerItem, false))) {
                long left = profile.to() - cursor;
                long size = count == 1 ? caller.sizer.next(left) : caller.sizer.nextAlone(left, lastItems, lastNanos);
                double before = caller.busy;
                runBatch(caller, cursor, cursor + size, 0);
                lastNanos = caller.busy - before;
                lastItems = size;
                nanosPerItem = lastNanos / size;
                cursor += size;
            }
            return cursor;
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
            double nanos = profile.nanos(first, end);
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
