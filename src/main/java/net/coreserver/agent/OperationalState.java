package net.coreserver.agent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** All data that a {@code get} can see. A tree that the filter does not ask for is not even read. */
final class OperationalState {

    private final InterfaceSource interfaces;
    private final YangLibrary library;

    OperationalState(InterfaceSource interfaces, YangLibrary library) {
        this.interfaces = interfaces;
        this.library = library;
    }

    /**
     * Reads what is asked for.
     *
     * @param selection what that is; null for everything
     */
    List<DataNode> read(@Nullable SubtreeSelection selection) throws IOException {
        List<DataNode> selected = new ArrayList<>();
        if (isWanted(InterfacesState.NAME, selection)) {
            add(selected, InterfacesState.of(interfaces.read()), selection);
        }
        if (isWanted(YangLibrary.NETCONF_STATE, selection)) {
            add(selected, library.netconfState(), selection);
        }
        return selected;
    }

    private static boolean isWanted(QName topLevel, @Nullable SubtreeSelection selection) {
        return selection == null || selection.concerns(topLevel);
    }

    private static void add(List<DataNode> selected, DataNode node, @Nullable SubtreeSelection selection) {
        if (selection == null) {
            selected.add(node);
        } else {
            selection.of(node).ifPresent(selected::add);
        }
    }
}
