package org.lfsrtoolkit.gui.viewmodel;

import org.lfsrtoolkit.core.progress.RunControl;

/** Answers one request, on a background thread. */
@FunctionalInterface
public interface Analyzer {

    /**
     * @throws IllegalArgumentException if the request is not understood; the message is shown as it is
     * @throws java.util.concurrent.CancellationException if the control was cancelled
     */
    Analysis analyze(AnalysisRequest request, RunControl control);
}
