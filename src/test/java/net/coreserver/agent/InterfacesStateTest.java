package net.coreserver.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.Statistics;
import net.coreserver.netconf.Xml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InterfacesStateTest {

    private static String write(InterfaceSample... samples) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter writer = Xml.writer(out);
        InterfacesState.of(List.of(samples)).write(writer);
        writer.close();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void hasALeafForAllThatASampleHolds() throws XMLStreamException {
        assertThat(write(Samples.full())).isEqualTo("""
                <interfaces-state xmlns="urn:ietf:params:xml:ns:yang:ietf-interfaces">
                <interface>
                <name>eth0</name>
                <type xmlns:ianaift="urn:ietf:params:xml:ns:yang:iana-if-type">ianaift:ethernetCsmacd</type>
                <admin-status>up</admin-status>
                <oper-status>lower-layer-down</oper-status>
                <last-change>2026-01-02T03:04:05Z</last-change>
                <if-index>2</if-index>
                <phys-address>02:fc:00:00:00:01</phys-address>
                <higher-layer-if>br0</higher-layer-if>
                <lower-layer-if>slave0</lower-layer-if>
                <lower-layer-if>slave1</lower-layer-if>
                <speed>10000000000</speed>
                <statistics>
                <discontinuity-time>2026-01-01T00:00:00Z</discontinuity-time>
                <in-octets>18446744073709551615</in-octets>
                <in-unicast-pkts>2</in-unicast-pkts>
                <in-broadcast-pkts>3</in-broadcast-pkts>
                <in-multicast-pkts>4</in-multicast-pkts>
                <in-discards>5</in-discards>
                <in-errors>6</in-errors>
                <in-unknown-protos>7</in-unknown-protos>
                <out-octets>8</out-octets>
                <out-unicast-pkts>9</out-unicast-pkts>
                <out-broadcast-pkts>10</out-broadcast-pkts>
                <out-multicast-pkts>11</out-multicast-pkts>
                <out-discards>12</out-discards>
                <out-errors>13</out-errors>
                </statistics>
                <ipv4 xmlns="urn:ietf:params:xml:ns:yang:ietf-ip">
                <address><ip>192.0.2.2</ip><prefix-length>24</prefix-length></address>
                <address><ip>192.0.2.3</ip></address>
                </ipv4>
                <ipv6 xmlns="urn:ietf:params:xml:ns:yang:ietf-ip">
                <address><ip>2001:db8::1</ip><prefix-length>64</prefix-length></address>
                </ipv6>
                <description xmlns="urn:coreserver:yang:coreserver-agent">to the &lt;core> &amp; back</description>
                <mtu xmlns="urn:coreserver:yang:coreserver-agent">65536</mtu>
                </interface>
                </interfaces-state>
                """.replace("\n", ""));
    }

    @Test
    void leavesOutWhatASampleDoesNotHold() throws XMLStreamException {
        assertThat(write(Samples.named("lo")))
                .isEqualTo("<interfaces-state xmlns=\"urn:ietf:params:xml:ns:yang:ietf-interfaces\">"
                        + "<interface><name>lo</name></interface></interfaces-state>");
    }

    @Test
    void wrapsTheCountersThatHave32BitsInTheModel() throws XMLStreamException {
        Counter64 most = Counter64.parse("18446744073709551615");
        Counter64 wrapped = new Counter64(4_294_967_296L + 7);

        assertThat(write(Samples.counted(
                        "lo",
                        new Statistics(
                                null, most, null, null, null, wrapped, most, null, wrapped, null, null, null, most,
                                wrapped))))
                .contains("<statistics><in-octets>18446744073709551615</in-octets>"
                        + "<in-discards>7</in-discards><in-errors>4294967295</in-errors>"
                        + "<out-octets>4294967303</out-octets>"
                        + "<out-discards>4294967295</out-discards><out-errors>7</out-errors></statistics>");
    }

    @Test
    void isThereWithoutInterfaces() throws XMLStreamException {
        assertThat(write())
                .matches(
                        "<interfaces-state xmlns=\"urn:ietf:params:xml:ns:yang:ietf-interfaces\"(/>|></interfaces-state>)");
    }

    @Test
    void keepsATypeThatIsNotIanas() throws XMLStreamException {
        InterfaceSample odd = new InterfaceSample(
                "x0",
                null,
                new InterfaceType.Other("vendor:warp"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);

        assertThat(write(odd)).contains("<name>x0</name><type>vendor:warp</type>");
    }

    @ParameterizedTest
    @CsvSource({
        "'a\u0001b', 'a\ufffdb'",
        "'\u0000', '\ufffd'",
        "'a\ud800', 'a\ufffd'",
        "'a\uffff', 'a\ufffd'",
        "'größe/1:2 €\ud83d\ude00', 'größe/1:2 €\ud83d\ude00'",
        "']]>', ']]>'",
        "'<name>&amp;', '<name>&amp;'"
    })
    void givesEveryNameAFormThatXmlCanCarry(String name, String carried) throws XMLStreamException {
        String xml = write(Samples.named(name));

        XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        while (!reader.isStartElement() || !reader.getLocalName().equals("name")) {
            reader.next();
        }
        assertThat(reader.getElementText()).isEqualTo(carried);
    }
}
