package net.coreserver.netconf.discovery;

import static net.coreserver.netconf.discovery.NetconfState.NAMESPACE;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.discovery.NetconfState.Schema;
import net.coreserver.netconf.discovery.NetconfState.Session;
import org.codehaus.stax2.XMLStreamReader2;
import org.jspecify.annotations.Nullable;

/** Reads one {@code netconf-state}. */
final class NetconfStateReader {

    private static final int MAX_ENTRIES = 50_000;
    private static final Binding<SchemaEntry> SCHEMA = new Binding<>(SchemaEntry.class);
    private static final Binding<SessionEntry> SESSION = new Binding<>(SessionEntry.class);
    private static final Binding<DatastoreEntry> DATASTORE = new Binding<>(DatastoreEntry.class);

    private final List<Capability> capabilities = new ArrayList<>();
    private final List<String> datastores = new ArrayList<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private int entries;

    /** Reads the inside of {@code data}. */
    NetconfState read(XMLStreamReader2 data) throws XMLStreamException, MalformedMessageException {
        while (Xml.nextChild(data)) {
            if (data.getLocalName().equals("netconf-state")) {
                readState(data);
            } else {
                Xml.skip(data);
            }
        }
        return new NetconfState(capabilities, datastores, schemas, sessions);
    }

    private void readState(XMLStreamReader2 reader) throws XMLStreamException, MalformedMessageException {
        while (Xml.nextChild(reader)) {
            switch (reader.getLocalName()) {
                case "capabilities", "datastores", "schemas", "sessions" -> readEntries(reader);
                default -> Xml.skip(reader);
            }
        }
    }

    private void readEntries(XMLStreamReader2 reader) throws XMLStreamException, MalformedMessageException {
        while (Xml.nextChild(reader)) {
            if (++entries > MAX_ENTRIES) {
                throw new MalformedMessageException("a netconf-state of more than " + MAX_ENTRIES + " entries");
            }
            switch (reader.getLocalName()) {
                case "capability" -> capabilities.add(Capability.parse(Xml.text(reader)));
                case "datastore" -> DATASTORE.read(reader).addTo(datastores);
                case "schema" -> SCHEMA.read(reader).addTo(schemas);
                case "session" -> SESSION.read(reader).addTo(sessions);
                default -> Xml.skip(reader);
            }
        }
    }

    /** The list entry {@code datastore} as JAXB fills it. */
    @XmlAccessorType(XmlAccessType.FIELD)
    private static final class DatastoreEntry {

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String name;

        void addTo(List<String> datastores) {
            String key = Binding.text(name);
            if (key != null) {
                datastores.add(key);
            }
        }
    }

    /** The list entry {@code schema} as JAXB fills it. */
    @XmlAccessorType(XmlAccessType.FIELD)
    private static final class SchemaEntry {

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String identifier;

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String version;

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String format;

        @XmlElement(name = "namespace", namespace = NAMESPACE)
        private @Nullable String xmlNamespace;

        @XmlElement(namespace = NAMESPACE)
        private final List<String> location = new ArrayList<>();

        void addTo(List<Schema> schemas) {
            String key = Binding.text(identifier);
            if (key != null) {
                schemas.add(new Schema(
                        key,
                        Binding.text(version),
                        Binding.text(format),
                        Binding.text(xmlNamespace),
                        location.stream().map(String::strip).toList()));
            }
        }
    }

    /** The list entry {@code session} as JAXB fills it. */
    @XmlAccessorType(XmlAccessType.FIELD)
    private static final class SessionEntry {

        @XmlElement(name = "session-id", namespace = NAMESPACE)
        private @Nullable String sessionId;

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String transport;

        @XmlElement(namespace = NAMESPACE)
        private @Nullable String username;

        @XmlElement(name = "source-host", namespace = NAMESPACE)
        private @Nullable String sourceHost;

        @XmlElement(name = "login-time", namespace = NAMESPACE)
        private @Nullable String loginTime;

        void addTo(List<Session> sessions) {
            String id = Binding.text(sessionId);
            if (id != null && id.matches("[0-9]{1,10}")) {
                sessions.add(new Session(
                        Long.parseLong(id),
                        Binding.text(transport),
                        Binding.text(username),
                        Binding.text(sourceHost),
                        Binding.time(loginTime)));
            }
        }
    }
}
