package org.lfsrtoolkit.core.sequence;

/** Rows of λ symbols that follow each other in a sequence. Threads: not safe. */
interface CodeRows {

    /** Writes the λ symbols of the next row to {@code codes}, whose length is a multiple of 8. */
    void next(byte[] codes);
}
