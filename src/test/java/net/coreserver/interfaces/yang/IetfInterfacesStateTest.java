package net.coreserver.interfaces.yang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IetfInterfacesStateTest {

    private static final IetfInterfacesState MODEL = new IetfInterfacesState();

    private static List<InterfaceSample> read(InputStream reply) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 reader = Xml.reader(reply);
        Xml.nextRoot(reader);
        Xml.nextChild(reader);
        return MODEL.replyReader().read(reader);
    }

    private static List<InterfaceSample> read(String reply) throws XMLStreamException, MalformedMessageException {
        return read(new ByteArrayInputStream(reply.getBytes(StandardCharsets.UTF_8)));
    }

    private static InputStream fixture() {
        return Objects.requireNonNull(IetfInterfacesStateTest.class.getResourceAsStream("interfaces-state.xml"));
    }

    private static String replyWith(String leaf) {
        return "<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'><data>"
                + "<interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'>"
                + "<interface><name>a</name>" + leaf + "</interface><interface><name>b</name></interface>"
                + "</interfaces-state></data></rpc-reply>";
    }

    @Test
    void theRequestAsksForInterfacesStateAlone() throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter writer = Xml.writer(out);
        MODEL.request().write(writer);
        writer.close();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("<get xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><filter type=\"subtree\">"
                        + "<interfaces-state xmlns=\"urn:ietf:params:xml:ns:yang:ietf-interfaces\"/></filter></get>");
    }

    @Test
    void everyLeafIsRead() throws Exception {
        assertThat(read(fixture()).getFirst())
                .isEqualTo(new InterfaceSample(
                        "GigabitEthernet0/0/1",
                        "to the core & back",
                        new InterfaceType.Iana("ethernetCsmacd"),
                        AdminStatus.Known.UP,
                        OperStatus.Known.LOWER_LAYER_DOWN,
                        Instant.parse("2026-11-01T10:30:00.5Z"),
                        7,
                        "00:00:5e:00:53:01",
                        10_000_000_000L,
                        1500L,
                        List.of("GigabitEthernet0/0/1.100", "GigabitEthernet0/0/1.200"),
                        List.of("port1"),
                        List.of(
                                new IpPrefix("192.0.2.1", 24),
                                new IpPrefix("198.51.100.1", 30),
                                new IpPrefix("203.0.113.1", null)),
                        List.of(new IpPrefix("2001:db8::1", 64)),
                        new Statistics(
                                Instant.parse("2026-10-31T00:00:00Z"),
                                Counter64.parse("18446744073709551615"),
                                new Counter64(2),
                                new Counter64(3),
                                new Counter64(4),
                                new Counter64(5),
                                new Counter64(6),
                                new Counter64(7),
                                Counter64.parse("18446744071853176047"),
                                new Counter64(9),
                                new Counter64(10),
                                new Counter64(11),
                                new Counter64(12),
                                new Counter64(13))));
    }

    @Test
    void leavesThatWereNotSentAreAbsent() throws Exception {
        assertThat(read(fixture()).get(1))
                .isEqualTo(new InterfaceSample(
                        "lo", null, null, null, null, null, null, null, null, null, List.of(), List.of(), List.of(),
                        List.of(), null));
    }

    @Test
    void leavesThatCannotBeAreAbsentAndUnknownWordsAreKept() throws Exception {
        assertThat(read(fixture()).get(2))
                .isEqualTo(new InterfaceSample(
                        "odd wlan-é",
                        null,
                        new InterfaceType.Other("vendor:warp-drive"),
                        new AdminStatus.Unrecognised("half"),
                        new OperStatus.Unrecognised("sideways"),
                        null,
                        null,
                        null,
                        null,
                        65536L,
                        List.of(),
                        List.of(),
                        List.of(new IpPrefix("192.0.2.9", null)),
                        List.of(),
                        new Statistics(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new Counter64(4))));
    }

    @Test
    void anEntryWithoutNameAndEntriesElsewhereAreNobodys() throws Exception {
        assertThat(read(fixture())).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000, 1000000000",
        "0, 0",
        "1000000000000000, 1000000000000000",
        "18446744073708551616,",
        "18446744073709551615,",
        "4294967295000000,",
        "-1,",
        "Auto,",
        "1e9,"
    })
    void aSpeedThatCannotBeIsAbsent(String sent, Long expected) throws Exception {
        assertThat(read(replyWith("<speed>" + sent + "</speed>")).getFirst().speedBitsPerSecond())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<unknown><interface><name>x</name></interface></unknown>",
                "<statistics/>",
                "<name/>",
                "<higher-layer-if> </higher-layer-if>",
                "<!-- c --><?pi?>",
                "<speed><deeper>1</deeper></speed>",
                "<if-index>99999999999999999999999999999999</if-index>"
            })
    void theOddityOfOneInterfaceCostsNoOther(String oddity) throws Exception {
        assertThat(read(replyWith(oddity))).extracting(InterfaceSample::name).contains("b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<rpc-reply><data/></rpc-reply>",
                "<rpc-reply><data><interfaces-state xmlns='urn:x'><interface><name>a</name></interface></interfaces-state></data></rpc-reply>",
                "<rpc-reply><data><interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'/></data></rpc-reply>"
            })
    void noInterfacesIsAnEmptyList(String reply) throws Exception {
        assertThat(read(reply)).isEmpty();
    }

    @Test
    void aReplyThatIsCutAnywhereIsNeverTakenForAWholeOne() throws IOException {
        byte[] whole = fixture().readAllBytes();
        int end = new String(whole, StandardCharsets.UTF_8).indexOf("</nc:data>");
        for (int length = 0; length < end; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(new ByteArrayInputStream(cut)))
                    .as("cut after %d octets", length)
                    .isInstanceOf(XMLStreamException.class);
        }
    }

    @Test
    void aReplyWithTooManyInterfacesIsRefused() {
        String entry = "<interface><name>a</name></interface>";
        String head = "<rpc-reply><data><interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'>";
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(
                        entry.repeat(IetfInterfacesState.MAX_INTERFACES + 1).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> read(endless))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("more than 250000 interfaces");
    }
}
