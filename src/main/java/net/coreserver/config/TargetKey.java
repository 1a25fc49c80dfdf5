package net.coreserver.config;

import org.jspecify.annotations.Nullable;

/** What can be said of a target, or, but for its host, of all targets that do not say it themselves. */
enum TargetKey {
    /** Its host name or IP address. */
    HOST("host", null),
    /** The TCP port of its SSH server. */
    PORT("port", "830"),
    /** The account to log in with. */
    USERNAME("username", null),
    /** The password of the account. */
    PASSWORD("password", null),
    /** A file that holds nothing but the password. */
    PASSWORD_FILE("password-file", null),
    /** A private key of the account, in an OpenSSH or PEM file. */
    PRIVATE_KEY_FILE("private-key-file", null),
    /** What the private key is encrypted with. */
    PRIVATE_KEY_PASSPHRASE("private-key-passphrase", null),
    /** How the server is recognised. */
    HOST_KEY("host-key", "known-hosts"),
    /** What the connection may be protected with. */
    SSH_ALGORITHMS("ssh-algorithms", "modern"),
    /** From the start of one poll to the start of the next. */
    POLL_INTERVAL("poll-interval", "10s"),
    /** The deadline for everything up to and including the server's hello. */
    CONNECT_TIMEOUT("connect-timeout", "10s"),
    /** The deadline for one rpc, from the request to the end of the reply. */
    RPC_TIMEOUT("rpc-timeout", "30s"),
    /** Whether it is polled at all. */
    ENABLED("enabled", "true");

    private final String word;
    private final @Nullable String standard;

    TargetKey(String word, @Nullable String standard) {
        this.word = word;
        this.standard = standard;
    }

    /** {@return the last part of the key} */
    String word() {
        return word;
    }

    /** {@return the value of a target that neither says it nor has a default for it, or null when there is none} */
    @Nullable String standard() {
        return standard;
    }

    /** {@return whether its value must never be shown} */
    boolean secret() {
        return switch (this) {
            case PASSWORD, PRIVATE_KEY_PASSPHRASE -> true;
            case HOST,
                    PORT,
                    USERNAME,
                    PASSWORD_FILE,
                    PRIVATE_KEY_FILE,
                    HOST_KEY,
                    SSH_ALGORITHMS,
                    POLL_INTERVAL,
                    CONNECT_TIMEOUT,
                    RPC_TIMEOUT,
                    ENABLED -> false;
        };
    }
}
