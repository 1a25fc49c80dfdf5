package net.coreserver.interfaces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The kind of an interface: an identity of {@code iana-if-type}, or whatever else the target said.
 *
 * <p>Devices send the identity with IANA's prefix, with another one, or with none, so that the local name decides.
 * Source: RFC 7224.
 */
public sealed interface InterfaceType {

    /** {@return the local name of IANA's identity, or the text as sent} */
    String text();

    /**
     * The type that an identity stands for.
     *
     * @param text an identity as sent, with or without a prefix, without surrounding blanks
     * @return {@link Iana} when the local name is one of IANA's, else {@link Other} with the text kept
     */
    static InterfaceType of(String text) {
        String localName = text.substring(text.indexOf(':') + 1);
        return Iana.NAMES.contains(localName) ? new Iana(localName) : new Other(text);
    }

    /**
     * An identity of {@code iana-if-type}.
     *
     * @param text its local name, such as {@code ethernetCsmacd}
     */
    record Iana(String text) implements InterfaceType {

        /** The local names of all identities; a test holds the list against the YANG module. */
        private static final Set<String> NAMES = readNames();

        private static Set<String> readNames() {
            try (InputStream names = InterfaceType.class.getResourceAsStream("iana-if-types.txt")) {
                if (names == null) {
                    throw new IllegalStateException("iana-if-types.txt is missing from the class path");
                }
                return new String(names.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .collect(Collectors.toUnmodifiableSet());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * A type that is not IANA's.
     *
     * @param text as the target sent it, prefix included
     */
    record Other(String text) implements InterfaceType {}
}
