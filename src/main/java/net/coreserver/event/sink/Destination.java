package net.coreserver.event.sink;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import net.coreserver.netconf.Secret;
import org.jspecify.annotations.Nullable;

/** Where a sink sends events, and how. */
public sealed interface Destination {

    /** {@return what kind of place it is} */
    SinkType type();

    /** {@return the place, for a person; nothing of it is secret} */
    String where();

    /**
     * An HTTP server.
     *
     * @param url {@code http} or {@code https}, without user name and password
     * @param secret what requests are signed with; null for none
     * @param bearerToken what we prove with who we are; null for none
     * @param batchSize how many events one request brings at most, from 1; with 1 it is an event, else a list of events
     * @param timeout how long one request may take, to the end of the answer
     * @param authorities the PEM file of the authorities that count for {@code https}; null for those of the JVM
     */
    record Webhook(
            URI url,
            @Nullable Secret secret,
            @Nullable Secret bearerToken,
            int batchSize,
            Duration timeout,
            @Nullable Path authorities)
            implements Destination {

        /** The most events that one request can bring. */
        public static final int MAX_BATCH = 1000;

        /** Refuses a batch that is out of bounds. */
        public Webhook {
            if (batchSize < 1 || batchSize > MAX_BATCH) {
                throw new IllegalArgumentException("a batch has 1 to " + MAX_BATCH + " events");
            }
        }

        @Override
        public SinkType type() {
            return SinkType.WEBHOOK;
        }

        @Override
        public String where() {
            return ShownUrl.of(url);
        }
    }

    /**
     * A syslog server.
     *
     * @param host its name or address
     * @param port where it listens
     * @param transport how messages travel
     * @param facility where they claim to come from
     * @param authorities the PEM file of the authorities that count for TLS; null for those of the JVM
     */
    record Syslog(
            String host,
            int port,
            SyslogTransport transport,
            SyslogFacility facility,
            @Nullable Path authorities) implements Destination {

        @Override
        public SinkType type() {
            return SinkType.SYSLOG;
        }

        @Override
        public String where() {
            String name = host.indexOf(':') < 0 ? host : "[" + host + "]";
            return transport.word() + "://" + name + ":" + port;
        }
    }

    /**
     * A file of lines.
     *
     * @param file the file; null for the standard output
     */
    record JsonLines(@Nullable Path file) implements Destination {

        @Override
        public SinkType type() {
            return SinkType.JSON_LINES;
        }

        @Override
        public String where() {
            return file == null ? "standard output" : file.toString();
        }
    }
}
