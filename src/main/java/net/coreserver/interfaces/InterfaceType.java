package net.coreserver.interfaces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
        Iana known = Iana.BY_NAME.get(text.substring(text.indexOf(':') + 1));
        return known != null ? known : new Other(text);
    }

    /**
     * An identity of {@code iana-if-type}.
     *
     * @param text its local name, such as {@code ethernetCsmacd}
     */
    record Iana(String text) implements InterfaceType {

        /** All identities by their local names; a test holds the list against the YANG module. */
        private static final Map<String, Iana> BY_NAME = readNames();

        private static Map<String, Iana> readNames() {
            try (InputStream names = InterfaceType.class.getResourceAsStream("iana-if-types.txt")) {
                if (names == null) {
                    throw new IllegalStateException("iana-if-types.txt is missing from the class path");
                }
                return new String(names.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .collect(Collectors.toUnmodifiableMap(name -> name, Iana::new));
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
