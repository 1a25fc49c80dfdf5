package net.coreserver.netconf.operation;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the data of one datastore of the NMDA. Source: RFC 8526 section 3.1.1.
 *
 * @param datastore which one
 * @param filter selects what is wanted; null asks for everything
 * @param configFilter true asks for configuration nodes only, false for the others only, null for both
 * @param origins asks only for nodes of these origins (and such as have none); empty asks for all; only with
 *     {@link Datastore#OPERATIONAL}
 * @param maxDepth how many levels are told, 1 to 65535; null for all
 * @param withOrigin asks for the origin of each node as an attribute; only with {@link Datastore#OPERATIONAL}
 * @param withDefaults how leaves with their default value are told; null leaves it to the server
 */
public record GetData(
        Datastore datastore,
        @Nullable Filter filter,
        @Nullable Boolean configFilter,
        Set<Origin> origins,
        @Nullable Integer maxDepth,
        boolean withOrigin,
        @Nullable WithDefaults withDefaults)
        implements Operation {

    /** The module that defines the operation. */
    public static final String MODULE = "ietf-netconf-nmda";

    private static final String NAMESPACE = "urn:ietf:params:xml:ns:yang:ietf-netconf-nmda";
    private static final int MAX_DEPTH = 65_535;

    /** Copies the origins; refuses a depth out of range, and origins of another datastore than the operational one. */
    public GetData {
        origins = Set.copyOf(origins);
        if (maxDepth != null && (maxDepth < 1 || maxDepth > MAX_DEPTH)) {
            throw new IllegalArgumentException("max-depth is 1 to " + MAX_DEPTH);
        }
        if (datastore != Datastore.OPERATIONAL && (withOrigin || !origins.isEmpty())) {
            throw new IllegalArgumentException("only the operational datastore has origins");
        }
    }

    /**
     * A request for what subtrees of the operational datastore select.
     *
     * @param nodes the top-level nodes; none selects nothing
     * @return the request
     */
    public static GetData operational(SubtreeFilter... nodes) {
        return new GetData(Datastore.OPERATIONAL, Filter.subtree(nodes), null, Set.of(), null, false, null);
    }

    /** {@return the same request that asks for the origin of each node, too} */
    public GetData tellingOrigins() {
        return new GetData(datastore, filter, configFilter, origins, maxDepth, true, withDefaults);
    }

    @Override
    public String name() {
        return "get-data";
    }

    @Override
    public Optional<String> objection(Hello server) {
        return Selection.objection(filter, withDefaults, server);
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), NAMESPACE);
        Leaf.writeIdentity(writer, NAMESPACE, "datastore", Datastore.NAMESPACE, datastore.word());
        writeFilter(writer);
        Leaf.write(writer, NAMESPACE, "config-filter", configFilter);
        for (Origin origin : new TreeSet<>(origins)) {
            Leaf.writeIdentity(writer, NAMESPACE, "origin-filter", Origin.NAMESPACE, origin.word());
        }
        Leaf.write(writer, NAMESPACE, "max-depth", maxDepth);
        if (withOrigin) {
            writer.writeEmptyElement("", "with-origin", NAMESPACE);
        }
        if (withDefaults != null) {
            withDefaults.write(writer, NAMESPACE);
        }
        writer.writeEndElement();
    }

    /** The filters of this operation are elements of its own, one for each kind. */
    private void writeFilter(XMLStreamWriter writer) throws XMLStreamException {
        switch (filter) {
            case null -> {
                // everything
            }
            case Filter.Subtree subtree -> {
                writer.writeStartElement("", "subtree-filter", NAMESPACE);
                subtree.writeNodes(writer);
                writer.writeEndElement();
            }
            case Filter.XPath xpath -> {
                writer.writeStartElement("", "xpath-filter", NAMESPACE);
                xpath.writePrefixes(writer);
                writer.writeCharacters(xpath.select());
                writer.writeEndElement();
            }
        }
    }
}
