package net.coreserver.event.sink;

import java.time.Duration;
import net.coreserver.event.EventFilter;

/**
 * What is configured of a sink.
 *
 * @param name its name
 * @param isEnabled whether events are sent to it
 * @param filter which ones
 * @param giveUpAfter how long an event is tried to be sent
 * @param destination where to, and how
 */
public record SinkSettings(
        String name, boolean isEnabled, EventFilter filter, Duration giveUpAfter, Destination destination) {}
