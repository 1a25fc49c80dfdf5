package net.coreserver.interfaces.yang;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Asks Junos for all that it knows of its interfaces.
 *
 * <p>It is in the namespace of the protocol, as Juniper's own clients send it and every release takes it. The namespace of the YANG module
 * that describes it since release 17 ({@code http://yang.juniper.net/junos/rpc/interfaces}) is unknown to older ones.
 *
 * @param interfaceName the one interface that is asked for; null for all
 */
record GetInterfaceInformation(@Nullable String interfaceName) implements Operation {

    @Override
    public String name() {
        return "get-interface-information";
    }

    @Override
    public void write(XMLStreamWriter writer) throws XMLStreamException {
        writer.writeStartElement("", name(), Xml.NETCONF_NAMESPACE);
        writer.writeEmptyElement("", "extensive", Xml.NETCONF_NAMESPACE);
        if (interfaceName != null) {
            writer.writeStartElement("", "interface-name", Xml.NETCONF_NAMESPACE);
            writer.writeCharacters(interfaceName);
            writer.writeEndElement();
        }
        writer.writeEndElement();
    }
}
