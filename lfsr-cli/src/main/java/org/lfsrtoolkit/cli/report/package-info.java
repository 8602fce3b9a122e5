/**
 * Results as text for people, and as JSON Lines and CSV for programs.
 *
 * <p>A {@link org.lfsrtoolkit.cli.report.RowFormat} turns one result into the text of one row; the caller decides where it
 * goes. {@link org.lfsrtoolkit.cli.report.OutputFormat} names the formats. Knows nothing of options.
 */
@NullMarked
package org.lfsrtoolkit.cli.report;

import org.jspecify.annotations.NullMarked;
