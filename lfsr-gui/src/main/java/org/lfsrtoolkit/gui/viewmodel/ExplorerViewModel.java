package org.lfsrtoolkit.gui.viewmodel;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.core.progress.CancellationToken;

/**
 * The explorer's state: what was typed, whether an analysis runs, its progress, the last answer, and which length is
 * selected.
 *
 * <p>A newer request cancels the one that runs, and a late answer to an older request is dropped. A failed request keeps
 * the last answer on display, marked stale. Threads: the UI thread only.
 */
public final class ExplorerViewModel {

    /** What the explorer is doing. */
    public enum Phase {
        /** Nothing asked for yet. */
        IDLE,
        /** An analysis runs. */
        RUNNING,
        /** The last request was answered. */
        DONE,
        /** The last request was cancelled. */
        CANCELLED,
        /** The last request could not be answered; see {@link #message()}. */
        FAILED
    }

    private final Analyzer analyzer;
    private final TaskRunner runner;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    private String fieldText = "2";
    private String coefficientsText = "1,1,1,0,0,0,0,0,1,1";
    private Phase phase = Phase.IDLE;
    private String message = "";
    private double progress = -1;
    private @Nullable Analysis analysis;
    private @Nullable AnalysisRequest answered;
    private Optional<Analysis.CycleRow> selected = Optional.empty();
    private @Nullable CancellationToken running;

    public ExplorerViewModel(Analyzer analyzer, TaskRunner runner) {
        this.analyzer = Objects.requireNonNull(analyzer);
        this.runner = Objects.requireNonNull(runner);
    }

    /** Calls the listener after every change. */
    public void addListener(Runnable listener) {
        listeners.add(listener);
    }

    public String fieldText() {
        return fieldText;
    }

    public void setFieldText(String text) {
        if (!text.equals(fieldText)) {
            fieldText = text;
            changed();
        }
    }

    public String coefficientsText() {
        return coefficientsText;
    }

    public void setCoefficientsText(String text) {
        if (!text.equals(coefficientsText)) {
            coefficientsText = text;
            changed();
        }
    }

    /** Fills in one of the registers that the explorer offers, and analyzes it. */
    public void choose(SampleRegister sample) {
        fieldText = sample.fieldText();
        coefficientsText = sample.coefficientsText();
        analyze();
    }

    public Phase phase() {
        return phase;
    }

    public boolean isRunning() {
        return phase == Phase.RUNNING;
    }

    /** One line on what is going on, or on what went wrong. */
    public String message() {
        return message;
    }

    /** Between 0 and 1, or −1 where it is not known. */
    public double progress() {
        return progress;
    }

    /** The last answer. */
    public Optional<Analysis> analysis() {
        return Optional.ofNullable(analysis);
    }

    /** Whether the answer on display is not the answer to what is typed now. */
    public boolean isStale() {
        return analysis != null && !new AnalysisRequest(fieldText, coefficientsText).equals(answered);
    }

    /** The row that is selected in the table and highlighted among the rings. */
    public Optional<Analysis.CycleRow> selected() {
        return selected;
    }

    public void select(Analysis.@Nullable CycleRow row) {
        Optional<Analysis.CycleRow> next = Optional.ofNullable(row);
        if (!next.equals(selected)) {
            selected = next;
            changed();
        }
    }

    /** Starts to analyze what is typed; an analysis that runs is cancelled. */
    public void analyze() {
        cancelRunning();
        AnalysisRequest request = new AnalysisRequest(fieldText, coefficientsText);
        CancellationToken token = new CancellationToken();
        running = token;
        phase = Phase.RUNNING;
        message = "Analyzing…";
        progress = -1;
        changed();
        runner.start(
                control -> analyzer.analyze(request, control),
                token,
                update -> onProgress(token, update),
                result -> onSuccess(token, request, result),
                failure -> onFailure(token, failure));
    }

    /** Cancels the analysis that runs; does nothing if none does. */
    public void cancel() {
        if (running != null) {
            cancelRunning();
            phase = Phase.CANCELLED;
            message = "Cancelled";
            changed();
        }
    }

    private void cancelRunning() {
        CancellationToken token = running;
        running = null;
        if (token != null) {
            token.cancel();
        }
    }

    private void onProgress(CancellationToken token, TaskRunner.Progress update) {
        if (token == running) {
            progress = update.fraction();
            message = update.phase();
            changed();
        }
    }

    private void onSuccess(CancellationToken token, AnalysisRequest request, Analysis result) {
        if (token == running) {
            running = null;
            analysis = result;
            answered = request;
            selected = Optional.empty();
            phase = Phase.DONE;
            message = result.verdict();
            changed();
        }
    }

    private void onFailure(CancellationToken token, Throwable failure) {
        if (token == running) {
            running = null;
            boolean wasCancelled = failure instanceof CancellationException;
            phase = wasCancelled ? Phase.CANCELLED : Phase.FAILED;
            message = wasCancelled
                    ? "Cancelled"
                    : failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            changed();
        }
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }
}
