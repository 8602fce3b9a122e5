/**
 * Small programs, each with a {@code main} and run by a test.
 *
 * <p>{@code FirstSteps} is the one to begin with.
 */
@NullMarked
package org.lfsrtoolkit.examples;

import org.jspecify.annotations.NullMarked;
