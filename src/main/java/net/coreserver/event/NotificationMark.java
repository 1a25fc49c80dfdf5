package net.coreserver.event;

import java.time.Instant;

/**
 * That a notification has been dealt with, so that it is known again when it is replayed.
 *
 * @param target who sent it
 * @param stream over which event stream; RFC 5277 section 3.2
 * @param eventTime when it happened by the clock of the target
 * @param digest tells it from others of that time: a hash of its name and content
 */
public record NotificationMark(String target, String stream, Instant eventTime, String digest) {}
