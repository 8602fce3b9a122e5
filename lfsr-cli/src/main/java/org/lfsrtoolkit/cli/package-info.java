/**
 * The command line: {@link org.lfsrtoolkit.cli.LfsrCommandLine} is the program, {@link org.lfsrtoolkit.cli.ExitCodes} what it
 * tells its caller, {@link org.lfsrtoolkit.cli.Terminal} where it reads and writes.
 *
 * <p>Subpackages: {@code option} (what a user may type), {@code input} (rows of registers and matrices), {@code analysis}
 * (one row through the engines), {@code report} (text, JSON Lines, CSV), {@code command} (one thin class per subcommand).
 * Only {@code cli}, {@code command} and {@code option} know picocli. Results go to standard output or a file, everything
 * else to standard error; all text is UTF-8 and formatted in {@link java.util.Locale#ROOT}.
 */
@NullMarked
package org.lfsrtoolkit.cli;

import org.jspecify.annotations.NullMarked;
