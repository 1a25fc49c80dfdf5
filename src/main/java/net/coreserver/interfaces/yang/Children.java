package net.coreserver.interfaces.yang;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Those elements below one that have the same local name, each in a namespace of its own. In a reply without namespaces the name alone
 * decides, and of several the one that is declared first: below an element that is in none, or in that of the protocol itself, which no
 * data model is in but by mistake.
 */
final class Children {

    /** Stands for whatever namespace, where a model has another with every release. */
    static final String ANY = "*";

    private final Element first;
    private final String namespace;
    private final @Nullable Children others;

    private Children(Element first, @Nullable Children others) {
        this.first = first;
        this.namespace = first.namespace();
        this.others = others;
    }

    static Map<String, Children> byName(Element... children) {
        Map<String, Children> byName = HashMap.newHashMap(children.length);
        for (Element child : children) {
            Children before = byName.get(child.name());
            if (before != null && before.find(child.namespace()) != null) {
                throw new IllegalArgumentException("`" + child.name() + "` is declared twice in one place");
            }
            byName.put(
                    child.name(),
                    before == null
                            ? new Children(child, null)
                            : new Children(before.first, new Children(child, before.others)));
        }
        return byName;
    }

    /**
     * Reads all elements of a parent.
     *
     * @param reader stands on the start tag of the parent; then on its end tag
     */
    static void read(Map<String, Children> byName, XMLStreamReader reader, Reading reading)
            throws XMLStreamException, MalformedMessageException {
        boolean withoutNamespaces = isNone(reader.getNamespaceURI());
        while (Xml.nextChild(reader)) {
            Element child = find(byName, reader, withoutNamespaces);
            if (child == null) {
                Xml.skip(reader);
            } else {
                child.read(reader, reading);
            }
        }
    }

    /**
     * Looks for the element on whose start tag the reader stands.
     *
     * @param withoutNamespaces whether the reply has none there
     * @return the element; null when it is none of these
     */
    static @Nullable Element find(Map<String, Children> byName, XMLStreamReader reader, boolean withoutNamespaces) {
        Children named = byName.get(reader.getLocalName());
        if (named == null) {
            return null;
        }
        String uri = reader.getNamespaceURI();
        Element found = named.find(uri);
        return found == null && withoutNamespaces && isNone(uri) ? named.first : found;
    }

    private static boolean isNone(@Nullable String uri) {
        return uri == null || uri.isEmpty() || uri.equals(Xml.NETCONF_NAMESPACE);
    }

    private @Nullable Element find(@Nullable String uri) {
        for (Children candidate = this; candidate != null; candidate = candidate.others) {
            if (candidate.namespace.equals(uri) || candidate.namespace.equals(ANY)) {
                return candidate.first;
            }
        }
        return null;
    }
}
