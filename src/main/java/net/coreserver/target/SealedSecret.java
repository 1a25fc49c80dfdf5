package net.coreserver.target;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A secret as it is stored: an octet with the version of this form, the nonce, and what AES-256-GCM makes of the text, its tag at
 * the end. The tag also covers whose secret it is, and which, so that it opens in no other place. Source: NIST SP 800-38D.
 */
final class SealedSecret {

    private static final byte FORM = 1;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int keyVersion;
    private final byte[] octets;

    /**
     * A secret that was stored.
     *
     * @param keyVersion the version of its key
     * @param octets as they were stored
     */
    SealedSecret(int keyVersion, byte[] octets) {
        this.keyVersion = keyVersion;
        this.octets = octets.clone();
    }

    /** Encrypts, with a nonce that no other secret has: of 2^32 for one key, two would share one once in 2^33 times. */
    static SealedSecret seal(String text, String target, TargetKey field, int keyVersion, SecretKey key) {
        byte[] nonce = new byte[NONCE_LENGTH];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place(target, field, keyVersion));
            byte[] encrypted = cipher.doFinal(text.getBytes(StandardCharsets.UTF_8));
            ByteBuffer octets = ByteBuffer.allocate(1 + NONCE_LENGTH + encrypted.length);
            return new SealedSecret(
                    keyVersion, octets.put(FORM).put(nonce).put(encrypted).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    int keyVersion() {
        return keyVersion;
    }

    byte[] octets() {
        return octets.clone();
    }

    /**
     * Decrypts.
     *
     * @throws GeneralSecurityException when the key is another one, the place is, or the octets are damaged
     */
    String open(String target, TargetKey field, SecretKey key) throws GeneralSecurityException {
        if (octets.length < 1 + NONCE_LENGTH + TAG_BITS / Byte.SIZE || octets[0] != FORM) {
            throw new AEADBadTagException("this is no sealed secret");
        }
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, octets, 1, NONCE_LENGTH));
        cipher.updateAAD(place(target, field, keyVersion));
        byte[] text = cipher.doFinal(octets, 1 + NONCE_LENGTH, octets.length - 1 - NONCE_LENGTH);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Neither a name nor a field holds the character in between. */
    private static byte[] place(String target, TargetKey field, int keyVersion) {
        return String.join("\0", Byte.toString(FORM), Integer.toString(keyVersion), target, field.word())
                .getBytes(StandardCharsets.UTF_8);
    }
}
