package net.coreserver.netconf.operation;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the configuration of one datastore. Source: RFC 6241 section 7.1.
 *
 * @param source the datastore: {@code running}, or another that the server announces
 * @param filter selects what is wanted; null asks for everything
 * @param withDefaults how leaves with their default value are told; null leaves it to the server
 */
public record GetConfig(
        Source source, @Nullable Filter filter, @Nullable WithDefaults withDefaults) implements Operation {

    /** The configuration datastores of RFC 6241. */
    public enum Source {
        /** What the server works with; every server has it. */
        RUNNING("running", null),
        /** What is prepared and not yet in force; section 8.3. */
        CANDIDATE("candidate", "urn:ietf:params:netconf:capability:candidate:1.0"),
        /** What the server starts with; section 8.7. */
        STARTUP("startup", "urn:ietf:params:netconf:capability:startup:1.0");

        private final String element;
        private final @Nullable String capability;

        Source(String element, @Nullable String capability) {
            this.element = element;
            this.capability = capability;
        }

        private Optional<String> objection(Hello server) {
            return capability == null || server.supports(capability)
                    ? Optional.empty()
                    : Optional.of("The server does not announce :" + element + ", so that it has no such datastore");
        }
    }

    /**
     * A request for what subtrees of the running configuration select.
     *
     * @param nodes the top-level nodes; none selects nothing
     * @return the request
     */
    public static GetConfig running(SubtreeFilter... nodes) {
        return new GetConfig(Source.RUNNING, Filter.subtree(nodes), null);
    }

    @Override
    public String name() {
        return "get-config";
    }

    @Override
    public Optional<String> objection(Hello server) {
        return source.objection(server).or(() -> Selection.objection(filter, withDefaults, server));
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), Xml.NETCONF_NAMESPACE);
        writer.writeStartElement("", "source", Xml.NETCONF_NAMESPACE);
        writer.writeEmptyElement("", source.element, Xml.NETCONF_NAMESPACE);
        writer.writeEndElement();
        Selection.write(filter, withDefaults, writer);
        writer.writeEndElement();
    }
}
