package net.coreserver.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Content digests, and the strong entity tags made of them. */
final class Digest {

    /** Of SHA-256, so many octets are kept: two bodies that differ share a tag once in 2^64 pairs of tries, or never. */
    static final int LENGTH = 16;

    private Digest() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static byte[] finish(MessageDigest digest) {
        return Arrays.copyOf(digest.digest(), LENGTH);
    }

    static String entityTag(byte[] digest) {
        return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
    }

    static String entityTagOf(byte[] body) {
        MessageDigest digest = start();
        digest.update(body);
        return entityTag(finish(digest));
    }
}
