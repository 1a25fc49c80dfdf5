/**
 * Runs of samples and of roll-ups of one interface: as numbers, as the octets that they are kept in, and what is made of them. Pure;
 * knows nothing of databases. All times are milliseconds since the epoch, unless said otherwise.
 *
 * <p>How the octets are read, {@code docs/history-format.md} tells, so that what is kept does not hang on this code.
 */
@NullMarked
package net.coreserver.history.series;

import org.jspecify.annotations.NullMarked;
