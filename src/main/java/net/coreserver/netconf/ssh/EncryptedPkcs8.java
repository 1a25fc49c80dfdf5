package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * The one form of a private key that MINA cannot read by itself: PKCS#8, encrypted with a passphrase (RFC 5958 section 3),
 * as {@code openssl pkcs8 -topk8} and {@code ssh-keygen -m PKCS8} write it: AES with PBKDF2.
 */
final class EncryptedPkcs8 {

    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN ENCRYPTED PRIVATE KEY-----([A-Za-z0-9+/=\\s]*)-----END ENCRYPTED PRIVATE KEY-----");

    private EncryptedPkcs8() {}

    static boolean isIn(String text) {
        return PEM.matcher(text).find();
    }

    /** Gives the same key in PEM, no longer encrypted. */
    static String decrypt(String text, String passphrase) throws IOException, GeneralSecurityException {
        Matcher pem = PEM.matcher(text);
        if (!pem.find()) {
            throw new IOException("no encrypted private key");
        }
        EncryptedPrivateKeyInfo info =
                new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(pem.group(1)));
        // For PBES2 the name of the scheme, cipher and all, is found in the parameters only.
        String scheme = info.getAlgParameters() == null
                ? info.getAlgName()
                : info.getAlgParameters().toString();
        String algorithm = scheme.startsWith("PBE") ? scheme : info.getAlgName();
        Cipher cipher = Cipher.getInstance(algorithm);
        PBEKeySpec password = new PBEKeySpec(passphrase.toCharArray());
        try {
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    SecretKeyFactory.getInstance(algorithm).generateSecret(password),
                    info.getAlgParameters());
            byte[] key = info.getKeySpec(cipher).getEncoded();
            return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                    + "\n-----END PRIVATE KEY-----\n";
        } finally {
            password.clearPassword();
        }
    }
}
