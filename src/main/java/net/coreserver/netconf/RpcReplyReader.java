package net.coreserver.netconf;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.framing.FramingException;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads {@code rpc-reply} for the rpc that awaits it. Source: RFC 6241 section 4.2 and 4.3. */
final class RpcReplyReader {

    private static final int MAX_ERRORS = 1000;

    private final String target;
    private final TrafficCounter traffic;

    RpcReplyReader(String target, TrafficCounter traffic) {
        this.target = target;
        this.traffic = traffic;
    }

    /**
     * Reads a reply to its end and gives the rpc its result, or the reason why it has none.
     *
     * @param xml stands on the start tag of {@code rpc-reply}
     */
    <T> void read(PendingRpc<T> rpc, IncomingMessage message, XMLStreamReader2 xml) {
        try {
            List<RpcError> errors = new ArrayList<>();
            boolean content = nextContent(xml, errors);
            if (!content && !errors.isEmpty()) {
                refuse(rpc, errors);
                return;
            }
            T value = rpc.reader().read(xml);
            readErrorsAfterContent(xml, errors);
            if (errors.isEmpty()) {
                rpc.result().complete(value);
            } else {
                refuse(rpc, errors);
            }
        } catch (XMLStreamException e) {
            rpc.result().completeExceptionally(unreadable(rpc, message, e));
        } catch (MalformedMessageException e) {
            rpc.result()
                    .completeExceptionally(new ProtocolException(
                            target, rpc.operation(), "The server's reply is wrong: " + e.getMessage(), e));
        } catch (RuntimeException | Error e) {
            // A mistake of whoever asked, or of our own: it must be learnt of, and the session goes on.
            rpc.result().completeExceptionally(e);
        }
    }

    /** Goes to the first child of rpc-reply that is no rpc-error; what warnings there are does not count. */
    private static boolean nextContent(XMLStreamReader2 xml, List<RpcError> errors)
            throws XMLStreamException, MalformedMessageException {
        while (Xml.nextChild(xml)) {
            if (!xml.getLocalName().equals("rpc-error")) {
                return true;
            }
            readError(xml, errors);
        }
        return false;
    }

    /** The rest of the document is checked, too: half a reply is no reply. Errors may come after data. */
    private static void readErrorsAfterContent(XMLStreamReader2 xml, List<RpcError> errors)
            throws XMLStreamException, MalformedMessageException {
        int event = xml.getEventType();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            if (event == XMLStreamConstants.START_ELEMENT
                    && xml.getDepth() == 2
                    && xml.getLocalName().equals("rpc-error")) {
                readError(xml, errors);
            }
            event = xml.next();
        }
    }

    private static void readError(XMLStreamReader2 xml, List<RpcError> errors)
            throws XMLStreamException, MalformedMessageException {
        RpcError error = RpcErrorReader.read(xml);
        if (error.isWarning()) {
            return;
        }
        if (errors.size() == MAX_ERRORS) {
            throw new MalformedMessageException("more than " + MAX_ERRORS + " rpc-errors");
        }
        errors.add(error);
    }

    private void refuse(PendingRpc<?> rpc, List<RpcError> errors) {
        traffic.rpcErrors.incrementAndGet();
        rpc.result().completeExceptionally(new RpcErrorException(target, rpc.operation(), errors));
    }

    private NetconfException unreadable(PendingRpc<?> rpc, IncomingMessage message, XMLStreamException cause) {
        FramingException misframed = message.misframed();
        if (misframed != null) {
            return MessageDispatcher.misframed(target, rpc.operation(), misframed);
        }
        return message.isBrokenOff()
                ? new TransportException(
                        target, rpc.operation(), "The connection was lost in the middle of the reply", cause)
                : new ParseException(target, rpc.operation(), Xml.describe("The reply", cause), cause);
    }
}
