package net.coreserver.interfaces.yang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeafTest {

    private static Leaf leaf(String text) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 reader =
                Xml.reader(new ByteArrayInputStream(("<leaf>" + text + "</leaf>").getBytes(StandardCharsets.UTF_8)));
        Xml.nextRoot(reader);
        return new Leaf(new RecentTexts(List.of())).read(reader);
    }

    @ParameterizedTest
    @CsvSource({
        "0000-5e00-5301, 00:00:5e:00:53:01",
        "0000.5E00.53aF, 00:00:5e:00:53:af",
        "00-00-5E-00-53-01, 00:00:5e:00:53:01",
        "00.00.5e.00.53.01, 00:00:5e:00:53:01",
        "00:00:5E:00:53:01, 00:00:5E:00:53:01",
        "0000-5e00.5301, 0000-5e00.5301",
        "0000-5e00-530g, 0000-5e00-530g",
        "0000-5e00-530٣, 0000-5e00-530٣",
        "00-00-5E-00-53+01, 00-00-5E-00-53+01",
        "00005e005301, 00005e005301",
        "192.0.2.1, 192.0.2.1",
        "-.-.-.-.-.-.-., -.-.-.-.-.-.-.",
        "'',"
    })
    void aPhysicalAddressOfSixOctetsIsWrittenWithColons(String sent, String expected) throws Exception {
        assertThat(leaf(sent).physAddress()).isEqualTo(expected);
    }
}
