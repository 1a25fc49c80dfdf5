package net.coreserver.event.derivation;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.event.EventData;
import net.coreserver.event.notification.Notification;
import org.jspecify.annotations.Nullable;

/** Notifications as targets send them. */
final class Told {

    static final String YUMA = "http://yuma123.org/ns/interfaces-notifications";
    static final String RFC_6470 = "urn:ietf:params:xml:ns:yang:ietf-netconf-notifications";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Told() {}

    /** What yuma123 tells: {@code link-up} or {@code link-down}. */
    static Notification link(String name, String interfaceName, Instant eventTime) {
        return of(YUMA, name, eventTime, Map.of("if-name", interfaceName));
    }

    static Notification of(String namespace, String name, @Nullable Instant eventTime, Map<String, ?> body) {
        return new Notification(
                "edge-1",
                "NETCONF",
                eventTime,
                false,
                namespace,
                name,
                EventData.of(body),
                "digest-" + NUMBER.getAndIncrement());
    }

    static Notification replayed(Notification live) {
        return new Notification(
                live.target(),
                live.stream(),
                live.eventTime(),
                true,
                live.namespace(),
                live.name(),
                live.body(),
                live.digest());
    }
}
