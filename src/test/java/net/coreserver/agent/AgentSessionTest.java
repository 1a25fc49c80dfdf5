package net.coreserver.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.netconf.Capability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes here are framed by hand, so that our own codecs do not test themselves. */
final class AgentSessionTest {

    private static final String BASE = "urn:ietf:params:xml:ns:netconf:base:1.0";
    private static final String HELLO_1_0 = hello("urn:ietf:params:netconf:base:1.0");
    private static final String HELLO_1_1 =
            hello("urn:ietf:params:netconf:base:1.0", "urn:ietf:params:netconf:base:1.1");
    private static final String CLOSE = rpc("7", "<close-session/>");
    private static final String CLOSED = reply("7", "<ok/>");

    private final AtomicInteger established = new AtomicInteger();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    private static String hello(String... capabilities) {
        StringBuilder xml = new StringBuilder("<hello xmlns='" + BASE + "'><capabilities>");
        for (String capability : capabilities) {
            xml.append("<capability>\n ").append(capability).append("\n</capability>");
        }
        return xml.append("</capabilities></hello>").toString();
    }

    private static String rpc(String messageId, String operation) {
        return "<rpc xmlns='" + BASE + "' message-id='" + messageId + "'>" + operation + "</rpc>";
    }

    private static String reply(String messageId, String content) {
        return "<?xml version='1.0' encoding='UTF-8'?><rpc-reply xmlns=\"" + BASE + "\" message-id=\"" + messageId
                + "\">" + content + "</rpc-reply>";
    }

    private static String ended(String... messages) {
        return String.join("]]>]]>", messages) + "]]>]]>";
    }

    private static String chunked(String message) {
        return "\n#" + message.getBytes(StandardCharsets.UTF_8).length + "\n" + message + "\n##\n";
    }

    private String serve(InputStream in) throws IOException {
        YangLibrary library = YangLibrary.ofAgent();
        RpcResponder responder =
                new RpcResponder(new OperationalState(() -> List.of(Samples.named("eth0")), library), library);
        return new AgentSession(4_294_967_295L, library.capabilities(), responder)
                .serve(in, sent, established::incrementAndGet);
    }

    private String serve(String bytes) throws IOException {
        return serve(new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was sent after the server's own hello. */
    private String sentAfterHello() {
        String all = sent.toString(StandardCharsets.UTF_8);
        int end = all.indexOf("]]>]]>") + "]]>]]>".length();
        assertThat(all.substring(0, end)).contains("<hello ");
        return all.substring(end);
    }

    @Test
    void saysHelloFirst() throws IOException {
        assertThat(serve("")).isEqualTo("the client left before its hello");

        assertThat(sent.toString(StandardCharsets.UTF_8))
                .startsWith("<?xml version='1.0' encoding='UTF-8'?><hello xmlns=\"" + BASE + "\"><capabilities>"
                        + "<capability>urn:ietf:params:netconf:base:1.0</capability>"
                        + "<capability>urn:ietf:params:netconf:base:1.1</capability>")
                .contains("<capability>urn:ietf:params:xml:ns:yang:ietf-interfaces?module=ietf-interfaces"
                        + "&amp;revision=2014-05-08&amp;features=if-mib&amp;deviations=coreserver-agent-deviations"
                        + "</capability>")
                .contains("<capability>urn:coreserver:yang:coreserver-agent?module=coreserver-agent"
                        + "&amp;revision=2026-11-20</capability>")
                .doesNotContain("ietf-yang-types")
                .endsWith("</capabilities><session-id>4294967295</session-id></hello>]]>]]>");
        assertThat(established).hasValue(0);
    }

    @Test
    void staysWithEndOfMessageFramingInBase10() throws IOException {
        assertThat(serve(ended(HELLO_1_0, CLOSE))).isEqualTo("the client closed it");

        assertThat(sentAfterHello()).isEqualTo(ended(CLOSED));
        assertThat(established).hasValue(1);
    }

    @Test
    void framesInChunksWhenBothSidesHaveBase11() throws IOException {
        assertThat(serve(ended(HELLO_1_1) + chunked(CLOSE))).isEqualTo("the client closed it");

        assertThat(sentAfterHello()).isEqualTo(chunked(CLOSED));
        assertThat(established).hasValue(1);
    }

    @Test
    void takesABase11OnlyClient() throws IOException {
        serve(ended(hello(Capability.BASE_1_1)) + chunked(CLOSE));

        assertThat(sentAfterHello()).isEqualTo(chunked(CLOSED));
    }

    @Test
    void readsByteAfterByte() throws IOException {
        byte[] bytes = (ended(HELLO_1_1)
                        + chunked(rpc("1", "<get-config><source><running/></source></get-config>"))
                        + chunked(CLOSE))
                .getBytes(StandardCharsets.UTF_8);
        InputStream oneAtATime = new ByteArrayInputStream(bytes) {
            @Override
            public int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(1, length));
            }
        };

        assertThat(serve(oneAtATime)).isEqualTo("the client closed it");
        assertThat(sentAfterHello()).isEqualTo(chunked(reply("1", "<data/>")) + chunked(CLOSED));
    }

