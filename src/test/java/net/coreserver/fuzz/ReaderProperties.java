package net.coreserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.interfaces.yang.InterfaceModels;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Xml;

/** What holds for the readers of documents: a value, or one of the two exceptions that they are there to throw. */
final class ReaderProperties {

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

    /** Whichever model a reply is read with, every interface that is read has a name. */
    static void checkInterfaces(byte[] document) {
        for (InterfaceModel model : InterfaceModels.LADDER) {
            try {
                assertThat(readReply(model.replyReader(), document))
                        .allSatisfy(sample -> assertThat(sample.name()).isNotEmpty());
            } catch (XMLStreamException | MalformedMessageException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }

    private static <T> T readAll(ReplyReader<T> reader, byte[] document)
            throws XMLStreamException, MalformedMessageException {
        var xml = Xml.reader(new ByteArrayInputStream(document));
        Xml.nextRoot(xml);
        return reader.read(xml);
    }

    /** As a session does: the document is what a reply holds. */
    private static <T> T readReply(ReplyReader<T> reader, byte[] document)
            throws XMLStreamException, MalformedMessageException {
        var xml = Xml.reader(new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream("<rpc-reply>".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(document),
                new ByteArrayInputStream("</rpc-reply>".getBytes(StandardCharsets.UTF_8))))));
        Xml.nextRoot(xml);
        Xml.nextChild(xml);
        return reader.read(xml);
    }
}
