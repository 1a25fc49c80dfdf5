package net.coreserver.interfaces.yang;

/** The counters of {@code statistics} in {@code ietf-interfaces}, by the leaf's name. Source: RFC 8343 section 5. */
enum CounterLeaf {
    IN_OCTETS("in-octets"),
    IN_UNICAST_PKTS("in-unicast-pkts"),
    IN_BROADCAST_PKTS("in-broadcast-pkts"),
    IN_MULTICAST_PKTS("in-multicast-pkts"),
    IN_DISCARDS("in-discards"),
    IN_ERRORS("in-errors"),
    IN_UNKNOWN_PROTOS("in-unknown-protos"),
    OUT_OCTETS("out-octets"),
    OUT_UNICAST_PKTS("out-unicast-pkts"),
    OUT_BROADCAST_PKTS("out-broadcast-pkts"),
    OUT_MULTICAST_PKTS("out-multicast-pkts"),
    OUT_DISCARDS("out-discards"),
    OUT_ERRORS("out-errors");

    private final String word;

    CounterLeaf(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
