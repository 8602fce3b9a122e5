package org.lfsrtoolkit.cli.input;

import org.jspecify.annotations.Nullable;

/**
 * One line of a source.
 *
 * @param number from 1
 * @param text without its line end; empty where there is a problem
 * @param checksum CRC-32C of the line's bytes
 * @param problem why the line cannot be used, or null
 */
record TextLine(
        long number, String text, int checksum, @Nullable String problem) {}
