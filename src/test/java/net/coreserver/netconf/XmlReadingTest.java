package net.coreserver.netconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link Xml#reader} makes of documents that are not as they should be. */
class XmlReadingTest {

    private final AtomicLong replaced = new AtomicLong();

    private XMLStreamReader2 root(InputStream document) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 reader = Xml.reader(document, replaced::addAndGet);
        Xml.nextRoot(reader);
        return reader;
    }

    private XMLStreamReader2 root(String document) throws XMLStreamException, MalformedMessageException {
        return root(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }

    private static void readOver(XMLStreamReader2 reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static InputStream octetByOctet(byte[] octets) {
        return new ByteArrayInputStream(octets) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1));
            }
        };
    }

    /** A document that is made while it is read, so that it takes no memory, and that ends when nobody stops it. */
    private static InputStream endless(String head, IntFunction<String> piece) {
        List<InputStream> pieces = new AbstractList<>() {
            @Override
            public InputStream get(int index) {
                return new ByteArrayInputStream(piece.apply(index).getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public int size() {
                return 10_000_000;
            }
        };
        return new SequenceInputStream(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
                new SequenceInputStream(Collections.enumeration(pieces)));
    }

    @ParameterizedTest
    @CsvSource({
        "&#8;, 1",
        "&#x8;, 1",
        "&#0;, 1",
        "&#;, 1",
        "&#xFFFE;, 1",
        "&#xD83D;&#xDE00;, 2",
        "&#27;[0m, 1",
        "&#9;x&#x1F600;, 0"
    })
    void aReferenceToAForbiddenCharacterStandsForAReplacement(String sent, long expected) throws Exception {
        String document = "<a b='" + sent + "'>" + sent + "</a>";
        XMLStreamReader2 reader = root(octetByOctet(document.getBytes(StandardCharsets.UTF_8)));
        assertThat(reader.getAttributeValue(null, "b").chars().filter(c -> c == 0xFFFD))
                .hasSize((int) expected);
        assertThat(Xml.text(reader).chars().filter(c -> c == 0xFFFD)).hasSize((int) expected);
        assertThat(replaced).hasValue(2 * expected);
        readOver(reader);
    }

    @Test
    void whatStandsAroundAReplacementIsKept() throws Exception {
        assertThat(Xml.text(root("<a>to &amp; fro&#8;; \b&lt;&#65;</a>"))).isEqualTo("to & fro\uFFFD; \uFFFD<A");
        assertThat(replaced).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>&#x110000;</a>",
                "<a>&#xq;</a>",
                "<a>&nbsp;</a>",
                "<a>& </a>",
                "<a><b></a></b>",
                "<a b=1/>",
                "<a b='1' b='2'/>",
                "<a>",
                "<a/><b/>",
                "<:a/>",
                "<\uFFFD/>",
                "text",
                ""
            })
    void whatIsNotWellFormedIsRefused(String document) {
        assertThatThrownBy(() -> readOver(root(document))).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void aNameWithAnUndeclaredPrefixIsInNoNamespace() throws Exception {
        XMLStreamReader2 reader =
                root("<a xmlns='urn:a' xmlns:x='urn:x' q:b='1' x:b='2'><q:c><x:d/><e/></q:c><q:f q:g='3'/></a>");
        assertThat(reader.getNamespaceURI()).isEqualTo("urn:a");
        assertThat(reader.getAttributeValue("urn:x", "b")).isEqualTo("2");
        assertThat(reader.getAttributeValue("", "b")).isEqualTo("1");
        reader.next();
        assertThat(reader.getLocalName()).isEqualTo("c");
        assertThat(reader.getNamespaceURI()).isEmpty();
        assertThat(reader.getPrefix()).isEqualTo("q");
        reader.next();
        assertThat(reader.getNamespaceURI()).isEqualTo("urn:x");
        reader.next();
        reader.next();
        assertThat(reader.getNamespaceURI()).isEqualTo("urn:a");
        readOver(reader);
    }

    @Test
    void aNameWithAPrefixThatIsDeclaredAsNothingIsInNoNamespace() throws Exception {
        XMLStreamReader2 reader = root("<a xmlns='urn:a' xmlns:q=''><q:b/><c/></a>");
        reader.next();
        assertThat(reader.getLocalName()).isEqualTo("b");
        assertThat(reader.getNamespaceURI()).isEmpty();
        reader.next();
        reader.next();
        assertThat(reader.getNamespaceURI()).isEqualTo("urn:a");
        readOver(reader);
    }

    @Test
    void theRestOfTheRulesForPrefixesHolds() {
        assertThatThrownBy(() -> readOver(root("<a><q:c></r:c></a>"))).isInstanceOf(XMLStreamException.class);
        assertThatThrownBy(() -> readOver(root("<a xmlns:xml='urn:x'/>"))).isInstanceOf(XMLStreamException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version='1.0' encoding='ISO-8859-1'?>",
                "<?xml version='1.0' encoding='UTF-16'?>",
                "<?xml version='1.0' encoding='no such thing'?>",
                "<?xml version='1.1' encoding='UTF-8'?>",
                "<?xml version='1.0'?>\r\n",
                "\uFEFF<?xml version='1.0'?>",
                "\uFEFF",
                "\n  "
            })
    void whateverADeclarationSaysTheDocumentIsXml10InUtf8(String declaration) throws Exception {
        byte[] octets = (declaration + "<a>é\u0085</a>").getBytes(StandardCharsets.UTF_8);
        assertThat(Xml.text(root(new ByteArrayInputStream(octets)))).isEqualTo("é\u0085");
        assertThat(Xml.text(root(octetByOctet(octets)))).isEqualTo("é\u0085");
        assertThat(replaced).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
                "<!DOCTYPE a SYSTEM 'file:///etc/hostname'><a/>"
            })
    void aDocumentTypeIsRefused(String document) {
        assertThatThrownBy(() -> root(document))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("document type");
    }

    @Test
    void namesAreBoundedInNumber() {
        InputStream document = endless("<a>", number -> "<n" + number + "/>");
        assertThatThrownBy(() -> readOver(root(document)))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("More than 50000 different names");
    }

    @Test
    void prefixesAreBoundedInNumber() {
        InputStream document = endless("<a>", number -> "<b xmlns:n" + number + "='urn:n'/>");
        assertThatThrownBy(() -> readOver(root(document)))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("More than 50000 different names");
    }

    @Test
    void aNameIsBoundedInLength() {
        assertThatThrownBy(() -> readOver(root(endless("<a", number -> "aaaaaaaaaaaaaaaa"))))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("A name of more than 16384 characters");
    }

    @Test
    void elementsAreBoundedInDepth() {
        assertThatThrownBy(() -> readOver(root(endless("<a>", number -> "<a>"))))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("Depth");
    }

    @Test
    void attributesAreBoundedInNumberAndLength() {
        assertThatThrownBy(() -> readOver(root(endless("<a ", number -> " b" + number + "=''"))))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("Attribute limit");
        assertThatThrownBy(() -> readOver(root(endless("<a b='", number -> "aaaaaaaaaaaaaaaa"))))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("attribute size");
    }

    @Test
    void namesThatWereReadOnceDoNotCountInTheNextDocument() throws Exception {
        StringBuilder document = new StringBuilder("<a>");
        for (int i = 0; i < 9_000; i++) {
            document.append("<m").append(i).append("/>");
        }
        document.append("</a>");
        for (String ignored : Collections.nCopies(8, "")) {
            readOver(root(document.toString().replace("<m", "<m" + replaced.incrementAndGet() + "-")));
        }
    }
}
