package net.coreserver.netconf.ssh;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
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

/**
 * Reads a private key, from a file or as it was given: OpenSSH's own format, or PEM with PKCS#1, SEC 1 or PKCS#8 in it; each
 * of them encrypted or not.
 */
final class PrivateKeyText {

    /** More than the longest RSA key takes; what is larger is something else. */
    private static final long MAX_OCTETS = 64 * 1024;

    private PrivateKeyText() {}

    /**
     * Reads the key.
     *
     * @throws IOException with a sentence that names the file, if it is one, and nothing of what is in it
     */
    static KeyPair load(Secret key, @Nullable Secret passphrase) throws IOException {
        String name = name(key);
        String text = text(key, name);
        String password = passphrase == null ? null : passphrase.reveal();
        KeyPair pair;
        try {
            pair = first(name, decrypted(text, password), password);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            String reason = password == null
                    ? "it is damaged, or encrypted and no passphrase is given"
                    : "the passphrase is wrong, the file damaged, or encrypted in a way that is not known here";
            throw new IOException("The private key" + name + " cannot be read: " + reason, e);
        }
        if (pair == null) {
            throw new IOException(subject(key) + " holds no private key");
        }
        return pair;
    }

    /** Where the key is, to go on after its mention; nothing when it was given itself. */
    private static String name(Secret key) {
        return key instanceof Secret.InFile(Path file) ? " in " + file : "";
    }

    private static String subject(Secret key) {
        return key instanceof Secret.InFile(Path file) ? file.toString() : "What is given";
    }

    private static String text(Secret key, String name) throws IOException {
        try {
            if (key instanceof Secret.InFile(Path file) && Files.size(file) > MAX_OCTETS) {
                throw new IOException(file + " is too large for a private key");
            }
            return key.reveal();
        } catch (FileSystemException e) {
            throw new IOException(
                    "The private key" + name + " cannot be read: there is no such file, or it is not ours to read", e);
        } catch (CharacterCodingException e) {
            throw new IOException(subject(key) + " holds no private key", e);
        }
    }

    private static String decrypted(String text, @Nullable String password)
            throws IOException, GeneralSecurityException {
        if (!EncryptedPkcs8.isIn(text)) {
            return text;
        }
        if (password == null) {
            throw new IOException("no passphrase");
        }
        return EncryptedPkcs8.decrypt(text, password);
    }

    private static @Nullable KeyPair first(String name, String text, @Nullable String password)
            throws IOException, GeneralSecurityException {
        FilePasswordProvider provider =
                password == null ? FilePasswordProvider.EMPTY : FilePasswordProvider.of(password);
        Iterable<KeyPair> keys = SecurityUtils.loadKeyPairIdentities(
                null,
                NamedResource.ofName("private key" + name),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)),
                provider);
        Iterator<KeyPair> each = keys == null ? null : keys.iterator();
        return each == null || !each.hasNext() ? null : each.next();
    }
}
