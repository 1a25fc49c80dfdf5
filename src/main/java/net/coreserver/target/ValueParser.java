package net.coreserver.target;

import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.SshAlgorithms;

/**
 * Reads texts as values of one kind.
 *
 * @param <T> the values
 */
@FunctionalInterface
public interface ValueParser<T> {

    /** Any text. */
    ValueParser<String> TEXT = text -> text;

    /** {@code true} or {@code false}. */
    ValueParser<Boolean> FLAG = text -> {
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        if (text.equalsIgnoreCase("false")) {
            return false;
        }
        throw new InvalidValueException("it is either `true` or `false`");
    };

    /** A TCP port. */
    ValueParser<Integer> PORT = text -> {
        if (text.matches("[0-9]{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        }
        throw new InvalidValueException("a port is a whole number from 1 to 65535");
    };

    /** The algorithms that a connection may use. */
    ValueParser<SshAlgorithms> SSH_ALGORITHMS = text -> {
        for (SshAlgorithms algorithms : SshAlgorithms.values()) {
            if (text.equals(algorithms.word())) {
                return algorithms;
            }
        }
        throw new InvalidValueException("it is either `modern` or `legacy`");
    };

    /**
     * Reads a text as a value.
     *
     * @param text not empty
     * @return the value
     * @throws InvalidValueException when it is none
     */
    T parse(String text) throws InvalidValueException;

    /**
     * The ways to recognise a server.
     *
     * @param knownHosts what {@code known-hosts} stands for
     * @param acceptNew what {@code accept-new} stands for
     * @return the parser
     */
    static ValueParser<HostKeyPolicy> hostKey(HostKeyPolicy.KnownHosts knownHosts, HostKeyPolicy.AcceptNew acceptNew) {
        return text -> switch (text) {
            case "known-hosts" -> knownHosts;
            case "accept-new" -> acceptNew;
            default -> {
                try {
                    yield new HostKeyPolicy.Pinned(text);
                } catch (IllegalArgumentException e) {
                    throw new InvalidValueException("a host key is `known-hosts`, `accept-new`,"
                            + " or `SHA256:` with the 43 characters that `ssh-keygen -l` prints for the server's key");
                }
            }
        };
    }
}
