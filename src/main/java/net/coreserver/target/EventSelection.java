package net.coreserver.target;

import java.util.List;
import net.coreserver.netconf.operation.SubtreeFilter;

/**
 * Which notifications a target is asked for. Source: RFC 5277 section 3.
 *
 * @param streams the names of its event streams; none when it is asked for nothing
 * @param filter the elements of a subtree filter as XML, as it was said; empty when all notifications are wanted
 */
public record EventSelection(List<String> streams, String filter) {

    /** Everything that the stream carries which every server has. */
    public static final EventSelection STANDARD = new EventSelection(List.of("NETCONF"), "");

    /** Copies the list; refuses what is no filter. */
    public EventSelection {
        streams = List.copyOf(streams);
        var _ = nodes(filter);
    }

    /** {@return the filter, understood; none when all notifications are wanted} */
    public List<SubtreeFilter> filterNodes() {
        return nodes(filter);
    }

    private static List<SubtreeFilter> nodes(String filter) {
        return filter.isEmpty() ? List.of() : SubtreeFilter.parse(filter);
    }
}
