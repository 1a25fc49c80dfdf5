package net.coreserver.netconf;

import java.io.StringWriter;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads {@code rpc-error}. Source: RFC 6241 section 4.3. */
final class RpcErrorReader {

    private static final int MAX_TEXT_CHARACTERS = 4096;

    private RpcErrorReader() {}

    /** Reads one error; the reader stands on its start tag, then on its end tag. */
    static RpcError read(XMLStreamReader reader) throws XMLStreamException {
        String type = null;
        String tag = null;
        String severity = null;
        String appTag = null;
        String path = null;
        String message = null;
        String info = null;
        while (Xml.nextChild(reader)) {
            switch (reader.getLocalName()) {
                case "error-type" -> type = text(reader);
                case "error-tag" -> tag = text(reader);
                case "error-severity" -> severity = text(reader);
                case "error-app-tag" -> appTag = text(reader);
                case "error-path" -> path = text(reader);
                case "error-message" -> message = text(reader);
                case "error-info" -> info = content(reader);
                default -> Xml.skip(reader);
            }
        }
        return new RpcError(type, tag, severity, appTag, path, message, info);
    }

    private static @Nullable String text(XMLStreamReader reader) throws XMLStreamException {
        String text = Xml.text(reader);
        return text.isEmpty() ? null : cut(text);
    }

    private static String cut(String text) {
        return text.length() <= MAX_TEXT_CHARACTERS ? text : text.substring(0, MAX_TEXT_CHARACTERS) + "…";
    }

    /** The elements and texts inside the current element as XML, without attributes and comments. */
    private static @Nullable String content(XMLStreamReader reader) throws XMLStreamException {
        StringWriter out = new StringWriter();
        var writer = Xml.writer(out);
        int depth = 1;
        boolean writing = true;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (writing) {
                        String namespace = reader.getNamespaceURI();
                        writer.writeStartElement("", reader.getLocalName(), namespace == null ? "" : namespace);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    if (writing && depth > 0) {
                        writer.writeEndElement();
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (writing && !reader.isWhiteSpace()) {
                        writer.writeCharacters(cut(reader.getText().strip()));
                    }
                }
                default -> {
                    // comments and processing instructions say nothing to a person
                }
            }
            if (writing && out.getBuffer().length() > MAX_TEXT_CHARACTERS) {
                writing = false;
            }
        }
        writer.flush();
        return out.getBuffer().isEmpty() ? null : cut(out.toString());
    }
}
