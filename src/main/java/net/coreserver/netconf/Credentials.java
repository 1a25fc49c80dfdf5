package net.coreserver.netconf;

import org.jspecify.annotations.Nullable;

/**
 * How this client proves who it is. It tries what it has and the server takes, in this order: the private key (method
 * {@code publickey}, RFC 4252 section 7), the password ({@code password}, section 8), and the password once more as the
 * answer to a single question ({@code keyboard-interactive}, RFC 4256), which is how many servers ask for it.
 *
 * @param username the account on the server
 * @param password its password, or null
 * @param privateKey a private key as the text of an OpenSSH or PEM file, or null
 * @param privateKeyPassphrase what the key is encrypted with, or null when it is not
 */
public record Credentials(
        String username,
        @Nullable Secret password,
        @Nullable Secret privateKey,
        @Nullable Secret privateKeyPassphrase) {

    /** Refuses credentials that hold neither a password nor a key. */
    public Credentials {
        if (password == null && privateKey == null) {
            throw new IllegalArgumentException("credentials hold a password, a private key, or both");
        }
    }

    /**
     * Credentials of a password alone.
     *
     * @param username the account on the server
     * @param password its password
     * @return the credentials
     */
    public static Credentials ofPassword(String username, Secret password) {
        return new Credentials(username, password, null, null);
    }
}
