package net.coreserver.event.notification;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.coreserver.event.EventData;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * What a notification holds, as JSON: an object for an element with elements in it, under their local names; an array where
 * there are several of one name; a text for an element with nothing but text, as sent but without the blanks around it, and for
 * an empty one. Text beside elements stands under {@code #text}. Where two elements of one local name are in different
 * namespaces, the later one is called <code>{namespace}name</code>. Attributes are left out.
 *
 * <p>It is bounded in depth, number of elements and size. What exceeds that is left out, and {@code "#truncated": true} says so.
 *
 * @param json that
 * @param digest a hash of the notification's name and of all that it holds, also of what was left out
 */
record NotificationBody(EventData json, String digest) {

    static final int MAX_DEPTH = 32;
    static final int MAX_ELEMENTS = 2_000;
    static final int MAX_OCTETS = 64 * 1024;

    private static final String TEXT = "#text";
    private static final String TRUNCATED = "#truncated";

    /**
     * Reads a body, to its end however large it is.
     *
     * @param xml stands on the start tag of the notification's element; then on its end tag
     */
    static NotificationBody read(XMLStreamReader2 xml) throws XMLStreamException {
        return new Reading(xml).body();
    }

    /** The reading of one body. */
    private static final class Reading {

        private final XMLStreamReader2 xml;
        private final ContentDigest digest = new ContentDigest();
        private final JsonAllowance allowance =
                new JsonAllowance(MAX_OCTETS - JsonAllowance.octets(TRUNCATED) - "{,:true}".length());
        private int elements;
        private boolean truncated;

        Reading(XMLStreamReader2 xml) {
            this.xml = xml;
        }

        NotificationBody body() throws XMLStreamException {
            // What stands here is an object in any case.
            var _ = allowance.take(JsonAllowance.octets(TEXT) + ":".length());
            Object content = element(1);
            Map<String, Object> members = new LinkedHashMap<>();
            switch (content) {
                case Map<?, ?> several -> several.forEach((name, value) -> members.put((String) name, value));
                case String text when text.isEmpty() -> {}
                default -> members.put(TEXT, content);
            }
            if (truncated) {
                members.put(TRUNCATED, true);
            }
            return new NotificationBody(EventData.of(members), digest.hex());
        }

        /** The reader stands on the start tag; then on the end tag. */
        private Object element(int depth) throws XMLStreamException {
            digest.start(namespace(), xml.getLocalName());
            JsonElement element = new JsonElement(allowance);
            while (true) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> child(element, depth + 1);
                    case XMLStreamConstants.END_ELEMENT -> {
                        digest.end();
                        return element.value();
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        text(element);
                    default -> {
                        // comments and processing instructions are no content
                    }
                }
            }
        }

        private void child(JsonElement parent, int depth) throws XMLStreamException {
            String name = parent.nameFor(namespace(), xml.getLocalName());
            if (depth > MAX_DEPTH || elements == MAX_ELEMENTS || !parent.admits(name)) {
                truncated = true;
                skip();
                return;
            }
            elements++;
            String namespace = namespace();
            parent.add(namespace, name, element(depth));
        }

        private void text(JsonElement element) {
            char[] characters = xml.getTextCharacters();
            int start = xml.getTextStart();
            int length = xml.getTextLength();
            digest.text(characters, start, length);
            if (!element.append(characters, start, length)) {
                truncated = true;
            }
        }

        /** Reads over an element, for its part in the digest. */
        private void skip() throws XMLStreamException {
            digest.start(namespace(), xml.getLocalName());
            int depth = 1;
            while (depth > 0) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        digest.start(namespace(), xml.getLocalName());
                        depth++;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        digest.end();
                        depth--;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                        digest.text(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
                    default -> {
                        // comments and processing instructions are no content
                    }
                }
            }
        }

        private String namespace() {
            String namespace = xml.getNamespaceURI();
            return namespace == null ? "" : namespace;
        }
    }
}
