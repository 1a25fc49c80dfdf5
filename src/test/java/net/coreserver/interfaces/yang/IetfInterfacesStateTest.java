package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Anomaly;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
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
        return requireNonNull(IetfInterfacesStateTest.class.getResourceAsStream("ietf-interfaces-state.xml"));
    }

    private static String replyWith(String leaf) {
        return "<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'><data>"
                + "<interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'>"
                + "<interface><name>a</name>" + leaf + "</interface><interface><name>b</name></interface>"
                + "</interfaces-state></data></rpc-reply>";
    }

    @Test
    void theRequestAsksForTheStateWholeAndForWhatLivesInTheConfiguration() throws XMLStreamException {
        assertThat(request(InterfaceSelection.ALL))
                .isEqualTo("<get xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\"><filter type=\"subtree\">"
                        + "<interfaces-state xmlns=\"urn:ietf:params:xml:ns:yang:ietf-interfaces\"/>"
                        + "<interfaces xmlns=\"urn:ietf:params:xml:ns:yang:ietf-interfaces\"><interface><name/><description/>"
                        + "<type/><enabled/></interface></interfaces></filter></get>");
    }

    @Test
    void theRequestLeavesOutInTheServerWhatIsNotSelected() throws XMLStreamException {
        String type = "<type xmlns:ianaift=\"urn:ietf:params:xml:ns:yang:iana-if-type\">ianaift:";
        InterfaceType ethernet = InterfaceType.of("ethernetCsmacd");
        assertThat(request(new InterfaceSelection(Set.of("ge-0/0/<0>"), Set.of())))
                .contains(">" + "<interface><name>ge-0/0/&lt;0></name></interface></interfaces-state>");
        assertThat(request(new InterfaceSelection(Set.of(), Set.of(ethernet))))
                .contains(">" + "<interface>" + type + "ethernetCsmacd</type></interface></interfaces-state>");
        assertThat(request(new InterfaceSelection(new LinkedHashSet<>(List.of("a", "b")), Set.of(ethernet))))
                .contains("<interface><name>a</name>" + type + "ethernetCsmacd</type></interface>"
                        + "<interface><name>b</name>" + type + "ethernetCsmacd</type></interface></interfaces-state>");
    }

    private static String request(InterfaceSelection selection) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter writer = Xml.writer(out);
        MODEL.request(selection).write(writer);
        writer.close();
        return out.toString(StandardCharsets.UTF_8);
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
                                new Counter64(4)),
                        List.of(
                                new Anomaly("inOctets", "-324"),
                                new Anomaly("inErrors", "18446744073709551616"),
                                new Anomaly("outOctets", "1.5")),
                        Map.of()));
    }

    @Test
    void anEntryWithoutNameAndEntriesElsewhereAreNobodys() throws Exception {
        assertThat(read(fixture())).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "1000000000, 1000000000",
        "1024000000, 1024000000",
        "10000, 10000",
        "0, 0",
        "1000000000000000, 1000000000000000",
        "18446744073708551616,",
        "18446744073709551615,",
        "4294967295000000,",
        "1000000000000001,",
        "00000000001000000000, 1000000000",
        "000000000001000000000,",
        "+5,",
        "1 000,",
        "٣,",
        "-1,",
        "Auto,",
        "1e9,"
    })
    void aSpeedThatCannotBeIsAbsent(String sent, Long expected) throws Exception {
        assertThat(read(replyWith("<speed>" + sent + "</speed>")).getFirst().speedBitsPerSecond())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "9223372036854775808, 9223372036854775808",
        "18446744073709551615, 18446744073709551615",
        "00000000000000000007, 7",
        "18446744073709551616,",
        "18446744073709551620,",
        "18446744073709551625,",
        "99999999999999999999,",
        "000000000000000000007,",
        "-0,",
        "+1,",
        "1.0,",
        "0x10,",
        "1 2,"
    })
    void aCounterIsExactOverSixtyFourBitsAndElseAbsent(String sent, String expected) throws Exception {
        Statistics statistics = read(replyWith("<statistics><in-octets>\n " + sent + " </in-octets></statistics>"))
                .getFirst()
                .statistics();
        assertThat(requireNonNull(statistics).inOctets())
                .isEqualTo(expected == null ? null : Counter64.parse(expected));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2147483647, 2147483647", "0,", "2147483648,", "4294967297,", "18446744073709551617,"})
    void anIfIndexThatCannotBeIsAbsent(String sent, Integer expected) throws Exception {
        assertThat(read(replyWith("<if-index>" + sent + "</if-index>"))
                        .getFirst()
                        .ifIndex())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "128, 128", "129,", "4294967296,", "-1,"})
    void aPrefixLengthThatCannotBeIsAbsent(String sent, Integer expected) throws Exception {
        String leaf = "<ipv6 xmlns='urn:ietf:params:xml:ns:yang:ietf-ip'><address><ip>::1</ip><prefix-length>" + sent
                + "</prefix-length></address></ipv6>";
        assertThat(read(replyWith(leaf)).getFirst().ipv6()).containsExactly(new IpPrefix("::1", expected));
    }

    @ParameterizedTest
    @CsvSource({
        "'<speed>1</speed><speed>2</speed>', 2",
        "'<speed>1</speed><speed/>',",
        "'<speed>1</speed><speed>Auto</speed>',",
        "'<speed>Auto</speed><speed>1</speed>', 1"
    })
    void theLastOfALeafThatComesTwiceCounts(String leaves, Long expected) throws Exception {
        assertThat(read(replyWith(leaves)).getFirst().speedBitsPerSecond()).isEqualTo(expected);
    }

    @Test
    void aContainerThatComesTwiceIsOne() throws Exception {
        Statistics statistics = read(replyWith("<statistics><in-octets>1</in-octets></statistics>"
                        + "<statistics><out-octets>2</out-octets></statistics>"))
                .getFirst()
                .statistics();
        assertThat(requireNonNull(statistics).inOctets()).isEqualTo(new Counter64(1));
        assertThat(statistics.outOctets()).isEqualTo(new Counter64(2));
    }

    @Test
    void aDescriptionOfTheModelItselfCountsUnlessItIsEmpty() throws Exception {
        String agents = "<description xmlns='urn:coreserver:yang:coreserver-agent'>the agent's</description>";
        assertThat(read(replyWith(agents)).getFirst().description()).isEqualTo("the agent's");
        assertThat(read(replyWith(agents + "<description>its own</description>"))
                        .getFirst()
                        .description())
                .isEqualTo("its own");
        assertThat(read(replyWith("<description/>" + agents)).getFirst().description())
                .isEqualTo("the agent's");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12<!-- c -->34",
                "12<?pi?>34",
                "<![CDATA[12]]>34",
                "12<![CDATA[]]>34",
                "&#49;2&#x33;4",
                " \n1234\t",
                "<![CDATA[ 1234]]> "
            })
    void aTextMayComeInPieces(String text) throws Exception {
        assertThat(read(replyWith("<speed>" + text + "</speed>")).getFirst().speedBitsPerSecond())
                .isEqualTo(1234);
    }

    @Test
    void aLongTextIsReadWhole() throws Exception {
        String description = "a description & more; ".repeat(2_000).strip();
        String sent = description.replace("&", "&amp;");
        assertThat(read(replyWith("<description>" + sent + "</description>"))
                        .getFirst()
                        .description())
                .isEqualTo(description);
    }

    @Test
    void aTextThatIsLongerThanAnyLeafCostsItsLeafAlone() throws Exception {
        String most = "x".repeat(Leaf.MAX_CHARACTERS);
        List<InterfaceSample> samples = read(replyWith(
                "<phys-address>" + most + "</phys-address><description>y" + most + "</description><speed>1</speed>"));
        assertThat(samples.getFirst().physAddress()).isEqualTo(most);
        assertThat(samples.getFirst().description()).isNull();
        assertThat(samples.getFirst().speedBitsPerSecond()).isEqualTo(1);
        assertThat(samples).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<x/>1", "1<x/>", "1<x/>2", "1<x>2</x>", "<speed>1</speed>"})
    void whatHoldsAnElementIsNoLeaf(String content) throws Exception {
        assertThat(read(replyWith("<speed>" + content + "</speed>")).getFirst().speedBitsPerSecond())
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<x:speed xmlns:x='urn:example:other'>1</x:speed>",
                "<undeclared:speed>1</undeclared:speed>",
                "<speed xmlns=''>1</speed>",
                "<in-octets>1</in-octets>",
                "<statistics><speed>1</speed></statistics>",
                "<interface><speed>1</speed></interface>",
                "<interface>GigabitEthernet1</interface>",
                "<ipv4><address><ip>192.0.2.1</ip></address></ipv4>"
            })
    void whatOnlyLooksLikeALeafIsPassedOver(String lookAlike) throws Exception {
        InterfaceSample sample = read(replyWith(lookAlike)).getFirst();
        assertThat(sample.name()).isEqualTo("a");
        assertThat(sample.speedBitsPerSecond()).isNull();
        assertThat(sample.ipv4()).isEmpty();
    }

    @Test
    void octetsThatAreNoTextCostNothingButThemselves() throws Exception {
        String reply = replyWith("<description>caf\u00E9 \u0008&#8;\u0000 north</description><speed>1</speed>");
        InterfaceSample sample = read(new ByteArrayInputStream(reply.getBytes(StandardCharsets.ISO_8859_1)))
                .getFirst();
        assertThat(sample.description()).isEqualTo("caf\uFFFD \uFFFD\uFFFD\uFFFD north");
        assertThat(sample.speedBitsPerSecond()).isEqualTo(1);
    }

    @Test
    void samplesAreHandedOnWhileTheReplyArrives() throws Exception {
        List<String> names = new ArrayList<>();
        String begun = replyWith("").split("</interfaces-state>", -1)[0];
        InputStream atItsEnd = new ByteArrayInputStream(new byte[0]) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                assertThat(names).containsExactly("a", "b");
                return -1;
            }
        };
        XMLStreamReader2 reader = Xml.reader(
                new SequenceInputStream(new ByteArrayInputStream(begun.getBytes(StandardCharsets.UTF_8)), atItsEnd));
        Xml.nextRoot(reader);
        Xml.nextChild(reader);
        assertThatThrownBy(() ->
                        MODEL.replyReader(sample -> names.add(sample.name())).read(reader))
                .isInstanceOf(XMLStreamException.class);
        assertThat(names).containsExactly("a", "b");
    }

    @Test
    void theStreamingReaderTellsHowManySamplesThereWere() throws Exception {
        XMLStreamReader2 reader = Xml.reader(fixture());
        Xml.nextRoot(reader);
        Xml.nextChild(reader);
        List<InterfaceSample> samples = new ArrayList<>();
        assertThat(MODEL.replyReader(samples::add).read(reader)).isEqualTo(3);
        assertThat(samples).isEqualTo(read(fixture()));
    }

    @Test
    void aListWithTooManyEntriesIsRefused() {
        String most = "<higher-layer-if>x</higher-layer-if>".repeat(InterfaceDraft.MAX_LIST_ENTRIES + 1);
        assertThatThrownBy(() -> read(replyWith(most)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("more than 65536 entries of one list in an interface");
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
                new ByteArrayInputStream(entry.repeat(Merging.MAX_PARTS + 1).getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> read(endless))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("more than 250000 interfaces");
    }
}
