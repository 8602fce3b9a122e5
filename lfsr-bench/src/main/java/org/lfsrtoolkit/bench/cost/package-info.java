/** Whether the costs that the documentation states are seen: each public algorithm at three sizes. */
@NullMarked
package org.lfsrtoolkit.bench.cost;

import org.jspecify.annotations.NullMarked;
