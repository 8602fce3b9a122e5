package org.lfsrtoolkit.core.cycle;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lfsrtoolkit.core.field.FiniteField;
import org.lfsrtoolkit.core.polynomial.Polynomial;
import org.lfsrtoolkit.core.polynomial.PolynomialModulus;
import org.lfsrtoolkit.core.progress.LimitExceededException;
import org.lfsrtoolkit.core.progress.RunControl;
import org.lfsrtoolkit.core.register.AffineMap;

/**
 * One state of every cycle of a map, streamed without visiting the space.
 *
 * <p>In a cyclic part F_q[x]/(g^e) the states other than 0 are g^v times units modulo g^(e−v); their cycles are the cosets
 * of ⟨x⟩ in those unit groups ({@link UnitCosets}). For two parts with cycles of a and b through r and s, the gcd(a, b) cycles
 * of the product are those through (r, x^j·s), 0 ≤ j &lt; gcd(a, b). Parts that are powers of x contribute 0. An affine map
 * is treated inside a linear one: only the parts of x − 1 have to be chosen so that the state lies in the right hyperplane.
 *
 * <p>The order of the stream is fixed. Cost: a few products modulo f for each cycle; memory: O(d). Sequential use only.
 */
public final class CycleRepresentatives {

    /** A cyclic part: g^e in the residue with a given index. */
    private record Part(PrimaryComponent component, int exponent, int module, Polynomial cofactor, long height) {}

    private record Choice(Polynomial element, BigInteger length) {}

    private record Tuple(List<Choice> choices, BigInteger length, long height) {}

    private final CyclicModules modules;
    private final FiniteField field;
    private final RunControl control;
    private final List<Part> parts = new ArrayList<>();
    /** The part whose value at 1 is forced by those before it; −1 for a linear map. */
    private int forcedPart = -1;

    private CycleRepresentatives(AffineMap map, RunControl control) {
        this.modules = CyclicModules.of(map, control);
        this.field = map.field();
        this.control = control;
        List<PrimaryComponent> components = ExactCycleEngine.components(
                field,
                ExactCycleEngine.elementaryDivisors(modules.embedding().linear(), control),
                ExactOptions.defaults().factoringBudget(),
                control);
        Polynomial shift = Polynomial.of(field, field.negate(1), 1);
        List<Part> others = new ArrayList<>();
        for (PrimaryComponent component : components) {
            for (int i = 0; i < modules.moduli().size() && !component.isNilpotent(); i++) {
                Polynomial f = modules.moduli().get(i);
                int e = StateAnnihilator.multiplicity(f, component.factor());
                if (e == 0) {
                    continue;
                }
                Polynomial power = component.factor().power(e);
                Polynomial rest = f.quotient(power);
                Polynomial cofactor = rest.times(PolynomialModulus.of(power).inverse(rest));
                long height = 0;
                if (!modules.embedding().isTrivial() && component.factor().equals(shift)) {
                    height = height(i, cofactor.remainder(f));
                }
                (height != 0 ? parts : others).add(new Part(component, e, i, cofactor, height));
            }
        }
        forcedPart = parts.size() - 1;
        parts.addAll(others);
    }

