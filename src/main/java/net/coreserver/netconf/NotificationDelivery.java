package net.coreserver.netconf;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code notification} and hands it to the session's subscriber, of whom there is one at most. Source: RFC 5277
 * section 4, and for the end of a replay and of a subscription section 3.3.1 and 3.3.2.
 */
final class NotificationDelivery {

    private static final System.Logger LOG = System.getLogger(NotificationDelivery.class.getName());

    private final AtomicReference<@Nullable NotificationListener> subscriber = new AtomicReference<>();
    private final String target;

    NotificationDelivery(String target) {
        this.target = target;
    }

    /** {@return whether notifications go to the listener from now on; false when there is one already} */
    boolean begin(NotificationListener listener) {
        return subscriber.compareAndSet(null, listener);
    }

    /** Stops without a word to the listener. */
    void stop(NotificationListener listener) {
        subscriber.compareAndSet(listener, null);
    }

    boolean isActive() {
        return subscriber.get() != null;
    }

    /** The session has ended. */
    void end(NetconfException reason) {
        NotificationListener listener = subscriber.getAndSet(null);
        if (listener != null) {
            safely(() -> listener.ended(reason));
        }
    }

    /**
     * Delivers one notification.
     *
     * @param xml stands on the start tag of {@code notification}
     */
    void deliver(IncomingMessage message, XMLStreamReader2 xml) {
        NotificationListener listener = subscriber.get();
        if (listener == null) {
            LOG.log(System.Logger.Level.DEBUG, "{0}: a notification that nobody asked for", target);
            return;
        }
        try {
            Instant eventTime = null;
            boolean more = Xml.nextChild(xml);
            while (more) {
                int depth = xml.getDepth();
                if (xml.getLocalName().equals("eventTime")) {
                    eventTime = eventTime(Xml.text(xml));
                } else {
                    tell(listener, eventTime, xml);
                }
                more = Xml.skipRest(xml, depth) && Xml.nextChild(xml);
            }
        } catch (XMLStreamException e) {
            if (!message.isBrokenOff()) { // else the end of the session says it all
                ParseException reason =
                        new ParseException(target, "notification", Xml.describe("A notification", e), e);
                safely(() -> listener.unreadable(reason));
            }
        }
    }

    private void tell(NotificationListener listener, @Nullable Instant eventTime, XMLStreamReader2 xml)
            throws XMLStreamException {
        // Told apart by name alone: servers have them in the namespace of the notification itself, too.
        switch (xml.getLocalName()) {
            case "replayComplete" -> safely(listener::replayCompleted);
            case "notificationComplete" -> {
                stop(listener);
                safely(() -> listener.ended(null));
            }
            default -> {
                try {
                    listener.notified(eventTime, xml);
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.ERROR, target + ": a listener failed on a notification", e);
                }
            }
        }
    }

    /** A listener's mistake costs neither the session nor what comes next. */
    private void safely(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, target + ": a listener failed", e);
        }
    }

    private static @Nullable Instant eventTime(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
