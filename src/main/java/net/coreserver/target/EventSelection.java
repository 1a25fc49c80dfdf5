package net.coreserver.target;

import java.util.List;
import net.coreserver.netconf.operation.SubtreeFilter;

/**
 * Which notifications a target is asked for. Source: RFC 5277 section 3.
 *
 * @param streams the names of its event streams; none when it is asked for nothing
 * @param filter selects among the notifications of each; none when all are wanted
 */
public record EventSelection(List<String> streams, List<SubtreeFilter> filter) {

    /** Everything that the stream carries which every server has. */
    public static final EventSelection STANDARD = new EventSelection(List.of("NETCONF"), List.of());

    /** Copies the lists. */
    public EventSelection {
        streams = List.copyOf(streams);
        filter = List.copyOf(filter);
    }
}
