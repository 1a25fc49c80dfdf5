/**
 * Notices what happened, and puts it into the log.
 *
 * <p>What the {@link net.coreserver.monitor.Monitor} learns of targets comes in, and what targets tell of their own accord; what
 * goes out, through the {@link net.coreserver.event.EventRecorder}, is one event for each cause. A notification that an interface
 * changed is a hint: it asks for a poll, and what the poll finds decides. What was known of a target when it was last told is
 * kept with the events, so that after a restart nothing is told twice, and what changed meanwhile is told at all.
 *
 * <p>Nothing here blocks: it is called by the threads that poll. This package does not know how the log is kept, nor how
 * notifications are subscribed to.
 */
@NullMarked
package net.coreserver.event.derivation;

import org.jspecify.annotations.NullMarked;
