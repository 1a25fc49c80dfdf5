package net.coreserver.interfaces.yang;

/** The counters of {@code statistics} in {@code ietf-interfaces}, by the leaf's name in camelCase. Source: RFC 8343 section 5. */
enum CounterLeaf {
    IN_OCTETS("inOctets"),
    IN_UNICAST_PKTS("inUnicastPkts"),
    IN_BROADCAST_PKTS("inBroadcastPkts"),
    IN_MULTICAST_PKTS("inMulticastPkts"),
    IN_DISCARDS("inDiscards"),
    IN_ERRORS("inErrors"),
    IN_UNKNOWN_PROTOS("inUnknownProtos"),
    OUT_OCTETS("outOctets"),
    OUT_UNICAST_PKTS("outUnicastPkts"),
    OUT_BROADCAST_PKTS("outBroadcastPkts"),
    OUT_MULTICAST_PKTS("outMulticastPkts"),
    OUT_DISCARDS("outDiscards"),
    OUT_ERRORS("outErrors");

    private final String word;

    CounterLeaf(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }
}
