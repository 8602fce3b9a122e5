package org.lfsrtoolkit.parallel.statespace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.core.register.ShiftRegister;
import org.lfsrtoolkit.parallel.StateSpaceMapper;
import org.lfsrtoolkit.parallel.statespace.MappingOptions.Route;

/** Every route and kernel against the plain walk, structure and list. */
class EnumerationEqualsNaiveWalkTest {

    static IntStream fields() {
        return IntStream.range(0, RandomMaps.FIELDS.length);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void onRandomMapsOfEveryField(int number) {
        compare(number, 24, 1L << 10, 7);
    }

    @ParameterizedTest
    @MethodSource("fields")
    void onSomeLargerMapsOfEveryField(int number) {
        compare(number, 2, 1L << 15, 8);
    }

    @Test
    @Tag("long")
    void onTenThousandRandomMaps() {
        for (int number = 0; number < RandomMaps.FIELDS.length; number++) {
            compare(number, 640, 1L << 13, 9);
        }
    }

    @Test
    void onEveryBinaryRegisterToDegreeEight() {
        FiniteField field = FiniteField.unchecked(2, 0, 1);
        for (int d = 1; d <= 8; d++) {
            for (int taps = 0; taps < 1 << d; taps++) {
                long[] c = new long[d];
                for (int i = 0; i < d; i++) {
                    c[i] = taps >> i & 1;
                }
                ShiftRegister register = ShiftRegister.of(field, c);
                check(register, NaiveWalk.of(register), Route.AUTO, 0);
                check(register.withConstant(1), NaiveWalk.of(register.withConstant(1)), Route.AUTO, 0);
            }
        }
    }

    private static void compare(int number, int maps, long states, long seed) {
        FiniteField field = RandomMaps.field(RandomMaps.FIELDS[number]);
        Random random = new Random(seed * 1000 + number);
        int largest = RandomMaps.largestDegree(field, states);
        for (int i = 0; i < maps; i++) {
            int d = i < 3 || states > 1 << 14 ? largest : 1 + random.nextInt(largest);
            AffineMap map = RandomMaps.any(field, d, random);
            NaiveWalk expected = NaiveWalk.of(map);
            for (Route route : Route.values()) {
                check(map, expected, route, random.nextInt(d + 1));
            }
        }
    }

    private static void check(AffineMap map, NaiveWalk expected, Route route, int anchorSymbols) {
        String what = map.field() + " " + map.matrix() + " + " + java.util.Arrays.toString(map.translation()) + " "
                + route + ", anchors " + anchorSymbols;
        MappingOptions options = MappingOptions.defaults().withRoute(route).withAnchorSymbols(anchorSymbols);
        MappingResult structureOnly = StateSpaceMapper.map(map, options, RunControl.unlimited());
        assertThat(structureOnly.structure()).as(what).isEqualTo(expected.structure);
        List<long[]> cycles = new ArrayList<>();
        MappingResult listed = StateSpaceMapper.map(
                map,
                options.withCycleSink((representative, length) -> cycles.add(new long[] {representative, length})),
                RunControl.unlimited());
        assertThat(listed.structure()).as(what).isEqualTo(expected.structure);
        assertThat(cycles.toArray(long[][]::new)).as(what).isDeepEqualTo(expected.cycles.toArray(long[][]::new));
    }
}
