package net.coreserver.netconf.discovery;

import static net.coreserver.netconf.discovery.EventStream.NAMESPACE;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/**
 * An event stream that can be subscribed to. Source: RFC 5277 section 3.2.5.
 *
 * @param name its name
 * @param description what it carries; null when the server does not tell
 * @param replaySupport whether past notifications can be asked for
 * @param replayLogCreationTime from when on they are kept; null when the server does not tell
 * @param replayLogAgedTime of when the last one is that is no longer kept; null when none has gone yet, or the server does not
 *     tell
 */
public record EventStream(
        String name,
        @Nullable String description,
        boolean replaySupport,
        @Nullable Instant replayLogCreationTime,
        @Nullable Instant replayLogAgedTime) {

    static final String NAMESPACE = "urn:ietf:params:xml:ns:netmod:notification";

    private static final int MAX_STREAMS = 10_000;
    private static final Binding<StreamEntry> ENTRY = new Binding<>(StreamEntry.class);

    /** {@return the request for the streams of a server} */
    public static Get request() {
        return Get.of(SubtreeFilter.of(NAMESPACE, "netconf", SubtreeFilter.of(NAMESPACE, "streams")));
    }

    /** {@return what reads the reply; none where the server has no such container} */
    public static ReplyReader<List<EventStream>> reader() {
        return ReplyReader.ofData(EventStream::read);
    }

    private static List<EventStream> read(XMLStreamReader2 data) throws XMLStreamException, MalformedMessageException {
        List<EventStream> streams = new ArrayList<>();
        int depth = data.getDepth();
        while (!(data.next() == XMLStreamReader2.END_ELEMENT && data.getDepth() == depth)) {
            if (data.getEventType() == XMLStreamReader2.START_ELEMENT
                    && data.getLocalName().equals("stream")) {
                if (streams.size() == MAX_STREAMS) {
                    throw new MalformedMessageException("more than " + MAX_STREAMS + " event streams");
                }
                ENTRY.read(data).addTo(streams);
            }
        }
        return streams;
    }

    /** The list entry {@code stream} as JAXB fills it. */
    @XmlAccessorType(XmlAccessType.FIELD)
    private static final class StreamEntry {

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String name;

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String description;

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String replaySupport;

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String replayLogCreationTime;

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String replayLogAgedTime;

        void addTo(List<EventStream> streams) {
            String key = Binding.text(name);
            if (key != null) {
                streams.add(new EventStream(
                        key,
                        Binding.text(description),
                        "true".equals(Binding.text(replaySupport)),
                        Binding.time(replayLogCreationTime),
                        Binding.time(replayLogAgedTime)));
            }
        }
    }
}
