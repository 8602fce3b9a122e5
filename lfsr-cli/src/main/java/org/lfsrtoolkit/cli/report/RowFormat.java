package org.lfsrtoolkit.cli.report;

import org.lfsrtoolkit.cli.analysis.RowResult;

/** How results are written, one row after another. Implementations keep no state, so that a run can be continued. */
public interface RowFormat {

    /** What stands before the first row, line end included; may be empty. */
    default String header() {
        return "";
    }

    /** One row, line end included. */
    String row(RowResult result);
}
