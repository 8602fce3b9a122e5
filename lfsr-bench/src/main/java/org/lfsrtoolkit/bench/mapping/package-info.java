/** The state-space mapper against naive baselines, on easy and hard shapes over every field with a kernel of its own. */
@NullMarked
package org.lfsrtoolkit.bench.mapping;

import org.jspecify.annotations.NullMarked;
