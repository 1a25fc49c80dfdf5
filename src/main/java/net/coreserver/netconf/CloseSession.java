package net.coreserver.netconf;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Asks the server to end the session in an orderly way. Source: RFC 6241 section 7.8. */
record CloseSession() implements Operation {

    @Override
    public String name() {
        return "close-session";
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeEmptyElement("", name(), Xml.NETCONF_NAMESPACE);
    }
}
