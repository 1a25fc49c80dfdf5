package net.coreserver.event.sink;

import java.util.Arrays;
import java.util.Optional;

/** How syslog messages travel. */
public enum SyslogTransport {
    /** One datagram each; RFC 5426. What is lost is lost. */
    UDP("udp", 514),
    /** A connection, with the length before each message; RFC 6587 section 3.4.1. */
    TCP("tcp", 514),
    /** The same, protected; RFC 5425. */
    TLS("tls", 6514);

    private final String word;
    private final int port;

    SyslogTransport(String word, int port) {
        this.word = word;
        this.port = port;
    }

    /** {@return the transport in the spelling of the configuration} */
    public String word() {
        return word;
    }

    /** {@return the port where a server usually listens} */
    public int port() {
        return port;
    }

    /**
     * Finds a transport.
     *
     * @param word its spelling
     * @return it; empty when there is none of that spelling
     */
    public static Optional<SyslogTransport> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
