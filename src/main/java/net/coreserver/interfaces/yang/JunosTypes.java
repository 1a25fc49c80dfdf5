package net.coreserver.interfaces.yang;

import java.util.Map;
import net.coreserver.interfaces.InterfaceType;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of interfaces of Junos. Its words for them ({@code if-type}, {@code link-level-type}) are for people, and its names tell
 * what the words do not: a bundle and a VLAN are {@code Ethernet}, too. What has no certain equivalent keeps its word alone. Source:
 * Juniper, Interfaces Fundamentals, "Interface Types"; recorded replies.
 */
final class JunosTypes {

    private static final String BUNDLE = "ieee8023adLag";
    private static final String VLAN = "l3ipvlan";
    private static final String LOOPBACK = "softwareLoopback";
    private static final String ETHERNET = "ethernetCsmacd";
    private static final String TUNNEL = "tunnel";

    /** By the letters in front of a name, where these say more than any word. */
    private static final Map<String, String> BY_NAME = Map.of(
            "ae", BUNDLE, "irb", VLAN, "vlan", VLAN, "lo", LOOPBACK, "ge", ETHERNET, "xe", ETHERNET, "et", ETHERNET,
            "fe", ETHERNET);

    private static final Map<String, String> BY_WORD = Map.of(
            "Loopback", LOOPBACK,
            "GRE", TUNNEL,
            "Multicast-GRE", TUNNEL,
            "IPIP", TUNNEL,
            "IP-over-IP", TUNNEL,
            "Secure-Tunnel", TUNNEL,
            "VxLAN-Tunnel-Endpoint", TUNNEL);

    private JunosTypes() {}

    /** The type of a physical interface; null when there is neither a word nor a name that tells. */
    static @Nullable InterfaceType ofPhysical(
            @Nullable String name, @Nullable String type, @Nullable String linkLevelType) {
        String word = type != null ? type : linkLevelType;
        String identity = BY_NAME.get(letters(name));
        if (identity == null) {
            identity = ofWord(type);
        }
        if (identity == null) {
            identity = ofWord(linkLevelType);
        }
        if (word == null) {
            return identity == null ? null : InterfaceType.of(identity);
        }
        return identity == null ? new InterfaceType.Other(word) : InterfaceType.translated(word, identity);
    }

    /** The type of a logical interface, for which Junos has no word: null but for those that have no other layer below. */
    static @Nullable InterfaceType ofLogical(@Nullable String name) {
        String identity = BY_NAME.get(letters(name));
        boolean isCertain = LOOPBACK.equals(identity) || VLAN.equals(identity);
        return identity != null && isCertain ? InterfaceType.of(identity) : null;
    }

    private static @Nullable String ofWord(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return word.contains("Ethernet") ? ETHERNET : BY_WORD.get(word);
    }

    private static String letters(@Nullable String name) {
        int length = 0;
        while (name != null && length < name.length() && Character.isLetter(name.charAt(length))) {
            length++;
        }
        return name == null ? "" : name.substring(0, length);
    }
}
