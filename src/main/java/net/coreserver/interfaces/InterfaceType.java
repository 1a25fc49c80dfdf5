package net.coreserver.interfaces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The kind of an interface: an identity of {@code iana-if-type}, or whatever else the target said.
 *
 * <p>Devices send the identity with IANA's prefix, with another one, or with none, so that the local name decides.
 * Source: RFC 7224.
 */
public sealed interface InterfaceType {

    /** {@return the local name of IANA's identity, or the text as sent where there is none} */
    String text();

    /** {@return IANA's identity; null when the target's word stands for none} */
    @Nullable Iana iana();

    /** {@return the target's word where it is no identity of IANA's itself; else null} */
    @Nullable String raw();

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
     * The type that a vendor's word of its own stands for.
     *
     * @param word as sent, without surrounding blanks
     * @param identity the local name of IANA's identity that means the same
     * @return the type, with the word kept
     * @throws IllegalArgumentException when IANA has no such identity
     */
    static InterfaceType translated(String word, String identity) {
        Iana known = Iana.BY_NAME.get(identity);
        if (known == null) {
            throw new IllegalArgumentException("`" + identity + "` is no identity of iana-if-type");
        }
        return new Translated(word, known);
    }

    /**
     * An identity of {@code iana-if-type}.
     *
     * @param text its local name, such as {@code ethernetCsmacd}
     */
    record Iana(String text) implements InterfaceType {

        @Override
        public Iana iana() {
            return this;
        }

        @Override
        public @Nullable String raw() {
            return null;
        }

        /** All identities by their local names; a test holds the list against the YANG module. */
        private static final Map<String, Iana> BY_NAME = readNames();

        /** {@return the local names of all identities} */
        public static Set<String> identities() {
            return BY_NAME.keySet();
        }

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
    record Other(String text) implements InterfaceType {

        @Override
        public @Nullable Iana iana() {
            return null;
        }

        @Override
        public String raw() {
            return text;
        }
    }

    /**
     * A vendor's word for a type that IANA has.
     *
     * @param raw as the target sent it
     * @param iana what it stands for
     */
    record Translated(String raw, Iana iana) implements InterfaceType {

        @Override
        public String text() {
            return iana.text();
        }
    }
}
