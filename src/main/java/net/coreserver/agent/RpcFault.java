package net.coreserver.agent;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Why an rpc cannot be done, as the client is told: an {@code rpc-error}. Source: RFC 6241 section 4.3 and appendix A.
 */
final class RpcFault extends Exception {

    private static final long serialVersionUID = 1L;

    /** The layer where it went wrong. */
    private enum Layer {
        RPC,
        PROTOCOL,
        APPLICATION
    }

    /** An element of {@code error-info}; several stand in the order of the schema in RFC 6241 appendix B. */
    private record InfoElement(String name, String value) {}

    private final Layer layer;
    private final String tag;
    private final @Nullable String appTag;
    private final String text;
    private final transient List<InfoElement> info;

    private RpcFault(Layer layer, String tag, @Nullable String appTag, String text, InfoElement... info) {
        super(tag + ": " + text);
        this.layer = layer;
        this.tag = tag;
        this.appTag = appTag;
        this.text = XmlText.legal(text);
        this.info = List.of(info);
    }

    static RpcFault missingMessageId() {
        return new RpcFault(
                Layer.RPC,
                "missing-attribute",
                null,
                "An rpc has a message-id.",
                new InfoElement("bad-attribute", "message-id"),
                new InfoElement("bad-element", "rpc"));
    }

    static RpcFault badAttribute(String attribute, String element, String text) {
        return new RpcFault(
                Layer.PROTOCOL,
                "bad-attribute",
                null,
                text,
                new InfoElement("bad-attribute", attribute),
                new InfoElement("bad-element", element));
    }

    static RpcFault missingElement(String element, String text) {
        return new RpcFault(Layer.PROTOCOL, "missing-element", null, text, new InfoElement("bad-element", element));
    }

    /** An element that has no business here: of a namespace that we do not know, or of one that we do. */
    static RpcFault unexpected(XMLStreamReader startTag, boolean namespaceKnown) {
        String element = startTag.getLocalName();
        if (namespaceKnown) {
            return new RpcFault(
                    Layer.PROTOCOL,
                    "unknown-element",
                    null,
                    "The element " + element + " is not expected here.",
                    new InfoElement("bad-element", element));
        }
        String namespace = startTag.getNamespaceURI();
        return new RpcFault(
                Layer.PROTOCOL,
                "unknown-namespace",
                null,
                "The namespace of the element " + element + " is not known here.",
                new InfoElement("bad-element", element),
                new InfoElement("bad-namespace", namespace == null ? "" : namespace));
    }

    static RpcFault invalidValue(String text) {
        return new RpcFault(Layer.APPLICATION, "invalid-value", null, text);
    }

    static RpcFault notSupported(String operation) {
        return new RpcFault(
                Layer.PROTOCOL, "operation-not-supported", null, "The operation " + operation + " is not supported.");
    }

    static RpcFault notUnique(String text) {
        return new RpcFault(Layer.APPLICATION, "operation-failed", "data-not-unique", text);
    }

    static RpcFault failed(String text) {
        return new RpcFault(Layer.APPLICATION, "operation-failed", null, text);
    }

    static RpcFault tooBig(String text) {
        return new RpcFault(Layer.RPC, "too-big", null, text);
    }

    /** Only for a client that knows base:1.1, which brought it. */
    static RpcFault malformed(String text) {
        return new RpcFault(Layer.RPC, "malformed-message", null, text);
    }

    void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", "rpc-error", Xml.NETCONF_NAMESPACE);
        leaf(writer, "error-type", word(layer));
        leaf(writer, "error-tag", tag);
        leaf(writer, "error-severity", "error");
        if (appTag != null) {
            leaf(writer, "error-app-tag", appTag);
        }
        writer.writeStartElement("", "error-message", Xml.NETCONF_NAMESPACE);
        writer.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", "en");
        writer.writeCharacters(text);
        writer.writeEndElement();
        if (!info.isEmpty()) {
            writer.writeStartElement("", "error-info", Xml.NETCONF_NAMESPACE);
            for (InfoElement each : info) {
                leaf(writer, each.name, each.value);
            }
            writer.writeEndElement();
        }
        writer.writeEndElement();
    }

    private static String word(Layer layer) {
        return switch (layer) {
            case RPC -> "rpc";
            case PROTOCOL -> "protocol";
            case APPLICATION -> "application";
        };
    }

    private static void leaf(XMLStreamWriter writer, String name, String value) throws XMLStreamException {
        writer.writeStartElement("", name, Xml.NETCONF_NAMESPACE);
        writer.writeCharacters(value);
        writer.writeEndElement();
    }
}
