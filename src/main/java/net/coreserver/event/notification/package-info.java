/**
 * What targets tell of their own accord: subscriptions to their event streams (RFC 5277), kept across outages.
 *
 * <p>Sessions come in from {@code monitor}; {@link net.coreserver.event.notification.Notification}s go out, each once. What they
 * mean is not known here.
 *
 * <p>{@link net.coreserver.event.notification.Subscriptions} begins a virtual thread for each session, which subscribes each
 * stream, over that session or one of its own, and then rests until something ends. What was heard is remembered from one
 * session to the next, and, as the marks of the log, from one run of the service to the next: so a replay begins where the last
 * subscription ended, and what it repeats is dropped. What a server cannot replay is an event of its own.
 */
@NullMarked
package net.coreserver.event.notification;

import org.jspecify.annotations.NullMarked;
