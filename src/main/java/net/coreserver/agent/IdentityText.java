package net.coreserver.agent;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A text of a client that may be meant as an identityref. Source: RFC 7950 section 9.10.3.
 *
 * @param text the text, without surrounding blanks
 * @param named what it names if its prefix is one that the client declared, or null
 */
record IdentityText(String text, @Nullable QName named) {

    /**
     * A text in the namespaces of an element.
     *
     * @param text the text
     * @param reader stands on a tag of the element
     */
    static IdentityText in(String text, XMLStreamReader reader) {
        int colon = text.indexOf(':');
        String namespace = colon < 0 ? null : reader.getNamespaceURI(text.substring(0, colon));
        return new IdentityText(text, namespace == null ? null : new QName(namespace, text.substring(colon + 1)));
    }

    /** {@return whether it names an identity; where the client wrote no prefix, the local name decides} */
    boolean names(QName identity) {
        return identity.equals(named) || text.equals(identity.getLocalPart());
    }
}
