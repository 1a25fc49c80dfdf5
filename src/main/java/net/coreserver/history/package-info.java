/**
 * What the targets' interfaces were like: samples, and their roll-ups over five minutes and an hour, in a database of its own.
 *
 * <p>Snapshots come in from the monitor and wait for the one thread that writes; nothing of the polling ever waits for it. What is
 * asked for is read beside it.
 */
@NullMarked
package net.coreserver.history;

import org.jspecify.annotations.NullMarked;
