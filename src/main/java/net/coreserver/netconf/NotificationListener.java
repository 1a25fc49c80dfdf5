package net.coreserver.netconf;

import java.time.Instant;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * Takes the notifications of one subscription, in the order in which they come. Source: RFC 5277.
 *
 * <p>Its methods run on a virtual thread of the session, one after the other. One that takes its time holds the server
 * back, through the window of the transport, and with it the replies of the same session; nothing is queued in memory.
 */
public interface NotificationListener {

    /**
     * Something happened.
     *
     * @param eventTime when, as the server says; null when it says nothing that can be read
     * @param content stands on the start tag of the notification's own element, whose name says what happened; it is
     *     read as far as the listener likes
     * @throws XMLStreamException when the notification is not well-formed
     */
    void notified(@Nullable Instant eventTime, XMLStreamReader2 content) throws XMLStreamException;

    /** What was kept from before the subscription has been told; what follows is new. RFC 5277 section 3.3.1. */
    default void replayCompleted() {
        // of interest only to who asked for a replay
    }

    /**
     * A notification could not be read to its end. The session goes on with the next.
     *
     * @param reason what is wrong with it
     */
    void unreadable(NetconfException reason);

    /**
     * The subscription has ended; nothing more comes.
     *
     * @param reason why the session ended; null when the subscription had a stop time and has reached it
     */
    void ended(@Nullable NetconfException reason);
}
