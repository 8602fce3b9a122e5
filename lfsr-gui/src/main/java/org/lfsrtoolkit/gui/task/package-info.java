/**
 * Background work: {@link org.lfsrtoolkit.gui.task.BackgroundRunner} is the one crossing from and to the UI thread,
 * {@link org.lfsrtoolkit.gui.task.TwoEngineAnalyzer} asks both engines.
 */
@NullMarked
package org.lfsrtoolkit.gui.task;

import org.jspecify.annotations.NullMarked;
