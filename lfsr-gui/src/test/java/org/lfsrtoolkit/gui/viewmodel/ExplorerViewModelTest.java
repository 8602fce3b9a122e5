package org.lfsrtoolkit.gui.viewmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lfsrtoolkit.core.progress.CancellationToken;
import org.lfsrtoolkit.core.progress.RunControl;

class ExplorerViewModelTest {

    /** Holds started tasks until the test finishes them. */
    private static final class HeldRunner implements TaskRunner {

        record Held(
                Task<?> task,
                CancellationToken token,
                Consumer<Progress> progress,
                Consumer<Object> success,
                Consumer<Throwable> failure) {

            void finish() {
                Object result;
                try {
                    result = task.run(RunControl.unlimited().withCancellation(token));
                } catch (RuntimeException e) {
                    failure.accept(e);
                    return;
                }
                success.accept(result);
            }
        }

        final List<Held> started = new ArrayList<>();

        @Override
        @SuppressWarnings("unchecked")
        public <T> void start(
                Task<T> task,
                CancellationToken token,
                Consumer<Progress> onProgress,
                Consumer<T> onSuccess,
                Consumer<Throwable> onFailure) {
            started.add(new Held(task, token, onProgress, result -> onSuccess.accept((T) result), onFailure));
        }
    }

    private final HeldRunner runner = new HeldRunner();
    private final ExplorerViewModel model = new ExplorerViewModel(ExplorerViewModelTest::answer, runner);

    private static Analysis answer(AnalysisRequest request, RunControl control) {
        control.check();
        if (request.coefficientsText().isEmpty()) {
            throw new IllegalArgumentException("no coefficients");
        }
        Analysis.CycleRow row = new Analysis.CycleRow(new BigInteger(request.coefficientsText()), BigInteger.TWO);
        return new Analysis(List.of(), List.of(row), BigInteger.TEN, BigInteger.ZERO, "walked");
    }

    @Test
    void answerIsShownAndNotStale() {
        model.setCoefficientsText("5");
        model.analyze();
        assertThat(model.isRunning()).isTrue();
        runner.started.get(0).finish();
        assertThat(model.phase()).isEqualTo(ExplorerViewModel.Phase.DONE);
        assertThat(model.analysis().orElseThrow().cycles().get(0).length()).isEqualTo(BigInteger.valueOf(5));
        assertThat(model.message()).isEqualTo("walked");
        assertThat(model.isStale()).isFalse();
    }

    @Test
    void typingMakesTheAnswerStale() {
        model.setCoefficientsText("5");
        model.analyze();
        runner.started.get(0).finish();
        model.setCoefficientsText("6");
        assertThat(model.isStale()).isTrue();
        model.setCoefficientsText("5");
        assertThat(model.isStale()).isFalse();
    }

    @Test
    void newerRequestCancelsTheOlderAndItsLateAnswerIsDropped() {
        model.setCoefficientsText("5");
        model.analyze();
        model.setCoefficientsText("6");
        model.analyze();
        assertThat(runner.started.get(0).token().isCancelled()).isTrue();
        runner.started.get(1).finish();
        runner.started.get(0).finish();
        runner.started.get(0).success().accept(answer(new AnalysisRequest("2", "7"), RunControl.unlimited()));
        assertThat(model.analysis().orElseThrow().cycles().get(0).length()).isEqualTo(BigInteger.valueOf(6));
        assertThat(model.phase()).isEqualTo(ExplorerViewModel.Phase.DONE);
    }

    @Test
    void cancelStopsTheTaskAndSaysSo() {
        model.analyze();
        model.cancel();
        assertThat(runner.started.get(0).token().isCancelled()).isTrue();
        assertThat(model.phase()).isEqualTo(ExplorerViewModel.Phase.CANCELLED);
        runner.started.get(0).failure().accept(new CancellationException());
        assertThat(model.phase()).isEqualTo(ExplorerViewModel.Phase.CANCELLED);
    }

    @Test
    void failureKeepsTheLastAnswerAndShowsTheReason() {
        model.setCoefficientsText("5");
        model.analyze();
        runner.started.get(0).finish();
        model.setCoefficientsText("");
        model.analyze();
        runner.started.get(1).finish();
        assertThat(model.phase()).isEqualTo(ExplorerViewModel.Phase.FAILED);
        assertThat(model.message()).isEqualTo("no coefficients");
        assertThat(model.analysis()).isPresent();
        assertThat(model.isStale()).isTrue();
    }

    @Test
    void progressOfAnOlderRequestIsIgnored() {
        model.setCoefficientsText("5");
        model.analyze();
        runner.started.get(0).progress().accept(new TaskRunner.Progress("walking", 1, 4));
        assertThat(model.progress()).isEqualTo(0.25);
        model.analyze();
        runner.started.get(0).progress().accept(new TaskRunner.Progress("walking", 3, 4));
        assertThat(model.progress()).isEqualTo(-1);
    }

    @Test
    void selectionIsClearedByANewAnswer() {
        model.setCoefficientsText("5");
        model.analyze();
        runner.started.get(0).finish();
        model.select(model.analysis().orElseThrow().cycles().get(0));
        assertThat(model.selected()).isPresent();
        model.analyze();
        runner.started.get(1).finish();
        assertThat(model.selected()).isEmpty();
    }
}
