package net.coreserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Xml;

/** What holds for the readers of documents: a value, or one of the two exceptions that they are there to throw. */
final class ReaderProperties {

    private static final IetfInterfacesState INTERFACES = new IetfInterfacesState();

    private ReaderProperties() {}

    /** A hello that is read is the same when it is written and read again. */
    static void checkHello(byte[] document) {
        try {
            Hello hello = readAll(Hello::read, document);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            XMLStreamWriter writer = Xml.writer(written);
            hello.write(writer);
            writer.close();
            assertThat(readAll(Hello::read, written.toByteArray())).isEqualTo(hello);
        } catch (XMLStreamException | MalformedMessageException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    /** Every text is a capability, and a capability is the one of its own URI. */
    static void checkCapability(String text) {
        Capability capability = Capability.parse(text);
        assertThat(Capability.parse(capability.uri())).isEqualTo(capability);
        assertThat(capability.uri()).startsWith(capability.base());
        assertThat(capability.module().orElse("")).isNotNull();
        assertThat(capability.revision().orElse("")).isNotNull();
        assertThat(capability.features()).doesNotContain("");
        assertThat(capability.deviations()).doesNotContain("");
    }

    /** Every interface that is read has a name. */
    static void checkInterfaces(byte[] document) {
        try {
            assertThat(readAll(INTERFACES.replyReader(), document))
                    .allSatisfy(sample -> assertThat(sample.name()).isNotEmpty());
        } catch (XMLStreamException | MalformedMessageException e) {
            assertThat(e).hasMessageMatching("(?s).+");
        }
    }

    private static <T> T readAll(ReplyReader<T> reader, byte[] document)
            throws XMLStreamException, MalformedMessageException {
        var xml = Xml.reader(new ByteArrayInputStream(document));
        Xml.nextRoot(xml);
        return reader.read(xml);
    }
}
