package net.coreserver.event.sink;

import java.time.InstantSource;

/** Makes outlets. */
@FunctionalInterface
interface Outlets {

    /**
     * Those of the real world.
     *
     * @param clock tells when a request is signed
     */
    static Outlets real(InstantSource clock) {
        return (destination, onDebt) -> switch (destination) {
            case Destination.Webhook webhook -> new WebhookOutlet(webhook, clock);
            case Destination.Syslog syslog ->
                switch (syslog.transport()) {
                    case UDP -> new DatagramOutlet(syslog);
                    case TCP, TLS -> new StreamOutlet(syslog, onDebt);
                };
            case Destination.JsonLines lines -> new JsonLinesOutlet(lines);
        };
    }

    /**
     * Makes one.
     *
     * @param destination where it leads
     * @param onDebt called, on any thread, when something has become {@link Outlet#owed}
     * @return it
     */
    Outlet open(Destination destination, Runnable onDebt);
}
