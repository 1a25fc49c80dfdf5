package net.coreserver.event.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationBodyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LINK_DOWN = "<y:link-down xmlns:y='urn:y'><y:if-name> eth0\n</y:if-name></y:link-down>";

    private static NotificationBody read(InputStream in) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 xml = Xml.reader(in);
        Xml.nextRoot(xml);
        NotificationBody body = NotificationBody.read(xml);
        assertThat(xml.getEventType()).isEqualTo(XMLStreamConstants.END_ELEMENT);
        assertThat(xml.getDepth()).isEqualTo(1);
        return body;
    }

    private static NotificationBody read(String xml) throws XMLStreamException, MalformedMessageException {
        return read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static JsonNode json(NotificationBody body) throws JsonProcessingException {
        assertThat(body.json().json().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(NotificationBody.MAX_OCTETS);
        return JSON.readTree(body.json().json());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <a/>                                                      | {}
            <a> </a>                                                  | {}
            <a> b </a>                                                | {"#text":"b"}
            <a><b/></a>                                               | {"b":""}
            <a xmlns='urn:y'> <b> eth0 </b> <c>x y</c> </a>           | {"b":"eth0","c":"x y"}
            <a><b>1</b><c/><b>2</b><b><d/></b></a>                    | {"b":["1","2",{"d":""}],"c":""}
            <a>some <b>bold</b> text</a>                              | {"#text":"some  text","b":"bold"}
            <a>1<!-- 2 --><![CDATA[<3>]]>&amp;<?p i?></a>             | {"#text":"1<3>&"}
            <a xmlns='urn:a'><t xmlns:x='urn:x' k='v'>x:up</t></a>    | {"t":"x:up"}
            <a xmlns='urn:a'><b xmlns='urn:b'>1</b></a>               | {"b":"1"}
            <a><b xmlns='urn:1'/><b xmlns='urn:2'/><b xmlns='urn:1'/></a> | {"b":["",""],"{urn:2}b":""}
            <a><b>"\\</b></a>                                         | {"b":"\\"\\\\\\\\"}
            """)
    void elementsBecomeMembers(String xml, String expected) throws Exception {
        NotificationBody body = read(xml);
        assertThat(json(body)).isEqualTo(JSON.readTree(expected.replace("\\\\\\\\", "\\\\")));
    }

    @Test
    void theDigestIsThatOfWhatIsSaidAndNotOfHow() throws Exception {
        String digest = read(LINK_DOWN).digest();
        assertThat(digest).matches("[0-9a-f]{32}");
        assertThat(read("<link-down xmlns='urn:y'>\n  <if-name>eth0</if-name>\n</link-down>")
                        .digest())
                .isEqualTo(digest);
        assertThat(read(new OneByteAtATime(LINK_DOWN)).digest()).isEqualTo(digest);
        for (String other : new String[] {
            "<link-up xmlns='urn:y'><if-name>eth0</if-name></link-up>",
            "<link-down xmlns='urn:z'><if-name xmlns='urn:y'>eth0</if-name></link-down>",
            "<link-down xmlns='urn:y'><if-name>eth1</if-name></link-down>",
            "<link-down xmlns='urn:y'><if-name/>eth0</link-down>",
            "<link-down xmlns='urn:y'><if-name>eth0</if-name><if-name/></link-down>",
            "<link-down xmlns='urn:y'><if-name>e th0</if-name></link-down>",
        }) {
            assertThat(read(other).digest()).as(other).isNotEqualTo(digest);
        }
    }

    @Test
    void whatIsTooDeepIsLeftOutAndSaidSo() throws Exception {
        int depth = 100;
        String deep = "<a>".repeat(depth) + "bottom" + "</a>".repeat(depth);
        JsonNode json = json(read(deep));
        assertThat(json.path("#truncated").asBoolean()).isTrue();
        int found = 1;
        for (JsonNode each = json.path("a"); !each.isMissingNode(); each = each.path("a")) {
            found++;
        }
        assertThat(found).isEqualTo(NotificationBody.MAX_DEPTH);
        assertThat(read(deep).digest())
                .isNotEqualTo(read(deep.replace("bottom", "ground")).digest());
    }

    @Test
    void whatHasTooManyElementsIsCut() throws Exception {
        String many = "<a>" + "<b/>".repeat(10_000) + "<c>last</c></a>";
        JsonNode json = json(read(many));
        assertThat(json.path("b")).hasSize(NotificationBody.MAX_ELEMENTS);
        assertThat(json.path("#truncated").asBoolean()).isTrue();
        assertThat(read(many).digest())
                .isNotEqualTo(read(many.replace("last", "lost")).digest());
    }

    @ParameterizedTest
    @CsvSource({"x", "ä", "\ud83d\ude00", "\"", "&#9;x"})
    void whatIsTooLongIsCutBetweenCharacters(String piece) throws Exception {
        String text = piece.replace("&#9;", "\t");
        NotificationBody body = read("<a><b>kept</b><c>" + piece.repeat(100_000) + "</c><d>dropped</d></a>");
        JsonNode json = json(body);
        assertThat(json.path("#truncated").asBoolean()).isTrue();
        assertThat(json.path("b").asText()).isEqualTo("kept");
        assertThat(json.has("d")).isFalse();
        String cut = json.path("c").asText();
        assertThat(cut)
                .hasSizeGreaterThan(10_000)
                .isEqualTo(text.repeat(100_000).strip().substring(0, cut.length()));
        assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 1))).isFalse();
    }

    @Test
    void blanksAreNoReasonToCut() throws Exception {
        String indented = "<a>" + ("\n" + " ".repeat(1_000) + "<b>x</b>").repeat(200) + "</a>";
        assertThat(json(read(indented)).has("#truncated")).isFalse();
    }

    @Test
    void aBodyThatBreaksOffOrIsNotWellFormedIsReported() {
        for (int length = LINK_DOWN.length() - 1; length > 30; length--) {
            String broken = LINK_DOWN.substring(0, length);
            assertThatThrownBy(() -> read(broken)).isInstanceOf(XMLStreamException.class);
        }
        assertThatThrownBy(() -> read("<a><b></a></b>")).isInstanceOf(XMLStreamException.class);
        assertThatThrownBy(() -> read("<a>".repeat(1_000))).isInstanceOf(XMLStreamException.class);
    }

    /** Whatever comes, it becomes an object of JSON within the bounds, or a report that it is not well-formed. */
    @Test
    void anythingElseBecomesJsonWithinTheBounds() throws Exception {
        String[] words = {
            "<b>",
            "</b>",
            "<b/>",
            "<c xmlns='urn:c'>",
            "</c>",
            "text",
            " ",
            "\n",
            "&#1;",
            "&amp;",
            "<![CDATA[]]>",
            "<!-- -->",
            "\ud83d\ude00",
            "\"",
            "\\",
            "<#text/>",
            "x".repeat(9_000),
        };
        Random random = new Random(5277);
        int wellFormed = 0;
        for (int round = 0; round < 3_000; round++) {
            StringBuilder xml = new StringBuilder("<a>");
            int open = 0;
            for (int step = random.nextInt(40); step > 0; step--) {
                String word = words[random.nextInt(words.length)];
                open += word.equals("<b>") ? 1 : word.equals("</b>") ? -1 : 0;
                xml.append(word);
            }
            xml.append("</b>".repeat(Math.max(0, open))).append("</a>");
            try {
                assertThat(json(read(xml.toString())).isObject()).isTrue();
                wellFormed++;
            } catch (XMLStreamException e) {
                assertThat(e.getMessage()).isNotEmpty();
            }
        }
        assertThat(wellFormed).isGreaterThan(100);
    }

    /** Gives a text byte by byte. */
    private static final class OneByteAtATime extends InputStream {

        private final InputStream all;

        OneByteAtATime(String text) {
            all = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return all.read(buffer, offset, Math.min(1, length));
        }
    }
}
