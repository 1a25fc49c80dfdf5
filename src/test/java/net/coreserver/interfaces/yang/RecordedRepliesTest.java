package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Xml;
import net.coreserver.testing.Recordings;
import org.codehaus.stax2.XMLStreamReader2;
import org.junit.jupiter.api.Test;

/** Replies that real servers sent. */
class RecordedRepliesTest {

    private static final IetfInterfacesState MODEL = new IetfInterfacesState();

    private static List<InterfaceSample> read(Path file) throws Exception {
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader2 reader = Xml.reader(in);
            Xml.nextRoot(reader);
            Xml.nextChild(reader);
            return MODEL.replyReader().read(reader);
        }
    }

    @Test
    void everyHelloIsRead() throws Exception {
        List<Path> hellos = Recordings.files("peer-recordings", "*-hello.xml");
        assertThat(hellos).isNotEmpty();
        for (Path file : hellos) {
            XMLStreamReader2 reader = Xml.reader(new ByteArrayInputStream(Files.readAllBytes(file)));
            Xml.nextRoot(reader);
            Hello hello = Hello.read(reader);
            assertThat(hello.supports(Capability.BASE_1_1)).as("%s", file).isTrue();
            assertThat(hello.sessionId()).as("%s", file).isPositive();
        }
    }

    @Test
    void everyReplyOfNetconfdIsRead() throws Exception {
        List<Path> replies =
                Recordings.files("peer-recordings", "yuma-{interfaces-state,oddnames,56740-interfaces-state}.xml");
        assertThat(replies).isNotEmpty();
        for (Path file : replies) {
            List<InterfaceSample> samples = read(file);
            assertThat(samples).as("%s", file).isNotEmpty().allSatisfy(sample -> {
                assertThat(sample.operStatus()).isNotNull();
                assertThat(requireNonNull(sample.statistics()).inOctets()).isNotNull();
            });
        }
    }
}
