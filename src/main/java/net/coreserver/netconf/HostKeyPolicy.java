package net.coreserver.netconf;

import java.nio.file.Path;

/** How this client decides whether a server is the one it means to talk to. Source: RFC 4251 section 4.1. */
public sealed interface HostKeyPolicy {

    /**
     * Only a key that the file lists for the host is accepted.
     *
     * @param file in the format of OpenSSH's {@code known_hosts}; it is read, never written
     */
    record KnownHosts(Path file) implements HostKeyPolicy {}

    /**
     * Only one key is accepted.
     *
     * @param fingerprint {@code SHA256:} and the unpadded Base64 of the key's SHA-256, as {@code ssh-keygen -l} prints it
     */
    record Pinned(String fingerprint) implements HostKeyPolicy {

        /** Refuses what is not a SHA-256 fingerprint. */
        public Pinned {
            if (!fingerprint.matches("SHA256:[A-Za-z0-9+/]{43}")) {
                throw new IllegalArgumentException("a fingerprint is SHA256: and 43 characters of Base64");
            }
        }
    }

    /**
     * The key of a host that neither file lists is accepted and written down; from then on only that key is accepted.
     *
     * @param file in the format of OpenSSH's {@code known_hosts}; it is read, never written
     * @param learned the file of the same format in which new keys are written
     * @param learns whether they are; where not, the key of an unknown host is accepted every time
     */
    record AcceptNew(Path file, Path learned, boolean learns) implements HostKeyPolicy {

        /**
         * Accepts new keys and writes them down.
         *
         * @param file in the format of OpenSSH's {@code known_hosts}; it is read, never written
         * @param learned the file of the same format in which new keys are written
         */
        public AcceptNew(Path file, Path learned) {
            this(file, learned, true);
        }
    }
}
