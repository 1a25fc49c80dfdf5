package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Devices that say a hundred times more of an interface than anybody asked for. */
class BulkyRepliesTest {

    /** What a vendor adds to an entry: elements of its own, with names and counters that are not the interface's. */
    private static final String REMARK = """
              <acme:queue xmlns:acme="urn:example:acme">
                <acme:name>besteffort</acme:name>
                <name>besteffort</name>
                <statistics><in-octets>1</in-octets></statistics>
                <acme:depth>0</acme:depth>
              </acme:queue>
            """;

    private static String entry(int number, int remarks) {
        return "  <interface>\n    <name>\n      xe-0/0/" + number + "\n    </name>\n" + REMARK.repeat(remarks)
                + "    <statistics>\n      <in-octets>" + number + "</in-octets>\n    </statistics>\n  </interface>\n";
    }

    @ParameterizedTest
    @CsvSource({"74, 63, 982_000", "1_100, 65, 15_000_000"})
    void aReplyMayBeMostlyWhatNobodyAskedFor(String interfaces, int remarks, String atLeast) throws Exception {
        int count = number(interfaces);
        StringBuilder reply = new StringBuilder("""
                <rpc-reply><data>
                <interfaces-state xmlns="urn:ietf:params:xml:ns:yang:ietf-interfaces">
                """);
        for (int i = 0; i < count; i++) {
            reply.append(entry(i, remarks));
        }
        reply.append("</interfaces-state>\n</data></rpc-reply>");
        byte[] octets = reply.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(octets).hasSizeGreaterThan(number(atLeast));

        XMLStreamReader2 reader = Xml.reader(new ByteArrayInputStream(octets));
        Xml.nextRoot(reader);
        Xml.nextChild(reader);
        List<InterfaceSample> samples = new IetfInterfacesState().replyReader().read(reader);

        assertThat(samples).hasSize(count);
        for (int i = 0; i < count; i++) {
            assertThat(samples.get(i).name()).isEqualTo("xe-0/0/" + i);
            assertThat(requireNonNull(samples.get(i).statistics()).inOctets()).isEqualTo(new Counter64(i));
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace("_", ""));
    }
}
