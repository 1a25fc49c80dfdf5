package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import org.apache.sshd.client.config.hosts.KnownHostHashValue;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;

/**
 * A line of a {@code known_hosts} file. Source: sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT".
 *
 * @param marker what the line is about
 * @param hosts whom it is about: patterns with commas in between, or one hashed name
 * @param keyText type and Base64 of the key, and perhaps a comment
 */
record KnownHostsLine(Marker marker, String hosts, String keyText) {

    private static final String HASH = "|";

    /** What a line is about. */
    enum Marker {
        /** The key of a host. */
        HOST_KEY,
        /** A key that must not be accepted. */
        REVOKED,
        /** The key of an authority that signs host keys, or something newer: it is no host's own key. */
        OTHER
    }

    /** Reads a line; null when it says nothing. */
    static @Nullable KnownHostsLine parse(String line) {
        String rest = line.strip();
        if (rest.isEmpty() || rest.startsWith("#")) {
            return null;
        }
        Marker marker = Marker.HOST_KEY;
        if (rest.startsWith("@")) {
            String[] marked = rest.split("\\s+", 2);
            if (marked.length < 2) {
                return null;
            }
            marker = marked[0].equals("@revoked") ? Marker.REVOKED : Marker.OTHER;
            rest = marked[1];
        }
        String[] fields = rest.split("\\s+", 2);
        return fields.length < 2 ? null : new KnownHostsLine(marker, fields[0], fields[1]);
    }

    /** Whether the line is about a host, whose name is in lower case. */
    boolean isAbout(String host, int port) {
        if (hosts.startsWith(HASH)) {
            return isHashOf(host, port);
        }
        String name = KnownHosts.name(host, port);
        boolean matches = false;
        for (String pattern : hosts.split(",", -1)) {
            boolean negated = pattern.startsWith("!");
            if (Wildcards.match(negated ? pattern.substring(1) : pattern, name)) {
                if (negated) {
                    return false;
                }
                matches = true;
            }
        }
        return matches;
    }

    private boolean isHashOf(String host, int port) {
        try {
            return KnownHostHashValue.parse(hosts).isHostMatch(host, port);
        } catch (RuntimeException e) {
            return false; // no hash that anybody could have made
        }
    }

    /** The key; null when it is not one that this library knows. */
    @Nullable PublicKey key() {
        try {
            PublicKeyEntry entry = PublicKeyEntry.parsePublicKeyEntry(keyText);
            return entry == null ? null : entry.resolvePublicKey(null, null, PublicKeyEntryResolver.IGNORING);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return null;
        }
    }
}
