package net.coreserver.interfaces.yang;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.operation.SubtreeFilter;
import org.jspecify.annotations.Nullable;

/** A leaf. */
final class LeafElement extends Element {

    /** By what a request can choose interfaces with it. */
    enum Choice {
        NOTHING,
        NAME,
        TYPE
    }

    private static final String IANA_PREFIX = "ianaift";
    private static final String IANA_NAMESPACE = "urn:ietf:params:xml:ns:yang:iana-if-type";

    private final Element.Conversion conversion;
    private Choice choice = Choice.NOTHING;

    LeafElement(String name, Element.Conversion conversion) {
        super(name);
        this.conversion = conversion;
    }

    LeafElement by(Choice by) {
        choice = by;
        return this;
    }

    @Override
    boolean hasChoice() {
        return choice == Choice.NAME;
    }

    @Override
    void read(XMLStreamReader reader, Reading reading) throws XMLStreamException, MalformedMessageException {
        InterfaceDraft draft = reading.draft();
        Leaf value = reading.leaf().read(reader);
        if (draft != null) {
            conversion.apply(draft, value);
        }
    }

    @Nullable SubtreeFilter match(@Nullable String chosenName, @Nullable String identity) {
        return switch (choice) {
            case NOTHING -> null;
            case NAME -> chosenName == null ? null : SubtreeFilter.matching(namespace(), name(), chosenName);
            case TYPE ->
                identity == null
                        ? null
                        : SubtreeFilter.matchingIdentity(namespace(), name(), IANA_PREFIX, IANA_NAMESPACE, identity);
        };
    }
}
