/**
 * The monitored targets: what the monitor knows of them in, their health and their last snapshots out.
 *
 * <p>Whoever answers from snapshots asks {@link net.coreserver.api.targets.Targets} for the targets that a request means,
 * and {@link net.coreserver.api.targets.Readings} for a {@link net.coreserver.api.targets.Reading} of each: at once as a
 * rule, after a poll when the request's {@code Cache-Control} asks for one. What keeps a target from being read is told by
 * {@link net.coreserver.api.targets.TargetProblems}.
 *
 * <p>This package does not know how interfaces are written, nor how the inventory is changed.
 */
@NullMarked
package net.coreserver.api.targets;

import org.jspecify.annotations.NullMarked;
