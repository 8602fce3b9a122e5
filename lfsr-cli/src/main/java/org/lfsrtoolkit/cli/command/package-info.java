/**
 * One thin class per subcommand: options in, a run started, an exit code out.
 */
@NullMarked
package org.lfsrtoolkit.cli.command;

import org.jspecify.annotations.NullMarked;
