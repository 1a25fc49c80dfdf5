package net.coreserver.interfaces.yang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.operation.SubtreeFilter;
import org.codehaus.stax2.XMLStreamReader2;

/** What of a model is read: the elements below {@code data}. Immutable; one serves all sessions. */
final class Tree {

    /** How many elements of a reply may be something else. */
    private static final int MAX_UNKNOWN = 16;

    private final List<Element> roots;
    private final Map<String, Children> byName;

    private Tree(Element... roots) {
        this.roots = List.of(roots);
        for (Element root : roots) {
            root.settle("");
        }
        byName = Children.byName(roots);
    }

    /** A tree of these top-level elements, each of which says its namespace. */
    static Tree of(Element... roots) {
        return new Tree(roots);
    }

    /** The top-level nodes of a subtree filter that asks for it. */
    SubtreeFilter[] filter(InterfaceSelection selection) {
        return roots.stream()
                .filter(Element::isAsked)
                .flatMap(root -> root.filter(selection))
                .toArray(SubtreeFilter[]::new);
    }

    /** Hands on each part as it is read, but for supplements; the value is how many were handed on. */
    ReplyReader<Integer> replyReader(Consumer<InterfaceSample> consumer) {
        return reply -> {
            int[] count = {0};
            Reading.Parts parts = (part, isSupplement) -> {
                InterfaceSample sample = isSupplement ? null : part.toSample();
                if (sample != null) {
                    if (count[0] == Merging.MAX_PARTS) {
                        throw new MalformedMessageException("more than " + Merging.MAX_PARTS + " interfaces");
                    }
                    count[0]++;
                    consumer.accept(sample);
                }
            };
            read(reply, new Reading(new Leaf(new RecentTexts(List.of())), parts));
            return count[0];
        };
    }

    ReplyReader<List<InterfaceSample>> replyReader() {
        AtomicReference<List<String>> recent = new AtomicReference<>(List.of());
        return reply -> {
            RecentTexts texts = new RecentTexts(recent.get());
            Merging merging = new Merging();
            read(reply, new Reading(new Leaf(texts), merging));
            recent.set(texts.all());
            return merging.samples();
        };
    }

    /**
     * Reads all of a reply: what stands in {@code data}, and what stands beside it or in its place, as some devices have it.
     *
     * @param reply as {@link ReplyReader#read} has it
     */
    private void read(XMLStreamReader2 reply, Reading reading) throws XMLStreamException, MalformedMessageException {
        if (reply.getEventType() != XMLStreamConstants.START_ELEMENT) {
            throw new MalformedMessageException("expected <data>, got an empty reply");
        }
        List<String> others = new ArrayList<>(1);
        boolean known = false;
        do {
            Element root = Children.find(byName, reply, true);
            if (root != null) {
                known = true;
                root.read(reply, reading);
            } else if (reply.getLocalName().equals("data")) {
                known = true;
                Children.read(byName, reply, reading);
            } else {
                others.add(reply.getLocalName());
                Xml.skip(reply);
            }
        } while (others.size() < MAX_UNKNOWN && nextContent(reply));
        if (!known) {
            throw new MalformedMessageException("expected <data>, got <" + others.getFirst() + ">");
        }
    }

    /** Goes to the next element of the reply that may hold data; an error is left to the session. */
    private static boolean nextContent(XMLStreamReader2 reply) throws XMLStreamException {
        return Xml.nextChild(reply) && !reply.getLocalName().equals("rpc-error");
    }
}
