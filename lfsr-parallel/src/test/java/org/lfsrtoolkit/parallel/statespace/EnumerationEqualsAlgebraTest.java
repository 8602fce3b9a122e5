package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.cycle.ExactCycleEngine;
import org.lfsrtoolkit.core.cycle.ExactOptions;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;

/** The two engines, which share no algorithm, on random registers and matrices across all kernels. */
class EnumerationEqualsAlgebraTest {

    private static void compare(int maps, long states, long seed) {
        for (int number = 0; number < RandomMaps.FIELDS.length; number++) {
            FiniteField field = RandomMaps.field(RandomMaps.FIELDS[number]);
            Random random = new Random(seed * 100 + number);
            int largest = RandomMaps.largestDegree(field, states);
            for (int i = 0; i < maps; i++) {
                AffineMap map = RandomMaps.any(field, 1 + random.nextInt(largest), random);
                assertThat(StateSpaceMapper.map(map, MappingOptions.defaults(), RunControl.unlimited())
                                .structure())
                        .as(field + "\n" + map.matrix() + "\n+ " + Arrays.toString(map.translation()))
                        .isEqualTo(ExactCycleEngine.analyze(map, ExactOptions.defaults(), RunControl.unlimited())
                                .structure()
                                .orElseThrow());
            }
        }
    }

    @Test
    void onRandomMapsOfEveryField() {
        compare(100, 1L << 13, 1);
    }

    @Test
    void onSomeMapsOfAMillionStates() {
        compare(3, 1L << 20, 2);
    }

    @Test
    @Tag("long")
    void onTenThousandRandomMaps() {
        compare(630, 1L << 18, 3);
    }
}
