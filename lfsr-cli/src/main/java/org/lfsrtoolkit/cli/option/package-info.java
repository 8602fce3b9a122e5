/**
 * What a user may type: converters for option values, and groups of options that several commands share.
 *
 * <p>A converter turns a wrong value into one line that says what was expected.
 */
@NullMarked
package org.lfsrtoolkit.cli.option;

import org.jspecify.annotations.NullMarked;
