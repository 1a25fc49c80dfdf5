/**
 * What targets tell of their own accord: subscriptions to their event streams (RFC 5277), kept across outages.
 *
 * <p>Sessions come in from {@code monitor}; {@link net.coreserver.event.notification.Notification}s go out, each once. What they
 * mean is not known here.
 */
@NullMarked
package net.coreserver.event.notification;

import org.jspecify.annotations.NullMarked;
