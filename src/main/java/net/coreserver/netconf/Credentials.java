package net.coreserver.netconf;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How this client proves who it is. A private key, when there is one, is tried before the password.
 *
 * @param username the account on the server
 * @param password its password, or null
 * @param privateKeyFile a private key in an OpenSSH or PEM file, or null
 * @param privateKeyPassphrase what the key file is encrypted with, or null when it is not
 */
public record Credentials(
        String username,
        @Nullable Secret password,
        @Nullable Path privateKeyFile,
        @Nullable Secret privateKeyPassphrase) {

    /** Refuses credentials that hold neither a password nor a key. */
    public Credentials {
        if (password == null && privateKeyFile == null) {
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
