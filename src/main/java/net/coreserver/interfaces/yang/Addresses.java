package net.coreserver.interfaces.yang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.IpPrefix;
import org.jspecify.annotations.Nullable;

/** The addresses of an interface of which a reply speaks at several places: its state and its configuration, say. */
final class Addresses {

    private Addresses() {}

    /** Each address once, in the order of the first mention, with the length of its prefix if any of them tells it. */
    static List<IpPrefix> once(List<IpPrefix> addresses) {
        if (addresses.size() < 2) {
            return addresses;
        }
        Map<String, IpPrefix> byIp = LinkedHashMap.newLinkedHashMap(addresses.size());
        addresses.forEach(address -> byIp.merge(address.ip(), address, Addresses::thatTellsMore));
        return byIp.size() == addresses.size() ? addresses : new ArrayList<>(byIp.values());
    }

    private static IpPrefix thatTellsMore(IpPrefix first, IpPrefix second) {
        @Nullable Integer length = first.prefixLength();
        return length == null ? second : first;
    }
}
