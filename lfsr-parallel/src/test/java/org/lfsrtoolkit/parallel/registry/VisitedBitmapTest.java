package org.lfsrtoolkit.parallel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class VisitedBitmapTest {

    @Test
    void agreesWithABitSetInEveryStrength() {
        for (int size : new int[] {1, 63, 64, 65, 130, 1000}) {
            VisitedBitmap bitmap = new VisitedBitmap(size);
            BitSet twin = new BitSet();
            Random random = new Random(size);
            for (int i = 0; i < size; i++) {
                int state = random.nextInt(size);
                switch (i % 3) {
                    case 0 -> bitmap.mark(state);
                    case 1 -> bitmap.markOpaque(state);
                    default -> assertThat(bitmap.markAtomic(state)).isEqualTo(!twin.get(state));
                }
                twin.set(state);
            }
            for (int i = 0; i < size; i++) {
                assertThat(bitmap.isMarked(i)).isEqualTo(twin.get(i));
                assertThat(bitmap.isMarkedOpaque(i)).isEqualTo(twin.get(i));
                assertThat(bitmap.isMarkedAcquire(i)).isEqualTo(twin.get(i));
                int end = i + random.nextInt(size - i + 1);
                assertThat(bitmap.count(i, end)).isEqualTo(twin.get(i, end).cardinality());
                assertThat(bitmap.nextUnmarked(i, end)).isEqualTo(Math.min(end, Math.max(i, twin.nextClearBit(i))));
            }
            bitmap.clear();
            assertThat(bitmap.count(0, size)).isZero();
        }
    }

    @Test
    void racingPlainMarksAreNeverInvented() throws Exception {
        // Two threads mark the even states of the same words; odd states stay unmarked, whatever gets lost.
        int size = 1 << 16;
        VisitedBitmap bitmap = new VisitedBitmap(size);
        race(2, thread -> {
            for (int i = 2 * thread; i < size; i += 4) {
                bitmap.mark(i);
            }
        });
        for (int i = 1; i < size; i += 2) {
            assertThat(bitmap.isMarked(i)).isFalse();
        }
    }

    @Test
    void racingAtomicMarksAreNeverLost() throws Exception {
        int size = 1 << 16;
        VisitedBitmap bitmap = new VisitedBitmap(size);
        race(3, thread -> {
            for (int i = thread; i < size; i += 3) {
                assertThat(bitmap.markAtomic(i)).isTrue();
            }
        });
        assertThat(bitmap.count(0, size)).isEqualTo(size);
    }

    private interface Body {
        void run(int thread) throws Exception;
    }

    private static void race(int threads, Body body) throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        Throwable[] thrown = new Throwable[threads];
        Thread[] all = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            int thread = t;
            all[t] = new Thread(() -> {
                try {
                    start.await();
                    body.run(thread);
                } catch (Throwable failure) {
                    thrown[thread] = failure;
                }
            });
            all[t].start();
        }
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(thrown).containsOnlyNulls();
    }

    @Test
    void bytesAreKnownBeforehandUpToTwoToThe38States() {
        assertThat(VisitedBitmap.bytesFor(0)).isLessThan(100);
        assertThat(VisitedBitmap.bytesFor(1L << 38)).isBetween(1L << 35, (1L << 35) + 4096);
        assertThatThrownBy(() -> VisitedBitmap.bytesFor((1L << 38) + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("states = 274877906945, expected 0..274877906944");
    }

    @Tag("long")
    @Test
    void bitmapsSpanSeveralSegments() {
        // 2^34 states take 2 GiB: two segments.
        VisitedBitmap bitmap = new VisitedBitmap(1L << 34);
        long seam = 1L << 33;
        bitmap.mark(seam - 1);
        bitmap.markOpaque(seam);
        bitmap.markAtomic((1L << 34) - 1);
        assertThat(bitmap.count(0, 1L << 34)).isEqualTo(3);
        assertThat(bitmap.nextUnmarked(seam - 1, 1L << 34)).isEqualTo(seam + 1);
    }
}
