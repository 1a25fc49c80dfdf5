package net.coreserver.interfaces.yang;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.netconf.MalformedMessageException;

/** The list of addresses of an interface. */
final class AddressElement extends InnerElement {

    AddressElement(String name, Element... children) {
        super(name, children);
    }

    @Override
    void read(XMLStreamReader reader, Reading reading) throws XMLStreamException, MalformedMessageException {
        InterfaceDraft draft = reading.draft();
        if (draft == null) {
            super.read(reader, reading);
            return;
        }
        draft.ip = null;
        draft.prefixLength = null;
        super.read(reader, reading);
        draft.address(draft.ip, draft.prefixLength);
    }
}
