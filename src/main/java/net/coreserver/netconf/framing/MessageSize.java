package net.coreserver.netconf.framing;

/** Counts the octets of one message against their bound. */
final class MessageSize {

    private final long maximum;
    private long octets;

    MessageSize(long maximum) {
        if (maximum < 1) {
            throw new IllegalArgumentException("a message may hold at least one octet");
        }
        this.maximum = maximum;
    }

    void add(long more) throws FramingException {
        if (more > maximum - octets) {
            throw new FramingException("a message of more than " + maximum + " octets");
        }
        octets += more;
    }

    void reset() {
        octets = 0;
    }
}
