package net.coreserver.target;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What can be said of a target, or, but for its host, of all targets that do not say it themselves. */
public enum TargetKey {
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
    /** A private key of the account, as OpenSSH or PEM text. */
    PRIVATE_KEY("private-key", null),
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
    /** The names of the interfaces that are asked for. */
    INTERFACE_NAMES("interface-names", null),
    /** The types of the interfaces that are asked for. */
    INTERFACE_TYPES("interface-types", null),
    /** The event streams whose notifications it is asked for. */
    EVENT_STREAMS("event-streams", "NETCONF"),
    /** Which notifications of these it is asked for. */
    EVENT_FILTER("event-filter", "all"),
    /** By which data model it is asked for its interfaces. */
    MODEL("model", "auto"),
    /** Whether it is polled at all. */
    ENABLED("enabled", "true");

    private final String word;
    private final String field;
    private final @Nullable String standard;

    TargetKey(String word, @Nullable String standard) {
        this.word = word;
        this.field = Pattern.compile("-(.)")
                .matcher(word)
                .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        this.standard = standard;
    }

    /** {@return the last part of the property} */
    public String word() {
        return word;
    }

    /** {@return the name in the API: the word in camelCase} */
    public String field() {
        return field;
    }

    /** {@return the value of a target that neither says it nor has a default for it, or null when there is none} */
    public @Nullable String standard() {
        return standard;
    }

    /** {@return whether its value must never be shown} */
    public boolean secret() {
        return switch (this) {
            case PASSWORD, PRIVATE_KEY, PRIVATE_KEY_PASSPHRASE -> true;
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
                    INTERFACE_NAMES,
                    INTERFACE_TYPES,
                    EVENT_STREAMS,
                    EVENT_FILTER,
                    MODEL,
                    ENABLED -> false;
        };
    }

    /** {@return whether it is what proves who we are, or names it} */
    public boolean credential() {
        return switch (this) {
            case USERNAME, PASSWORD, PASSWORD_FILE, PRIVATE_KEY, PRIVATE_KEY_FILE, PRIVATE_KEY_PASSPHRASE -> true;
            case HOST,
                    PORT,
                    HOST_KEY,
                    SSH_ALGORITHMS,
                    POLL_INTERVAL,
                    CONNECT_TIMEOUT,
                    RPC_TIMEOUT,
                    INTERFACE_NAMES,
                    INTERFACE_TYPES,
                    EVENT_STREAMS,
                    EVENT_FILTER,
                    MODEL,
                    ENABLED -> false;
        };
    }
}
