package net.coreserver.api.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Content digests, and the strong entity tags made of them. */
public final class Digest {

    /** Of SHA-256, so many octets are kept: two bodies that differ share a tag once in 2^64 pairs of tries, or never. */
    public static final int LENGTH = 16;

    private Digest() {}

    /**
     * Begins a digest.
     *
     * @return to which octets are given
     */
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Ends a digest.
     *
     * @param digest which can be used anew from here on
     * @return its first {@link #LENGTH} octets
     */
    public static byte[] finish(MessageDigest digest) {
        return Arrays.copyOf(digest.digest(), LENGTH);
    }

    /**
     * The entity tag that a digest makes.
     *
     * @param digest as {@link #finish} has it
     * @return strong, in its quotes
     */
    public static String entityTag(byte[] digest) {
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
    }

    static String entityTagOf(byte[] body) {
        MessageDigest digest = start();
        digest.update(body);
        return entityTag(finish(digest));
    }
}