    @Test
    void putsAMessageTogetherFromManyChunks() throws IOException {
        String chunks = CLOSE.replaceAll("(?s)(.)", "\n#1\n$1");

        assertThat(serve(ended(HELLO_1_1) + chunks + "\n##\n")).isEqualTo("the client closed it");
        assertThat(sentAfterHello()).isEqualTo(chunked(CLOSED));
    }

    @Test
    void answersPipelinedRpcsInTheirOrder() throws IOException {
        StringBuilder rpcs = new StringBuilder();
        StringBuilder replies = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            rpcs.append(chunked(rpc("m" + i, "<get><filter/></get>")));
            replies.append(chunked(reply("m" + i, "<data/>")));
        }

        assertThat(serve(ended(HELLO_1_1) + rpcs)).isEqualTo("the client hung up");
        assertThat(sentAfterHello()).isEqualTo(replies.toString());
    }

    @Test
    void goesOnAfterAnErrorInBase11() throws IOException {
        assertThat(serve(ended(HELLO_1_1) + chunked("<rpc>") + chunked(CLOSE))).isEqualTo("the client closed it");

        assertThat(sentAfterHello()).contains("malformed-message").endsWith(chunked(CLOSED));
    }

    @Test
    void endsAtWhatIsNotWellFormedInBase10() throws IOException {
        assertThat(serve(ended(HELLO_1_0, "<rpc>", CLOSE))).isEqualTo("the client sent a message that is no rpc");

        assertThat(sentAfterHello()).isEmpty();
    }

    @Test
    void doesNotServeWhatComesAfterTheClose() throws IOException {
        assertThat(serve(ended(HELLO_1_0, CLOSE, rpc("8", "<get/>")))).isEqualTo("the client closed it");

        assertThat(sentAfterHello()).isEqualTo(ended(CLOSED));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<hello xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'>",
                "<hello xmlns='urn:example:hello'/>",
                "<hello/>",
                "<rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><get/></rpc>",
                "<!DOCTYPE hello><hello xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'/>",
                "<hello xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'><capabilities><capability>"
                        + "urn:ietf:params:netconf:base:1.1</capability></capabilities><session-id>1</session-id></hello>",
                "\n#5\nhello\n##\n"
            })
    void endsWithoutAWordAfterABadHello(String hello) throws IOException {
        assertThat(serve(ended(hello, CLOSE))).startsWith("the client's hello cannot be read");

        assertThat(sentAfterHello()).isEmpty();
        assertThat(established).hasValue(0);
    }

    @Test
    void endsWhenNoVersionIsShared() throws IOException {
        assertThat(serve(ended(hello("urn:ietf:params:netconf:base:2.0"), CLOSE)))
                .isEqualTo("the client shares no version of the protocol");

        assertThat(sentAfterHello()).isEmpty();
        assertThat(established).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n#0\n\n##\n",
                "\n#05\nhello",
                "\n##\n",
                "\n#4294967295\n",
                "\n#99999999999999999999\n",
                "\n#-1\n",
                "hello",
                "\n#1048577\n",
                "\n#1048576\n<"
            })
    void endsWhenTheFramingBreaks(String bytes) throws IOException {
        String reason =
                serve(ended(HELLO_1_1) + bytes + (bytes.endsWith("<") ? "x".repeat(1024 * 1024 - 1) + "\n#1\n" : ""));

        assertThat(reason).startsWith("the client broke the framing");
        assertThat(sentAfterHello()).isEmpty();
    }

    @Test
    void endsWhenAMessageWithoutEndGrowsTooLarge() throws IOException {
        String endless = ended(HELLO_1_0) + "x".repeat(AgentSession.MAX_MESSAGE_OCTETS + 1);

        assertThat(serve(endless)).startsWith("the client broke the framing");
    }

    @Test
    void endsWhenItCannotRepeatAnAttributeInItsFraming() throws IOException {
        String rpc = "<rpc xmlns='" + BASE + "' message-id=']]&gt;]]&gt;'><close-session/></rpc>";

        assertThat(serve(ended(HELLO_1_0, rpc))).isEqualTo("the client sent what its framing cannot carry back");
        assertThat(sentAfterHello()).isEmpty();
    }

    @Test
    void endsInTheMiddleOfAMessage() throws IOException {
        assertThat(serve(ended(HELLO_1_1) + "\n#500\n<rpc")).isEqualTo("the client hung up");
    }
}
