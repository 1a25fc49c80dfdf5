package net.coreserver.interfaces.yang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
abstract sealed class Element {

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

    private Element(String name) {
        this.name = name;
    }

    /** A leaf or a leaf-list, or a presence container of which only its being there counts. */
    static LeafOf leaf(String name, Conversion conversion) {
        return new LeafOf(name, conversion);
    }

    /** The leaf that is the key of a list of interfaces, by which a request can choose among them. */
    static LeafOf key(String name, Conversion conversion) {
        return new LeafOf(name, conversion).by(LeafOf.Choice.NAME);
    }

    /** The type of an interface as an identity of {@code iana-if-type}, by which a request can choose among them. */
    static LeafOf identity(String name, Conversion conversion) {
        return new LeafOf(name, conversion).by(LeafOf.Choice.TYPE);
    }

    /** A counter. What is no whole number from 0 to 2^64 - 1 is an anomaly. */
    static LeafOf counter(String name, CounterLeaf counter) {
        return new LeafOf(name, (draft, value) -> draft.counter(counter, value));
    }

    /** A leaf that has no place in a sample and is kept for who asks for it. */
    static LeafOf extra(String name) {
        return extra(name, name);
    }

    /** The same, kept under a name that says more. */
    static LeafOf extra(String name, String keptAs) {
        return new LeafOf(name, (draft, value) -> draft.extra(keptAs, value.text()));
    }

    /** The key of a list around those of interfaces, which their {@link InterfaceDraft#scope} tells. It stands before them. */
    static Element scope(String name) {
        return new ScopeOf(name);
    }

    /** A container, or a list whose entries are no interfaces. */
    static Inner container(String name, Element... children) {
        return new Inner(name, children);
    }

    /**
     * A list of interfaces. One inside another is of interfaces on top of that one, and is looked at when that one has been read; an
     * entry that has no name then is left out.
     */
    static ListOf list(String name, Element... children) {
        return new ListOf(name, false, children);
    }

    /** A list that says more of interfaces which stand elsewhere, and makes none by itself. */
    static ListOf supplement(String name, Element... children) {
        return new ListOf(name, true, children);
    }

    /** A list of addresses; {@link InterfaceDraft#ip} is one when it has been read. */
    static Inner address(String name, Element... children) {
        return new AddressOf(name, children);
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

    /** A leaf. */
    static final class LeafOf extends Element {

        /** By what a request can choose interfaces with it. */
        private enum Choice {
            NOTHING,
            NAME,
            TYPE
        }

        private static final String IANA_PREFIX = "ianaift";
        private static final String IANA_NAMESPACE = "urn:ietf:params:xml:ns:yang:iana-if-type";

        private final Conversion conversion;
        private Choice choice = Choice.NOTHING;

        private LeafOf(String name, Conversion conversion) {
            super(name);
            this.conversion = conversion;
        }

        private LeafOf by(Choice by) {
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

        private @Nullable SubtreeFilter match(@Nullable String chosenName, @Nullable String identity) {
            return switch (choice) {
                case NOTHING -> null;
                case NAME -> chosenName == null ? null : SubtreeFilter.matching(namespace(), name(), chosenName);
                case TYPE ->
                    identity == null
                            ? null
                            : SubtreeFilter.matchingIdentity(
                                    namespace(), name(), IANA_PREFIX, IANA_NAMESPACE, identity);
            };
        }
    }

    /** The key of an entry that is no interface. */
    private static final class ScopeOf extends Element {

        private ScopeOf(String name) {
            super(name);
        }

        @Override
        void read(XMLStreamReader reader, Reading reading) throws XMLStreamException {
            reading.scope(reading.leaf().read(reader).text());
        }
    }

    /** An element that holds elements. */
    static sealed class Inner extends Element {

        private final Element[] children;
        private Map<String, Children> byName = Map.of();
        private boolean isWhole;

        private Inner(String name, Element... children) {
            super(name);
            this.children = children;
        }

        /**
         * The same element, which is asked for with all that is in it: where what is in it differs from server to server, and a
         * filter that names what a server has not is an error to some.
         */
        Inner whole() {
            isWhole = true;
            return this;
        }

        @Override
        Inner in(String uri) {
            super.in(uri);
            return this;
        }

        @Override
        Inner unasked() {
            super.unasked();
            return this;
        }

        @Override
        void settle(String inherited) {
            super.settle(inherited);
            for (Element child : children) {
                child.settle(namespace());
                if (isWhole && child instanceof Inner inner) {
                    inner.whole();
                }
            }
            byName = Children.byName(children);
        }

        @Override
        boolean hasChoice() {
            return Stream.of(children).anyMatch(Element::hasChoice);
        }

        @Override
        Stream<SubtreeFilter> filter(InterfaceSelection selection) {
            return Stream.of(SubtreeFilter.of(namespace(), name(), below(selection)));
        }

        private SubtreeFilter[] below(InterfaceSelection selection) {
            boolean choosing = !selection.isAll() && hasChoice();
            return Stream.of(children)
                    .filter(child -> isWhole ? choosing && child.hasChoice() : child.isAsked())
                    .flatMap(child -> child.filter(selection))
                    .toArray(SubtreeFilter[]::new);
        }

        final Stream<Element> children() {
            return Stream.of(children);
        }

        final boolean isWhole() {
            return isWhole;
        }

        @Override
        void read(XMLStreamReader reader, Reading reading) throws XMLStreamException, MalformedMessageException {
            Children.read(byName, reader, reading);
        }
    }

    /** The list of addresses of an interface. */
    private static final class AddressOf extends Inner {

        private AddressOf(String name, Element... children) {
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

    /** A list whose entries speak of interfaces. */
    static final class ListOf extends Inner {

        private final boolean isSupplement;
        private Finish finish = draft -> {};

        private ListOf(String name, boolean isSupplement, Element... children) {
            super(name, children);
            this.isSupplement = isSupplement;
        }

        /** The same list, of which each entry is looked at once it has been read. */
        ListOf finish(Finish step) {
            finish = step;
            return this;
        }

        void finish(InterfaceDraft draft) throws MalformedMessageException {
            finish.apply(draft);
        }

        boolean isSupplement() {
            return isSupplement;
        }

        @Override
        ListOf in(String uri) {
            super.in(uri);
            return this;
        }

        @Override
        ListOf unasked() {
            super.unasked();
            return this;
        }

        @Override
        ListOf whole() {
            super.whole();
            return this;
        }

        @Override
        Stream<SubtreeFilter> filter(InterfaceSelection selection) {
            if (selection.isAll() || !hasChoice()) {
                return super.filter(selection);
            }
            return selection
                    .each((chosenName, type) -> entry(chosenName, type == null ? null : type.text()))
                    .distinct();
        }

        private SubtreeFilter entry(@Nullable String chosenName, @Nullable String identity) {
            List<SubtreeFilter> nodes = new ArrayList<>();
            children().forEach(child -> {
                SubtreeFilter match = child instanceof LeafOf leaf ? leaf.match(chosenName, identity) : null;
                if (match != null) {
                    nodes.add(match);
                } else if (!isWhole() && child.isAsked()) {
                    child.filter(InterfaceSelection.ALL).forEach(nodes::add);
                }
            });
            return SubtreeFilter.of(namespace(), name(), nodes.toArray(SubtreeFilter[]::new));
        }

        @Override
        void read(XMLStreamReader reader, Reading reading) throws XMLStreamException, MalformedMessageException {
            reading.begin(this);
            super.read(reader, reading);
            reading.end();
        }
    }
}
