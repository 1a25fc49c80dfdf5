package net.coreserver.interfaces.yang;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The key of an entry that is no interface. */
final class ScopeElement extends Element {

    ScopeElement(String name) {
        super(name);
    }

    @Override
    void read(XMLStreamReader reader, Reading reading) throws XMLStreamException {
        reading.scope(reading.leaf().read(reader).text());
    }
}
