package net.coreserver.interfaces.yang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.Anomaly;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.Statistics;
import net.coreserver.interfaces.yang.Difference.Kind;
import net.coreserver.netconf.RpcError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison that finds no difference must not be one that cannot find any. */
class ComparisonTest {

    private static final InterfaceSample ETH0 = new InterfaceSample(
            "eth0",
            null,
            InterfaceType.translated("ACME", "ethernetCsmacd"),
            null,
            null,
            null,
            7,
            null,
            null,
            1500L,
            List.of(),
            List.of("ge0"),
            List.of(new IpPrefix("192.0.2.2", 24), new IpPrefix("192.0.2.1", null)),
            List.of(),
            new Statistics(
                    null,
                    new Counter64(5),
                    new Counter64(4),
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
                    null),
            List.of(new Anomaly("outOctets", "-324")),
            Map.of());

    private static final String SAME = "'name': 'eth0', 'type': 'ethernetCsmacd', 'type-raw': 'ACME', 'if-index': 7,"
            + "'mtu': 1500, 'ipv4': [{'ip': '192.0.2.1'}, {'ip': '192.0.2.2', 'prefix-length': 24}], 'parent': 'ge0',"
            + "'statistics': {'in-octets': '5', 'in-unicast-pkts': '4'}";

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    private static Comparison compare(String expected, String ambiguous) throws IOException {
        return Comparison.of(
                List.of(ETH0),
                json("{'interfaces': [], 'logical-interfaces': [{" + expected + "}], 'ambiguous': {" + ambiguous
                        + "}}"));
    }

    @Test
    void whatIsTheSameIsEqual() throws Exception {
        Comparison comparison = compare(SAME, "");
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.equal()).isEqualTo(9).isEqualTo(comparison.compared());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'mtu': 1500 | 'mtu': 9000 | OTHER mtu",
                "'ACME' | 'acme' | OTHER type-raw",
                "'prefix-length': 24 | 'prefix-length': 25 | OTHER ipv4",
                "'parent': 'ge0' | 'parent': 'ge1' | OTHER lower-layer-if",
                "'in-octets': '5' | 'in-octets': '6' | OTHER in-octets",
                "'in-octets': '5', | '' | MORE in-octets",
                "'mtu': 1500 | 'mtu': null | MORE mtu",
                "'mtu': 1500 | '_mtu': 9000 | MORE mtu",
                "'mtu': 1500 | 'mtu': 1500, 'description': '' | none",
                "'mtu': 1500 | 'mtu': 1500, 'speed': '10' | MISSING speed",
                "'mtu': 1500 | 'mtu': 1500, 'last-change': 'sometimes' | MISSING last-change",
                "'in-octets': '5' | 'in-octets': '5', 'out-octets': '3' | MISSING out-octets",
                "'in-octets': '5' | 'in-octets': '5', 'out-octets': '-324' | none",
                "'in-octets': '5' | 'in-octets': '5', 'out-octets': '-325' | OTHER out-octets",
            },
            quoteCharacter = '"')
    void whatDiffersIsFound(String from, String to, String difference) throws Exception {
        String expected = SAME.replace(from, to.equals("''") ? "" : to);
        assertThat(expected).isNotEqualTo(SAME);
        assertThat(compare(expected, "").differences())
                .extracting(found -> found.kind() + " " + found.field())
                .containsExactlyElementsOf(difference.equals("none") ? List.of() : List.of(difference));
    }

    @Test
    void whatCanBeReckonedMayBeToldButNotWrongly() throws Exception {
        String without = SAME.replace(", 'in-unicast-pkts': '4'", "");
        assertThat(compare(without + ", '_derived': {'in-unicast-pkts': '4', 'out-unicast-pkts': '9'}", "")
                        .differences())
                .isEmpty();
        assertThat(compare(without + ", '_derived': {'in-unicast-pkts': '3'}", "")
                        .differences())
                .extracting(Difference::kind)
                .containsExactly(Kind.OTHER);
    }

    @Test
    void whatTheExpectationLeavesOpenIsKnownByAnOr() throws Exception {
        String without = SAME.replace("'mtu': 1500, ", "").replace("'mtu': 1500,", "");
        assertThat(compare(without, "'mtu': 'may be told or left out'").differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.openness()).isEqualTo("may be told or left out"));
        assertThat(compare(without, "'mtu': 'that of the queue is not its own'").differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.openness()).isNull());
        assertThat(compare(SAME.replace("1500", "9000"), "'mtu': 'may be told or left out'")
                        .differences())
                .singleElement()
                .satisfies(difference -> assertThat(difference.openness()).isNull());
    }

    @Test
    void anInterfaceThatOneSideHasAloneDiffersInAllThatIsKnownOfIt() throws Exception {
        Comparison comparison = Comparison.of(List.of(ETH0), json("{'interfaces': [{'name': 'eth1', 'mtu': 1}]}"));
        assertThat(comparison.count(Kind.MISSING)).isEqualTo(2);
        assertThat(comparison.count(Kind.MORE)).isEqualTo(9);
        assertThat(comparison.differences()).extracting(Difference::field).containsOnly("interface");
    }

    @Test
    void aNameThatStandsTwiceIsFound() throws Exception {
        assertThat(Comparison.of(List.of(ETH0, ETH0), json("{'interfaces': [{" + SAME + "}]}"))
                        .differences())
                .extracting(Difference::at)
                .containsExactly("a name stands twice");
    }

    @Test
    void aRefusalIsComparedFieldByFieldAndIsNoListOfInterfaces() throws Exception {
        RpcError error = new RpcError("application", "in-use", "error", null, null, "busy", null);
        String expected = "{'error': {'type': 'application', 'tag': 'in-use', 'severity': 'error', 'message': 'busy'}";
        assertThat(Comparison.of(error, json(expected + "}")).differences()).isEmpty();
        assertThat(Comparison.of(error, json(expected.replace("busy", "lazy") + "}"))
                        .count(Kind.OTHER))
                .isEqualTo(1);
        assertThat(Comparison.of(error, json(expected + ", 'interfaces': [{'name': 'eth0'}]}"))
                        .count(Kind.MISSING))
                .isEqualTo(1);
    }
}
