package net.coreserver.interfaces.yang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.netconf.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/** The addresses of an interface of which a reply speaks at several places. */
final class Addresses {

    private Addresses() {}

    /** Each address once, in the order of the first mention, with the length of its prefix if any of them tells it. */
    static List<IpPrefix> union(List<IpPrefix> mine, List<IpPrefix> others) throws MalformedMessageException {
        if (others.isEmpty() || others.equals(mine)) {
            return mine;
        }
        Map<String, IpPrefix> all = LinkedHashMap.newLinkedHashMap(mine.size() + others.size());
        mine.forEach(address -> all.merge(address.ip(), address, Addresses::thatTellsMore));
        others.forEach(address -> all.merge(address.ip(), address, Addresses::thatTellsMore));
        InterfaceDraft.bound(all.values());
        return new ArrayList<>(all.values());
    }

    private static IpPrefix thatTellsMore(IpPrefix first, IpPrefix second) {
        @Nullable Integer length = first.prefixLength();
        return length == null ? second : first;
    }
}
