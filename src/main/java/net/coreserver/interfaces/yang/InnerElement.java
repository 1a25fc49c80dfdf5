package net.coreserver.interfaces.yang;

import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.operation.SubtreeFilter;

/** An element that holds elements. */
sealed class InnerElement extends Element permits AddressElement, ListElement {

    private final Element[] children;
    private Map<String, Children> byName = Map.of();
    private boolean isWhole;

    InnerElement(String name, Element... children) {
        super(name);
        this.children = children;
    }

    /**
     * The same element, which is asked for with all that is in it: where what is in it differs from server to server, and a
     * filter that names what a server has not is an error to some.
     */
    InnerElement whole() {
        isWhole = true;
        return this;
    }

    @Override
    InnerElement in(String uri) {
        super.in(uri);
        return this;
    }

    @Override
    InnerElement unasked() {
        super.unasked();
        return this;
    }

    @Override
    void settle(String inherited) {
        super.settle(inherited);
        for (Element child : children) {
            child.settle(namespace());
            if (isWhole && child instanceof InnerElement inner) {
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
        String around = reading.scope();
        Children.read(byName, reader, reading);
        reading.scope(around);
    }
}
