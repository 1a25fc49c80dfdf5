package net.coreserver.interfaces.yang;

import java.util.Map;
import net.coreserver.interfaces.InterfaceType;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of interfaces of {@code openconfig-interfaces}: identities of {@code iana-if-type}, or those that OpenConfig had for some
 * years in place of these. Source: {@code openconfig-if-types} 2018-01-05.
 */
final class OpenConfigTypes {

    private static final Map<String, String> IDENTITIES = Map.of(
            "IF_ETHERNET", "ethernetCsmacd",
            "IF_AGGREGATE", "ieee8023adLag",
            "IF_LOOPBACK", "softwareLoopback",
            "IF_ROUTED_VLAN", "l3ipvlan",
            "IF_BRIDGE", "bridge",
            "IF_SONET", "sonet",
            "IF_TUNNEL_GRE4", "tunnel",
            "IF_TUNNEL_GRE6", "tunnel");

    private OpenConfigTypes() {}

    /** The type that an identity stands for, whatever its prefix; null when there is none. */
    static @Nullable InterfaceType type(Leaf leaf) {
        String identity = leaf.text();
        if (identity == null) {
            return null;
        }
        String known = IDENTITIES.get(identity.substring(identity.indexOf(':') + 1));
        return known == null ? InterfaceType.of(identity) : InterfaceType.translated(identity, known);
    }

    /** A vendor's word, which is no identity of IANA's even where it looks like one; null when there is none. */
    static @Nullable InterfaceType other(Leaf leaf) {
        String word = leaf.text();
        return word == null ? null : new InterfaceType.Other(word);
    }
}
