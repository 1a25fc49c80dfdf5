package net.coreserver.interfaces.yang;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.operation.SubtreeFilter;
import org.jspecify.annotations.Nullable;

/** A list whose entries speak of interfaces. */
final class ListElement extends InnerElement {

    private final boolean isSupplement;
    private Element.Finish finish = draft -> {};

    ListElement(String name, boolean isSupplement, Element... children) {
        super(name, children);
        this.isSupplement = isSupplement;
    }

    /** The same list, of which each entry is looked at once it has been read. */
    ListElement finish(Element.Finish step) {
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
    ListElement in(String uri) {
        super.in(uri);
        return this;
    }

    @Override
    ListElement unasked() {
        super.unasked();
        return this;
    }

    @Override
    ListElement whole() {
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
            SubtreeFilter match = child instanceof LeafElement leaf ? leaf.match(chosenName, identity) : null;
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
