package net.coreserver.interfaces.yang;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.coreserver.netconf.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/** The reading of one reply, by one thread: where it stands, and whom the interfaces are handed to. */
final class Reading {

    /** Takes what a reply says of an interface at one place. */
    @FunctionalInterface
    interface Parts {

        /** Takes a part; a supplement makes no interface by itself. */
        void add(InterfaceDraft part, boolean isSupplement) throws MalformedMessageException;
    }

    /** An entry that is being read, or is complete but for those that it stands on. */
    private static final class Entry {

        private final InterfaceDraft draft;
        private final ListElement list;
        private List<Entry> onTop = List.of();

        Entry(InterfaceDraft draft, ListElement list) {
            this.draft = draft;
            this.list = list;
        }
    }

    private final Leaf leaf;
    private final Parts parts;
    private final Deque<Entry> entries = new ArrayDeque<>(2);
    private @Nullable InterfaceDraft draft;
    private @Nullable String scope;

    Reading(Leaf leaf, Parts parts) {
        this.leaf = leaf;
        this.parts = parts;
    }

    Leaf leaf() {
        return leaf;
    }

    /** The interface whose entry is being read; null outside of all. */
    @Nullable InterfaceDraft draft() {
        return draft;
    }

    /** What the interfaces that are read belong to; null when that was not said. */
    @Nullable String scope() {
        return scope;
    }

    void scope(@Nullable String name) {
        scope = name;
    }

    void begin(ListElement list) {
        Entry below = entries.peek();
        draft = new InterfaceDraft(scope, below == null ? null : below.draft);
        entries.push(new Entry(draft, list));
    }

    /** What is on top of an entry is complete only when that is: its name may come last. */
    void end() throws MalformedMessageException {
        Entry ended = entries.pop();
        Entry below = entries.peek();
        if (below == null) {
            draft = null;
            complete(ended);
            hand(ended);
        } else {
            draft = below.draft;
            below.onTop = below.onTop.isEmpty() ? new ArrayList<>() : below.onTop;
            below.onTop.add(ended);
        }
    }

    private static void complete(Entry entry) throws MalformedMessageException {
        entry.list.finish(entry.draft);
        for (Entry upper : entry.onTop) {
            complete(upper);
            if (upper.draft.name != null) {
                entry.draft.higherLayerIf(upper.draft.name);
                upper.draft.lowerLayerIf(entry.draft.name);
            }
        }
    }

    private void hand(Entry entry) throws MalformedMessageException {
        if (entry.draft.identity() != null) {
            parts.add(entry.draft, entry.list.isSupplement());
        }
        for (Entry upper : entry.onTop) {
            hand(upper);
        }
    }
}
