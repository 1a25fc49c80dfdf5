package net.coreserver.agent;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.netconf.Xml;

/** The elements inside an operation, each of which must be one that the operation has, and may come once. */
final class Parameters {

    private final XMLStreamReader reader;
    private final YangLibrary library;
    private final String namespace;
    private final Set<String> seen = new HashSet<>();

    /**
     * Starts before the first.
     *
     * @param reader stands on the start tag of the element that they are in
     * @param library tells which namespaces there are
     */
    Parameters(XMLStreamReader reader, YangLibrary library) {
        this.reader = reader;
        this.library = library;
        this.namespace = Objects.requireNonNullElse(reader.getNamespaceURI(), "");
    }

    XMLStreamReader reader() {
        return reader;
    }

    /** {@return the name of the parameter that the reader stands on} */
    String name() {
        return reader.getLocalName();
    }

    /** {@return those inside the parameter that the reader stands on} */
    Parameters inside() {
        return new Parameters(reader, library);
    }

    /**
     * Goes to the next.
     *
     * @param names those that may come
     * @return whether there is one; the caller reads it up to its end tag
     */
    boolean next(String... names) throws XMLStreamException, RpcFault {
        if (!Xml.nextChild(reader)) {
            return false;
        }
        String name = reader.getLocalName();
        if (!namespace.equals(reader.getNamespaceURI()) || !List.of(names).contains(name) || !seen.add(name)) {
            throw RpcFault.unexpected(reader, library.knows(reader.getNamespaceURI()));
        }
        return true;
    }

    void expectNoMore() throws XMLStreamException, RpcFault {
        if (next()) {
            throw new IllegalStateException("no name was given that could have come");
        }
    }
}
