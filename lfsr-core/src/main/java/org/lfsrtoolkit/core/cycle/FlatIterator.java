package org.lfsrtoolkit.core.cycle;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * The elements of many iterators, one iterator after the other, each made when it is needed.
 *
 * <p>Unlike {@code Stream.flatMap(…).iterator()}, which collects the whole inner stream before its first element.
 */
final class FlatIterator<T, R> implements Iterator<R> {

    private final Iterator<? extends T> outer;
    private final Function<? super T, ? extends Iterator<R>> expand;
    private Iterator<R> inner = Collections.emptyIterator();

    FlatIterator(Iterator<? extends T> outer, Function<? super T, ? extends Iterator<R>> expand) {
        this.outer = outer;
        this.expand = expand;
    }

    @Override
    public boolean hasNext() {
        while (!inner.hasNext()) {
            if (!outer.hasNext()) {
                return false;
            }
            inner = expand.apply(outer.next());
        }
        return true;
    }

    @Override
    public R next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no more elements");
        }
        return inner.next();
    }
}
