package net.coreserver.interfaces.yang;

import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.operation.SubtreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * An element of a model that is read, with those below it: of such trees a reader is declared. The same declaration says what is
 * asked for, and what becomes of the reply. Immutable, but for what is said of it while it is declared; one serves all sessions.
 *
 * <p>The reply is followed by path and namespace, so that a leaf of the same name elsewhere is never mistaken for one of these. What
 * is not declared is passed over. An element is in the namespace of the one that holds it unless {@link #in} says otherwise.
 */
abstract sealed class Element permits InnerElement, LeafElement, ScopeElement {

    /** What is done with a leaf. */
    @FunctionalInterface
    interface Conversion {

        void apply(InterfaceDraft draft, Leaf value) throws MalformedMessageException;
    }

    /** What is done once an entry has been read. */
    @FunctionalInterface
    interface Finish {

        void apply(InterfaceDraft draft) throws MalformedMessageException;
    }

    private final String name;
    private @Nullable String namespace;
    private boolean isAsked = true;

    Element(String name) {
        this.name = name;
    }

    /** A leaf or a leaf-list, or a presence container of which only its being there counts. */
    static LeafElement leaf(String name, Conversion conversion) {
        return new LeafElement(name, conversion);
    }

    /** The leaf that is the key of a list of interfaces, by which a request can choose among them. */
    static LeafElement key(String name, Conversion conversion) {
        return new LeafElement(name, conversion).by(LeafElement.Choice.NAME);
    }

    /** The type of an interface as an identity of {@code iana-if-type}, by which a request can choose among them. */
    static LeafElement identity(String name, Conversion conversion) {
        return new LeafElement(name, conversion).by(LeafElement.Choice.TYPE);
    }

    /** A counter. What is no whole number from 0 to 2^64 - 1 is an anomaly. */
    static LeafElement counter(String name, CounterLeaf counter) {
        return new LeafElement(name, (draft, value) -> draft.counter(counter, value));
    }

    /** A leaf that has no place in a sample and is kept for who asks for it. */
    static LeafElement extra(String name) {
        return extra(name, name);
    }

    /** The same, kept under a name that says more. */
    static LeafElement extra(String name, String keptAs) {
        return new LeafElement(name, (draft, value) -> draft.extra(keptAs, value.text()));
    }

    /** The key of a list around those of interfaces, which their {@link InterfaceDraft#scope} tells. It stands before them. */
    static Element scope(String name) {
        return new ScopeElement(name);
    }

    /** A container, or a list whose entries are no interfaces. */
    static InnerElement container(String name, Element... children) {
        return new InnerElement(name, children);
    }

    /**
     * A list of interfaces. One inside another is of interfaces on top of that one, and is looked at when that one has been read; an
     * entry that has no name then is left out.
     */
    static ListElement list(String name, Element... children) {
        return new ListElement(name, false, children);
    }

    /** A list that says more of interfaces which stand elsewhere, and makes none by itself. */
    static ListElement supplement(String name, Element... children) {
        return new ListElement(name, true, children);
    }

    /** A list of addresses; {@link InterfaceDraft#ip} is one when it has been read. */
    static InnerElement address(String name, Element... children) {
        return new AddressElement(name, children);
    }

    /** The same element in a namespace. */
    Element in(String uri) {
        namespace = uri;
        return this;
    }

    /** The same element, which is read where it comes, but is not asked for by itself. */
    Element unasked() {
        isAsked = false;
        return this;
    }

    final String name() {
        return name;
    }

    /** Takes over the namespace of what holds it. */
    void settle(String inherited) {
        namespace = namespace == null ? inherited : namespace;
    }

    final String namespace() {
        return namespace == null ? "" : namespace;
    }

    final boolean isAsked() {
        return isAsked;
    }

    /**
     * What asks for it.
     *
     * @param selection of which interfaces
     * @return one node, or one for each of the interfaces
     */
    Stream<SubtreeFilter> filter(InterfaceSelection selection) {
        return Stream.of(SubtreeFilter.of(namespace(), name));
    }

    /** Whether a request can choose among the interfaces that are in it. */
    boolean hasChoice() {
        return false;
    }

    /**
     * Reads the element.
     *
     * @param reader stands on its start tag; then on its end tag
     */
    abstract void read(XMLStreamReader reader, Reading reading) throws XMLStreamException, MalformedMessageException;
}
