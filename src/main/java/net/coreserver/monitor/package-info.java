/**
 * One supervisor per target: it connects, polls on the interval, and publishes what it saw.
 *
 * <p>Targets come in from {@code target}, samples from {@code interfaces.yang} over a session of {@code netconf}; out go
 * {@link net.coreserver.monitor.Observation}s, which every reader shares. Whether a target is ours to poll is decided
 * here and nowhere else, and so is by which model it is asked: {@link net.coreserver.monitor.Inquiry}. {@link net.coreserver.monitor.Supervision#apply} brings it into line with an inventory that has changed;
 * whoever wants to use the sessions beside the polls is a {@link net.coreserver.monitor.SessionUser};
 * what is known outlives a restart in a {@link net.coreserver.monitor.HealthMemory}, which somebody else keeps. This package knows nothing of HTTP, and nothing of who reads.
 */
@NullMarked
package net.coreserver.monitor;

import org.jspecify.annotations.NullMarked;
