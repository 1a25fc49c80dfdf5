package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Iterator;
import net.coreserver.netconf.Secret;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.jspecify.annotations.Nullable;

/** Reads a private key from an OpenSSH or PEM file. */
final class PrivateKeyFile {

    private PrivateKeyFile() {}

    static KeyPair load(Path file, @Nullable Secret passphrase) throws IOException, GeneralSecurityException {
        FilePasswordProvider provider =
                passphrase == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(passphrase.reveal());
        try (InputStream in = Files.newInputStream(file)) {
            Iterable<KeyPair> keys =
                    SecurityUtils.loadKeyPairIdentities(null, NamedResource.ofName(file.toString()), in, provider);
            Iterator<KeyPair> each = keys == null ? null : keys.iterator();
            if (each == null || !each.hasNext()) {
                throw new IOException(file + " holds no private key");
            }
            return each.next();
        }
    }
}
