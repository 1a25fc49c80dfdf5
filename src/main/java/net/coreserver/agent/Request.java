package net.coreserver.agent;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/** An operation that a client asks for. Source: RFC 6241 section 7 and RFC 6022 section 3.1. */
sealed interface Request {

    /** More than any filter needs, and few enough to be compared with a large tree at no great cost. */
    int MAX_FILTER_ELEMENTS = 1_000;

    /** {@code get}; a null selection asks for everything. */
    record Get(@Nullable SubtreeSelection selection) implements Request {}

    /** {@code get-config} of {@code running}, whose filter makes no difference: there is no configuration. */
    record GetConfig() implements Request {}

    /** {@code get-schema}; a null version asks for whichever there is. */
    record GetSchema(String identifier, @Nullable String version) implements Request {}

    /** {@code close-session}. */
    record CloseSession() implements Request {}

    /**
     * Reads an operation.
     *
     * @param reader stands on the start tag of its element; then on its end tag
     * @param library tells which namespaces there are
     * @throws RpcFault when it is not one of these, or not as it should be
     */
    static Request read(XMLStreamReader reader, YangLibrary library) throws XMLStreamException, RpcFault {
        if (!library.knows(reader.getNamespaceURI())) {
            throw RpcFault.unexpected(reader, false);
        }
        String operation = reader.getLocalName();
        Parameters parameters = new Parameters(reader, library);
        return switch (reader.getNamespaceURI()) {
            case Xml.NETCONF_NAMESPACE -> readBase(operation, parameters);
            case YangLibrary.MONITORING -> readMonitoring(operation, parameters);
            case null, default -> throw RpcFault.notSupported(operation);
        };
    }

    private static Request readBase(String operation, Parameters parameters) throws XMLStreamException, RpcFault {
        return switch (operation) {
            case "get" -> readGet(parameters);
            case "get-config" -> readGetConfig(parameters);
            case "close-session" -> {
                parameters.expectNoMore();
                yield new CloseSession();
            }
            default -> throw RpcFault.notSupported(operation);
        };
    }

    private static Request readMonitoring(String operation, Parameters parameters) throws XMLStreamException, RpcFault {
        if (operation.equals("get-schema")) {
            return readGetSchema(parameters);
        }
        throw RpcFault.notSupported(operation);
    }

    private static Get readGet(Parameters parameters) throws XMLStreamException, RpcFault {
        SubtreeSelection selection = null;
        while (parameters.next("filter")) {
            selection = readFilter(parameters.reader());
        }
        return new Get(selection);
    }

    private static GetConfig readGetConfig(Parameters parameters) throws XMLStreamException, RpcFault {
        boolean source = false;
        while (parameters.next("source", "filter")) {
            if (parameters.name().equals("source")) {
                readSource(parameters);
                source = true;
            } else {
                readFilter(parameters.reader());
            }
        }
        if (!source) {
            throw RpcFault.missingElement("source", "A get-config says of which datastore.");
        }
        return new GetConfig();
    }

    /** The other datastores belong to capabilities that are not announced, so their names are not known here. */
    private static void readSource(Parameters parameters) throws XMLStreamException, RpcFault {
        Parameters datastore = parameters.inside();
        if (!datastore.next("running")) {
            throw RpcFault.missingElement("running", "The source is running.");
        }
        Xml.skip(datastore.reader());
        datastore.expectNoMore();
    }

    private static SubtreeSelection readFilter(XMLStreamReader reader) throws XMLStreamException, RpcFault {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String namespace = reader.getAttributeNamespace(i);
            boolean base = namespace == null || namespace.isEmpty() || namespace.equals(Xml.NETCONF_NAMESPACE);
            if (base
                    && reader.getAttributeLocalName(i).equals("type")
                    && !reader.getAttributeValue(i).equals("subtree")) {
                throw RpcFault.badAttribute("type", "filter", "The only type of filter is subtree.");
            }
        }
        return new SubtreeSelection(FilterNode.readChildren(reader, new FilterNode.Budget(MAX_FILTER_ELEMENTS)));
    }

    private static GetSchema readGetSchema(Parameters parameters) throws XMLStreamException, RpcFault {
        String identifier = null;
        String version = null;
        while (parameters.next("identifier", "version", "format")) {
            switch (parameters.name()) {
                case "identifier" -> identifier = Xml.text(parameters.reader());
                case "version" -> version = Xml.text(parameters.reader());
                default -> readFormat(parameters.reader());
            }
        }
        if (identifier == null) {
            throw RpcFault.missingElement("identifier", "A get-schema says which schema.");
        }
        return new GetSchema(identifier, version);
    }

    private static void readFormat(XMLStreamReader reader) throws XMLStreamException, RpcFault {
        if (!IdentityText.in(Xml.text(reader), reader).names(YangLibrary.YANG)) {
            throw RpcFault.invalidValue("The only format of schemas is yang.");
        }
    }
}
