package org.lfsrtoolkit.cli.batch;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.input.InputRow;
import org.lfsrtoolkit.cli.input.MapInput;
import org.lfsrtoolkit.core.register.AffineMap;
import org.lfsrtoolkit.parallel.StateSpaceMapper;

/**
 * The files of a batch: results, cycle list and journal. They are written as parts and moved to their places together.
 *
 * <p>Results that go to standard output have no file here and cannot be continued. Threads: confined.
 */
final class BatchOutput implements Closeable {

    private static final long FORCE_NANOS = 2_000_000_000L;
    /** States of a map, from which on its walk is worth a checkpoint of its own. */
    private static final BigInteger LONG_WALK = BigInteger.TWO.pow(32);

    private final BatchSettings settings;
    private @Nullable PartialFile results;
    private @Nullable PartialFile cyclesFile;
    private @Nullable CycleList cycles;
    private @Nullable Journal journal;
    private CRC32C resultsChecksum = new CRC32C();
    private long inputChecksum;
    private Tally tally = Tally.NONE;
    private long forcedNanos = System.nanoTime();
    private boolean kept;

    BatchOutput(BatchSettings settings) {
        this.settings = settings;
    }

    /**
     * Opens the files.
     *
     * @return whether an interrupted run is continued
     * @throws CannotStartException if a file is in the way, cannot be written, or belongs to another run
     */
    boolean open() throws CannotStartException {
        Path output = settings.output();
        Path list = settings.cycles();
        try {
            boolean resumed = output != null && settings.resume() && Files.exists(Journal.fileOf(output));
            requirePlace(output, "--output", resumed);
            requirePlace(list, "--cycles", resumed || output == null);
            if (resumed) {
                resume(Objects.requireNonNull(output), list);
                return true;
            }
            if (output != null) {
                StateSpaceMapper.deleteCheckpoint(mapCheckpointOf(output));
                results = PartialFile.create(output);
                journal = Journal.create(output, settings.fingerprint());
            }
            if (list != null) {
                cyclesFile = PartialFile.create(list);
                cyclesFile.write(CycleList.HEADER);
                cycles = new CycleList(cyclesFile);
            }
            return false;
        } catch (IOException failed) {
            throw new CannotStartException("cannot write " + name() + ": " + MapInput.reason(failed));
        }
    }

    private void requirePlace(@Nullable Path file, String option, boolean partIsOurs) throws CannotStartException {
        if (file == null) {
            return;
        }
        OutputFile.requirePlace(file, option, settings.force());
        Path part = PartialFile.partOf(file);
        if (Files.isDirectory(part)) {
            throw new CannotStartException(part + ": a directory, expected no such file");
        }
        if (Files.exists(part) && !partIsOurs && !settings.force() && settings.output() != null) {
            throw new CannotStartException(
                    part + ": left by an interrupted run, expected --resume to continue it or --force to start anew");
        }
    }

    private void resume(Path output, @Nullable Path list) throws IOException, CannotStartException {
        if (!Files.exists(PartialFile.partOf(output))) {
            throw new CannotStartException(
                    PartialFile.partOf(output) + ": missing beside its journal, expected --force to start anew");
        }
        List<Journal.State> states = Journal.read(output, settings.fingerprint());
        for (int i = states.size() - 1; i >= 0; i--) {
            Journal.State state = states.get(i);
            CRC32C found = PartialFile.checksum(output, state.outputLength());
            if (found == null || list != null && sizeOf(PartialFile.partOf(list)) < state.cyclesLength()) {
                continue; // The journal reached the disk before the row did.
            }
            if ((int) found.getValue() == state.outputChecksum()) {
                resultsChecksum = found;
                tally = state.tally();
                inputChecksum = state.inputChecksum();
                results = PartialFile.reopen(output, state.outputLength());
                if (list != null) {
                    cyclesFile = PartialFile.reopen(list, state.cyclesLength());
                    cycles = new CycleList(cyclesFile);
                }
                journal = Journal.reopen(output);
                kept = true;
                return;
            }
            break;
        }
        throw new CannotStartException(PartialFile.partOf(output)
                + ": does not match its journal, expected an undamaged part or --force to start anew");
    }

    private static long sizeOf(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : -1;
    }

    /** How the rows of an earlier run ended. */
    Tally tally() {
        return tally;
    }