    /**
     * The representatives, each made when it is asked for.
     *
     * @throws LimitExceededException from the stream if the order of a factor is not known
     */
    public static Stream<CycleRepresentative> stream(AffineMap map, RunControl control) {
        CycleRepresentatives all = new CycleRepresentatives(map, control);
        Iterator<CycleRepresentative> each = new FlatIterator<>(
                all.tuples(all.parts.size()),
                tuple -> Collections.singleton(all.representative(tuple)).iterator());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(each, Spliterator.NONNULL), false);
    }

    private long height(int module, Polynomial residue) {
        List<Polynomial> tuple =
                new ArrayList<>(Collections.nCopies(modules.moduli().size(), Polynomial.zero(field)));
        tuple.set(module, residue);
        return modules.embedding().height(modules.vector(tuple));
    }

    /** The choices in the first parts, one for each cycle of their sum. */
    private Iterator<Tuple> tuples(int count) {
        return count == 0
                ? Collections.singleton(new Tuple(List.of(), BigInteger.ONE, 0)).iterator()
                : new FlatIterator<>(tuples(count - 1), tuple -> extend(tuple, count - 1));
    }

    private Iterator<Tuple> extend(Tuple tuple, int index) {
        Part part = parts.get(index);
        PolynomialModulus modulus =
                PolynomialModulus.of(part.component().factor().power(part.exponent()));
        return new FlatIterator<>(choices(part, index, tuple.height()), choice -> {
            control.check();
            BigInteger common = tuple.length().gcd(choice.length());
            BigInteger length = tuple.length().divide(common).multiply(choice.length());
            long value = part.height() == 0
                    ? tuple.height()
                    : field.add(
                            tuple.height(),
                            field.multiply(part.height(), choice.element().evaluate(1)));
            return new Shifts(tuple, modulus, choice.element(), common, length, value);
        });
    }

    /** A tuple extended by element·x^j, 0 ≤ j &lt; count. */
    private static final class Shifts implements Iterator<Tuple> {

        private final Tuple tuple;
        private final PolynomialModulus modulus;
        private final BigInteger length;
        private final long height;
        private BigInteger left;
        private Polynomial element;

        Shifts(
                Tuple tuple,
                PolynomialModulus modulus,
                Polynomial element,
                BigInteger count,
                BigInteger length,
                long height) {
            this.tuple = tuple;
            this.modulus = modulus;
            this.element = element;
            this.left = count;
            this.length = length;
            this.height = height;
        }

        @Override
        public boolean hasNext() {
            return left.signum() > 0;
        }

        @Override
        public Tuple next() {
            if (!hasNext()) {
                throw new NoSuchElementException("no more powers of x");
            }
            List<Choice> choices = new ArrayList<>(tuple.choices());
            choices.add(new Choice(element, length));
            left = left.subtract(BigInteger.ONE);
            if (hasNext()) {
                element = modulus.multiply(element, Polynomial.x(element.field()));
            }
            return new Tuple(choices, length, height);
        }
    }

    /** One element of every cycle of a part. */
    private Iterator<Choice> choices(Part part, int index, long heightSoFar) {
        if (index != forcedPart) {
            return zeroAndUnits(part, 0);
        }
        long value = field.divide(field.subtract(1, heightSoFar), part.height());
        return value == 0
                ? zeroAndUnits(part, 1)
                : units(part, 0, UnitCosets.withValue(part.component(), part.exponent(), value));
    }

    /** 0, and the units times g^v for v from the least on. */
    private Iterator<Choice> zeroAndUnits(Part part, int least) {
        Iterator<Integer> valuations =
                IntStream.rangeClosed(least, part.exponent()).boxed().iterator();
        return new FlatIterator<>(
                valuations,
                v -> v == part.exponent()
                        ? Collections.singleton(new Choice(Polynomial.zero(field), BigInteger.ONE))
                                .iterator()
                        : units(part, v, UnitCosets.all(part.component(), part.exponent() - v, control)));
    }

    private Iterator<Choice> units(Part part, int v, UnitCosets cosets) {
        Polynomial power = part.component().factor().power(v);
        BigInteger length = Objects.requireNonNull(part.component().order())
                .divides()
                .multiply(PrincipalUnitLogarithm.powerFor(part.exponent() - v, field.characteristic()));
        return new FlatIterator<>(
                cosets,
                unit -> Collections.singleton(new Choice(unit.times(power), length))
                        .iterator());
    }

    private CycleRepresentative representative(Tuple tuple) {
        List<Polynomial> residues =
                new ArrayList<>(Collections.nCopies(modules.moduli().size(), Polynomial.zero(field)));
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Polynomial f = modules.moduli().get(part.module());
            residues.set(
                    part.module(),
                    residues.get(part.module())
                            .plus(tuple.choices()
                                    .get(i)
                                    .element()
                                    .times(part.cofactor())
                                    .remainder(f)));
        }
        return new CycleRepresentative(modules.state(residues), tuple.length());
    }
}
