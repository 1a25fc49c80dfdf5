package net.coreserver.netconf;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * Turns a reply into a value while it arrives. It runs on a virtual thread of the session, where it may block only by
 * reading on; it is not called when the reply holds an {@code rpc-error} before anything else.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface ReplyReader<T> {

    /** Accepts {@code <ok/>}, or the empty reply that some servers send in its place. */
    ReplyReader<Boolean> OK = reply -> {
        if (reply.getEventType() == XMLStreamConstants.START_ELEMENT
                && !reply.getLocalName().equals("ok")) {
            throw new MalformedMessageException("expected <ok/>, got <" + reply.getLocalName() + ">");
        }
        return true;
    };

    /**
     * Reads a reply.
     *
     * @param reply stands on the start tag of the first element of the reply that is no {@code rpc-error}, or, when there
     *     is none, on the end tag of {@code rpc-reply}
     * @return the value
     * @throws XMLStreamException when the reply is not well-formed
     * @throws MalformedMessageException when it is not the reply that the operation has
     */
    T read(XMLStreamReader2 reply) throws XMLStreamException, MalformedMessageException;

    /**
     * Reads a reply that carries {@code data}, as those of {@code get} and {@code get-config} do.
     *
     * @param <T> the value
     * @param content reads the inside of {@code data}: the reader stands on its start tag, and must be left on its end
     *     tag
     * @return the reader of the whole reply
     */
    static <T> ReplyReader<T> ofData(ReplyReader<T> content) {
        return reply -> {
            if (reply.getEventType() != XMLStreamConstants.START_ELEMENT) {
                throw new MalformedMessageException("expected <data>, got an empty reply");
            }
            if (!reply.getLocalName().equals("data")) {
                throw new MalformedMessageException("expected <data>, got <" + reply.getLocalName() + ">");
            }
            return content.read(reply);
        };
    }
}
