package net.coreserver.netconf;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.api.WstxOutputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * How XML is read and written here: always UTF-8, without document type declarations and external entities (RFC 6241
 * section 3), with everything bounded that a peer could make large.
 */
public final class Xml {

    /** The namespace of hello, rpc, rpc-reply and the base operations; RFC 6241 section 3.1. */
    public static final String NETCONF_NAMESPACE = "urn:ietf:params:xml:ns:netconf:base:1.0";

    /** A fresh virtual thread reads each message and finds no buffer to use again; a larger one is not faster. */
    private static final int INPUT_BUFFER_CHARACTERS = 1024;

    private static final int MAX_ELEMENT_DEPTH = 128;
    private static final int MAX_ATTRIBUTES = 128;
    private static final int MAX_ATTRIBUTE_CHARACTERS = 64 * 1024;
    private static final int MAX_TEXT_CHARACTERS = 16 * 1024 * 1024;

    private static final WstxInputFactory INPUT = inputFactory();
    private static final WstxInputFactory INPUT_FRAGMENTS = inputFragmentFactory();
    private static final WstxOutputFactory OUTPUT = outputFactory();
    private static final WstxOutputFactory FRAGMENTS = fragmentFactory();

    private Xml() {}

    private static WstxInputFactory inputFactory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Else a broken document shows itself as an unchecked exception, wherever its text is asked for.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_INPUT_BUFFER_LENGTH, INPUT_BUFFER_CHARACTERS);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_ELEMENT_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_CHARACTERS);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT_CHARACTERS);
        return factory;
    }

    private static WstxInputFactory inputFragmentFactory() {
        WstxInputFactory factory = inputFactory();
        factory.setProperty(WstxInputProperties.P_INPUT_PARSING_MODE, WstxInputProperties.PARSING_MODE_FRAGMENT);
        return factory;
    }

    private static WstxOutputFactory outputFactory() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, true);
        return factory;
    }

    private static WstxOutputFactory fragmentFactory() {
        WstxOutputFactory factory = outputFactory();
        factory.setProperty(WstxOutputProperties.P_OUTPUT_VALIDATE_STRUCTURE, false);
        return factory;
    }

    /**
     * Reads a document, as {@link #reader(InputStream, LongConsumer)} does.
     *
     * @param in the document; closing the reader does not close it
     * @return a reader that stands before the document
     * @throws XMLStreamException when the document cannot be read
     */
    public static XMLStreamReader2 reader(InputStream in) throws XMLStreamException {
        return reader(in, count -> {});
    }

    /**
     * Reads a document while it arrives. What is not UTF-8 becomes U+FFFD, and so do characters that XML forbids. The
     * encoding that a declaration names is not believed: RFC 6241 section 3 allows UTF-8 alone, and devices declare others
     * that they do not use. A name whose prefix is not declared is in no namespace.
     *
     * @param in the document; closing the reader does not close it
     * @param replaced is told, by the thread that reads, how many characters U+FFFD took the place of, as they are met
     * @return a reader that stands before the document
     * @throws XMLStreamException when the document cannot be read
     */
    public static XMLStreamReader2 reader(InputStream in, LongConsumer replaced) throws XMLStreamException {
        return TolerantReader.open(in, INPUT, replaced);
    }

    /**
     * Reads a document to the letter, as one who answers for it has to: what XML forbids is an error.
     *
     * @param in the document, in UTF-8; closing the reader does not close it
     * @return a reader that stands before the document
     * @throws XMLStreamException when the document cannot be read
     */
    public static XMLStreamReader2 strictReader(InputStream in) throws XMLStreamException {
        return (XMLStreamReader2) INPUT.createXMLStreamReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /**
     * Reads elements side by side, to the letter, as somebody wrote them who can be told what is wrong with them.
     *
     * @param text the elements; no declaration before them
     * @return a reader that stands before the first
     * @throws XMLStreamException when the text cannot be read
     */
    public static XMLStreamReader2 fragmentReader(String text) throws XMLStreamException {
        return (XMLStreamReader2) INPUT_FRAGMENTS.createXMLStreamReader(new StringReader(text));
    }

    /**
     * Goes to the root element.
     *
     * @param reader stands before the document
     * @throws MalformedMessageException when a document type declaration comes before it
     * @throws XMLStreamException when there is no root element
     */
    public static void nextRoot(XMLStreamReader reader) throws XMLStreamException, MalformedMessageException {
        int event = reader.getEventType();
        while (event != XMLStreamConstants.START_ELEMENT) {
            if (event == XMLStreamConstants.DTD) {
                throw new MalformedMessageException("a document type declaration, which NETCONF forbids");
            }
            event = reader.next();
        }
    }

    /**
     * Goes to the next child element of an element.
     *
     * @param reader stands on the start tag of the parent, or on the end tag of a child
     * @return whether there is one; if not, the reader stands on the end tag of the parent
     * @throws XMLStreamException when the document is not well-formed
     */
    public static boolean nextChild(XMLStreamReader reader) throws XMLStreamException {
        while (true) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT) {
                return false;
            }
        }
    }

    /**
     * Skips an element with all that is in it.
     *
     * @param reader stands on its start tag; then on its end tag
     * @throws XMLStreamException when the document is not well-formed
     */
    public static void skip(XMLStreamReader reader) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    /**
     * Skips what is left of an element, wherever in it the reader stands.
     *
     * @param reader stands on the element's start tag, inside it, on its end tag, or just behind it
     * @param depth the element's depth: that of the reader on its start tag
     * @return whether its parent goes on; false when the reader stands on the end tag of the parent already
     * @throws XMLStreamException when the document is not well-formed
     */
    static boolean skipRest(XMLStreamReader2 reader, int depth) throws XMLStreamException {
        while (reader.getDepth() >= depth) {
            if (reader.getEventType() == XMLStreamConstants.END_ELEMENT && reader.getDepth() == depth) {
                return true;
            }
            reader.next();
        }
        return reader.getEventType() != XMLStreamConstants.END_ELEMENT;
    }

    /** What is wrong with a document, and where, in one sentence. */
    static String describe(String what, XMLStreamException cause) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        var location = cause.getLocation();
        String where = location == null
                ? ""
                : " at line " + location.getLineNumber() + ", column " + location.getColumnNumber();
        return what + " is not well-formed XML" + where + ": " + message;
    }

    /**
     * Reads the text of an element and of all elements in it, without surrounding blanks.
     *
     * @param reader stands on its start tag; then on its end tag
     * @return the text
     * @throws XMLStreamException when the document is not well-formed
     */
    public static String text(XMLStreamReader reader) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
                    text.append(reader.getText());
                default -> {
                    // comments and processing instructions are no text
                }
            }
        }
        return text.toString().strip();
    }

    /**
     * Writes a document. The writer declares namespaces by itself: {@code writeStartElement("", name, namespace)} makes
     * the namespace the default one where it is not already.
     *
     * @param out takes its UTF-8 bytes; closing the writer does not close it
     * @return a writer that stands before the document
     * @throws XMLStreamException when the writer cannot be made
     */
    public static XMLStreamWriter writer(OutputStream out) throws XMLStreamException {
        return OUTPUT.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    }

    /** A writer of the same kind whose text is not a whole document: it may have several elements side by side. */
    static XMLStreamWriter writer(StringWriter out) throws XMLStreamException {
        return FRAGMENTS.createXMLStreamWriter(out);
    }
}
