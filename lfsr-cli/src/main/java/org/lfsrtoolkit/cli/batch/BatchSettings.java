package org.lfsrtoolkit.cli.batch;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lfsrtoolkit.cli.analysis.RowAnalyzer;
import org.lfsrtoolkit.cli.input.FieldTable;
import org.lfsrtoolkit.cli.report.OutputFormat;

/**
 * What a batch is to do.
 *
 * @param inputs files, or {@code -} for standard input
 * @param fields for the rows
 * @param defaultField as the user gave it, or null; part of what must not change when a run is continued
 * @param analysis how rows are answered
 * @param format of the results
 * @param output where the results go; null for standard output
 * @param cycles where the cycle list goes; null for none
 * @param checkpoint of one long map; null for none
 * @param force whether existing files may be replaced
 * @param resume whether an interrupted run is continued
 */
public record BatchSettings(
        List<String> inputs,
        FieldTable fields,
        @Nullable String defaultField,
        RowAnalyzer.Options analysis,
        OutputFormat format,
        @Nullable Path output,
        @Nullable Path cycles,
        @Nullable Path checkpoint,
        boolean force,
        boolean resume) {

    /** The settings on which answers depend, on one line; a run is continued only under the same. */
    String fingerprint() {
        return "field " + defaultField + ", method " + analysis.method().externalName() + ", verify-limit "
                + analysis.verifyLimit() + ", max-lengths " + analysis.exact().maxDistinctLengths() + ", format "
                + format.externalName() + (cycles == null ? "" : ", cycles");
    }
}
