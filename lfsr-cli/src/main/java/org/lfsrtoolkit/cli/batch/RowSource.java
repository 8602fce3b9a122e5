package org.lfsrtoolkit.cli.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.input.FieldTable;
import org.lfsrtoolkit.cli.input.InputRow;
import org.lfsrtoolkit.cli.input.MapInput;
import org.lfsrtoolkit.cli.input.UnusableInputException;

/** The rows of several sources, one after another; one source is open at a time. Threads: confined. */
final class RowSource implements Closeable {

    private final List<String> inputs;
    private final InputStream standardInput;
    private final FieldTable fields;
    private int nextInput;
    private @Nullable MapInput current;

    /** @throws UnusableInputException if one of the sources is no readable file, so that no work is begun in vain */
    RowSource(List<String> inputs, InputStream standardInput, FieldTable fields) throws UnusableInputException {
        this.inputs = List.copyOf(inputs);
        this.standardInput = standardInput;
        this.fields = fields;
        for (String input : inputs) {
            MapInput.requireReadable(input);
        }
    }

    /**
     * The next row, or null after the last.
     *
     * @throws UnusableInputException if a source cannot be used; the one after it may be asked for next
     */
    @Nullable InputRow next() throws UnusableInputException {
        while (true) {
            if (current == null) {
                if (nextInput == inputs.size()) {
                    return null;
                }
                current = MapInput.open(inputs.get(nextInput++), standardInput, fields);
            }
            try {
                InputRow row = current.next();
                if (row != null) {
                    return row;
                }
                close();
            } catch (UnusableInputException unusable) {
                close();
                throw unusable;
            } catch (IOException unreadable) {
                close();
                throw new UnusableInputException(inputs.get(nextInput - 1) + ": " + MapInput.reason(unreadable));
            }
        }
    }

    @Override
    public void close() {
        if (current != null) {
            try {
                current.close();
            } catch (IOException ignored) {
                // Everything was read; nothing can be lost by a failing close.
            }
            current = null;
        }
    }
}