    /**
     * Passes over the rows of an earlier run.
     *
     * @return the first row that is new, or null if there is none
     * @throws CannotStartException if the input is not the same as then
     */
    @Nullable InputRow skip(InputRow first, Supplier<@Nullable InputRow> following) throws CannotStartException {
        long checksum = 0;
        InputRow row = first;
        for (long i = 0; i < tally.rows(); i++) {
            if (row == null) {
                throw changed();
            }
            checksum = Journal.State.next(checksum, row);
            row = following.get();
        }
        if (checksum != inputChecksum) {
            throw changed();
        }
        return row;
    }

    private CannotStartException changed() {
        return new CannotStartException(String.join(", ", settings.inputs())
                + ": not the input of the interrupted run, expected the same rows or --force to start anew");
    }

    /** The cycle list, if one was asked for. */
    @Nullable CycleList cycles() {
        return cycles;
    }

    /** Writes results to the file. */
    void write(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        resultsChecksum.update(bytes);
        Objects.requireNonNull(results).write(bytes);
    }

    /** The header is written: from now on the run can be continued. */
    void started() throws IOException {
        if (journal != null && results != null) {
            results.flush();
            if (cyclesFile != null) {
                cyclesFile.flush();
            }
            journal.append(state(results, Tally.NONE));
        }
    }

    private Journal.State state(PartialFile file, Tally now) {
        return new Journal.State(
                now,
                inputChecksum,
                file.length(),
                (int) resultsChecksum.getValue(),
                cyclesFile == null ? 0 : cyclesFile.length());
    }

    /** Where the walk of one long row keeps its progress: beside the results. Null for a short one. */
    @Nullable Path mapCheckpoint(AffineMap map) {
        Path output = settings.output();
        return output == null || map.stateCount().compareTo(LONG_WALK) < 0 ? null : mapCheckpointOf(output);
    }

    private static Path mapCheckpointOf(Path output) {
        Path part = PartialFile.partOf(output);
        return part.resolveSibling(part.getFileName() + ".map");
    }

    /** A row is written; a kill from now on does not lose it. */
    void rowDone(InputRow row, Tally now) throws IOException {
        tally = now;
        if (journal == null || results == null) {
            return;
        }
        inputChecksum = Journal.State.next(inputChecksum, row);
        results.flush();
        if (cyclesFile != null) {
            cyclesFile.flush();
        }
        boolean force = System.nanoTime() - forcedNanos > FORCE_NANOS;
        if (force) {
            results.force();
            if (cyclesFile != null) {
                cyclesFile.force();
            }
            forcedNanos = System.nanoTime();
        }
        journal.append(state(results, now));
        StateSpaceMapper.deleteCheckpoint(mapCheckpointOf(results.target()));
        if (force) {
            journal.force();
        }
    }

    /** Moves the files to their places. */
    void commit() throws IOException {
        if (cyclesFile != null) {
            cyclesFile.commit();
        }
        if (results != null) {
            results.commit();
        }
        if (journal != null && settings.output() != null) {
            journal.close();
            Files.deleteIfExists(Journal.fileOf(settings.output()));
        }
        kept = true;
    }

    /** Keeps the parts of an interrupted run, where it can be continued. */
    void keep() {
        Path output = settings.output();
        kept = journal != null && output != null && (tally.rows() > 0 || Files.exists(mapCheckpointOf(output)));
    }

    /** For a message: what is left of an interrupted run. */
    String whatIsKept() {
        if (!kept || settings.output() == null) {
            return "";
        }
        return String.format(Locale.ROOT, "; %s keeps them, --resume goes on", PartialFile.partOf(settings.output()));
    }

    /** The file or stream that results go to. */
    String name() {
        return settings.output() == null ? "standard output" : settings.output().toString();
    }

    @Override
    public void close() {
        try {
            for (PartialFile file : new PartialFile[] {results, cyclesFile}) {
                if (file != null) {
                    if (kept) {
                        file.close();
                    } else {
                        file.discard();
                    }
                }
            }
            if (journal != null) {
                journal.close();
                if (!kept && settings.output() != null) {
                    Files.deleteIfExists(Journal.fileOf(settings.output()));
                }
            }
        } catch (IOException ignored) {
            // What could be kept is kept; the failure that led here was reported.
        }
    }
}
