package net.coreserver.interfaces.yang;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;

/** Replies as tests write them, and what a model makes of them. */
final class Replies {

    private Replies() {}

    /** Reads a whole {@code rpc-reply}. */
    static List<InterfaceSample> read(InterfaceModel model, InputStream reply)
            throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 reader = open(reply);
        List<InterfaceSample> samples = model.replyReader().read(reader);
        finish(reader);
        return samples;
    }

    static List<InterfaceSample> read(InterfaceModel model, String reply)
            throws XMLStreamException, MalformedMessageException {
        return read(model, new ByteArrayInputStream(reply.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads what stands in {@code data}. */
    static List<InterfaceSample> readData(InterfaceModel model, String data)
            throws XMLStreamException, MalformedMessageException {
        return read(
                model,
                "<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0'><data>" + data + "</data></rpc-reply>");
    }

    /** Reads a file that lies beside the tests. */
    static Map<String, InterfaceSample> readFixture(InterfaceModel model, String file)
            throws IOException, XMLStreamException, MalformedMessageException {
        try (InputStream in = requireNonNull(Replies.class.getResourceAsStream(file), file)) {
            return read(model, in).stream().collect(Collectors.toMap(InterfaceSample::name, Function.identity()));
        }
    }

    /** What is handed on one by one, while the reply is read. */
    static List<InterfaceSample> stream(InterfaceModel model, String reply)
            throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 reader = open(new ByteArrayInputStream(reply.getBytes(StandardCharsets.UTF_8)));
        List<InterfaceSample> samples = new ArrayList<>();
        model.replyReader(samples::add).read(reader);
        finish(reader);
        return samples;
    }

    private static XMLStreamReader2 open(InputStream reply) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 reader = Xml.reader(reply);
        Xml.nextRoot(reader);
        Xml.nextChild(reader);
        return reader;
    }

    /** As the session does: half a reply is no reply. */
    private static void finish(XMLStreamReader2 reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
    }

    /** The request as XML. */
    static String request(InterfaceModel model, InterfaceSelection selection) throws XMLStreamException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XMLStreamWriter writer = Xml.writer(out);
        model.request(selection).write(writer);
        writer.close();
        return out.toString(StandardCharsets.UTF_8);
    }
}
