package net.coreserver.netconf.operation;

import java.time.Instant;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the notifications of an event stream. Source: RFC 5277 section 2.1.1.
 *
 * @param stream its name; null stands for the stream {@code NETCONF}
 * @param filter selects among the notifications; null asks for all
 * @param startTime from when notifications that the server has kept are replayed; null asks for new ones only
 * @param stopTime when the subscription ends; null for never; only with a start time, and not before it
 */
public record CreateSubscription(
        @Nullable String stream,
        @Nullable Filter filter,
        @Nullable Instant startTime,
        @Nullable Instant stopTime) implements Operation {

    private static final String NAMESPACE = "urn:ietf:params:xml:ns:netconf:notification:1.0";

    /** Refuses a stop time without or before the start time. */
    public CreateSubscription {
        if (stopTime != null && (startTime == null || stopTime.isBefore(startTime))) {
            throw new IllegalArgumentException("a stop time comes after a start time");
        }
    }

    /**
     * A request for the new notifications of a stream.
     *
     * @param stream its name
     * @return the request
     */
    public static CreateSubscription to(String stream) {
        return new CreateSubscription(stream, null, null, null);
    }

    @Override
    public String name() {
        return "create-subscription";
    }

    @Override
    public Optional<String> objection(Hello server) {
        if (!server.supports(Capability.NOTIFICATION)) {
            return Optional.of("The server does not announce :notification, so that it sends none");
        }
        return Optional.ofNullable(filter).flatMap(given -> given.objection(server));
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), NAMESPACE);
        Leaf.write(writer, NAMESPACE, "stream", stream);
        if (filter != null) {
            filter.write(writer, NAMESPACE);
        }
        Leaf.write(writer, NAMESPACE, "startTime", startTime);
        Leaf.write(writer, NAMESPACE, "stopTime", stopTime);
        writer.writeEndElement();
    }
}
