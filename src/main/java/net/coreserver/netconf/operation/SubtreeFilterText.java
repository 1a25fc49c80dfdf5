package net.coreserver.netconf.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads subtree filters as a person writes them. Source: RFC 6241 section 6.2. */
final class SubtreeFilterText {

    private static final Pattern PREFIXED = Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*):.*", Pattern.DOTALL);

    private SubtreeFilterText() {}

    static List<SubtreeFilter> read(String text) {
        List<SubtreeFilter> nodes = new ArrayList<>();
        try {
            XMLStreamReader2 xml = Xml.fragmentReader(text);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> nodes.add(node(xml));
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> throwUnlessBlank(xml.getText());
                    default -> {
                        // comments select nothing
                    }
                }
            }
        } catch (XMLStreamException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new IllegalArgumentException("it is not well-formed XML: " + reason, e);
        }
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("there is no XML element in it");
        }
        return nodes;
    }

    private static void throwUnlessBlank(String text) {
        if (!text.isBlank()) {
            throw new IllegalArgumentException("it consists of XML elements, and has text outside of them");
        }
    }

    /** The reader stands on the start tag, and is left on the end tag. The reader bounds the depth. */
    private static SubtreeFilter node(XMLStreamReader2 xml) throws XMLStreamException {
        String name = xml.getLocalName();
        String namespace = xml.getNamespaceURI();
        if (namespace == null || namespace.isEmpty()) {
            throw new IllegalArgumentException("`" + name + "` in it is in no namespace; that takes an `xmlns`");
        }
        if (xml.getAttributeCount() > 0) {
            throw new IllegalArgumentException("`" + name + "` in it has an attribute, which is not supported");
        }
        List<SubtreeFilter> children = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int event = xml.next();
        while (event != XMLStreamConstants.END_ELEMENT) {
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> children.add(node(xml));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(xml.getText());
                default -> {
                    // comments select nothing
                }
            }
            event = xml.next();
        }
        String value = text.toString().strip();
        if (!value.isEmpty() && !children.isEmpty()) {
            throw new IllegalArgumentException("`" + name + "` in it has both a text and elements");
        }
        return new SubtreeFilter(namespace, name, children, value.isEmpty() ? null : value, prefixes(xml, value));
    }

    private static Map<String, String> prefixes(XMLStreamReader2 xml, String value) {
        Matcher prefixed = PREFIXED.matcher(value);
        String namespace = prefixed.matches() ? xml.getNamespaceURI(prefixed.group(1)) : null;
        return namespace == null ? Map.of() : Map.of(prefixed.group(1), namespace);
    }
}
