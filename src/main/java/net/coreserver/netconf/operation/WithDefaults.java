package net.coreserver.netconf.operation;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;

/** How a server is to tell the leaves that have their default value. Source: RFC 6243 section 3. */
public enum WithDefaults {
    /** Every leaf is told. */
    REPORT_ALL("report-all"),
    /** Every leaf is told, those with their default value marked by an attribute. */
    REPORT_ALL_TAGGED("report-all-tagged"),
    /** Leaves with their default value are left out. */
    TRIM("trim"),
    /** Leaves that were set are told, whatever their value. */
    EXPLICIT("explicit");

    static final String NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-netconf-with-defaults";

    private final String word;

    WithDefaults(String word) {
        this.word = word;
    }

    /** {@return the mode in the spelling of RFC 6243} */
    public String word() {
        return word;
    }

    /** Why a server cannot be asked this way; a server's own mode counts as supported (section 4.3). */
    Optional<String> objection(Hello server) {
        Optional<Capability> capability = server.capability(Capability.WITH_DEFAULTS);
        if (capability.isEmpty()) {
            return Optional.of("The server does not announce :with-defaults");
        }
        boolean supported = capability.get().parameter("basic-mode").stream().anyMatch(word::equals)
                || capability.get().list("also-supported").contains(word);
        return supported ? Optional.empty() : Optional.of("The server's :with-defaults does not list the mode " + word);
    }

    void write(XMLStreamWriter writer, String namespace) throws XMLStreamException {
        Leaf.write(writer, namespace, "with-defaults", word);
    }
}
