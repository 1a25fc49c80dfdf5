package net.coreserver.netconf.operation;

import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Asks for configuration and state data. Source: RFC 6241 section 7.7.
 *
 * @param filter selects what is wanted; null asks for everything
 * @param withDefaults how leaves with their default value are told; null leaves it to the server
 */
public record Get(@Nullable Filter filter, @Nullable WithDefaults withDefaults) implements Operation {

    /**
     * A request for what subtrees select.
     *
     * @param nodes the top-level nodes; none selects nothing
     * @return the request
     */
    public static Get of(SubtreeFilter... nodes) {
        return new Get(Filter.subtree(nodes), null);
    }

    @Override
    public String name() {
        return "get";
    }

    @Override
    public Optional<String> objection(Hello server) {
        return Selection.objection(filter, withDefaults, server);
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), Xml.NETCONF_NAMESPACE);
        Selection.write(filter, withDefaults, writer);
        writer.writeEndElement();
    }
}
