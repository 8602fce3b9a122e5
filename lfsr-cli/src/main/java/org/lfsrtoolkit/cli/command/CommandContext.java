package org.lfsrtoolkit.cli.command;

import org.lfsrtoolkit.cli.Terminal;
import org.lfsrtoolkit.core.progress.CancellationToken;

/**
 * What a command gets from the program it runs in.
 *
 * @param terminal where to read and write
 * @param token thrown when the user interrupts
 */
public record CommandContext(Terminal terminal, CancellationToken token) {}
