package net.coreserver.target;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The keys that stored credentials are encrypted with, by version. The newest one encrypts, all of them decrypt. Its text form
 * shows the versions alone.
 */
public final class KeyRing {

    /** Reads keys: {@code VERSION:BASE64}, with white space or commas in between; a line that begins with # says nothing. */
    public static final ValueParser<KeyRing> PARSER = KeyRing::parse;

    static final KeyRing EMPTY = new KeyRing(new TreeMap<>());

    /** AES-256. */
    static final int KEY_LENGTH = 32;

    private static final String RULE = "a key is `VERSION:BASE64`: a whole number from 1 on, and " + KEY_LENGTH
            + " random octets in Base64 (`echo 1:$(head -c 32 /dev/urandom | base64)` makes one)";

    private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*#.*$");
    private static final Pattern ENTRY = Pattern.compile("([1-9][0-9]{0,8}):([A-Za-z0-9+/=]+)");

    private final NavigableMap<Integer, SecretKey> keys;

    private KeyRing(NavigableMap<Integer, SecretKey> keys) {
        this.keys = keys;
    }

    static KeyRing of(int version, byte[] key) {
        NavigableMap<Integer, SecretKey> keys = new TreeMap<>();
        keys.put(version, new SecretKeySpec(key, "AES"));
        return new KeyRing(keys);
    }

    private static KeyRing parse(String text) throws InvalidValueException {
        NavigableMap<Integer, SecretKey> keys = new TreeMap<>();
        for (String entry : COMMENT.matcher(text).replaceAll("").split("[\\s,]+", -1)) {
            if (entry.isEmpty()) {
                continue;
            }
            Matcher matcher = ENTRY.matcher(entry);
            byte[] key = matcher.matches() ? decoded(matcher.group(2)) : null;
            if (key == null || key.length != KEY_LENGTH) {
                throw new InvalidValueException(RULE);
            }
            if (keys.put(Integer.valueOf(matcher.group(1)), new SecretKeySpec(key, "AES")) != null) {
                throw new InvalidValueException("there are two keys of version " + matcher.group(1));
            }
            Arrays.fill(key, (byte) 0);
        }
        if (keys.isEmpty()) {
            throw new InvalidValueException(RULE);
        }
        return new KeyRing(keys);
    }

    private static byte @Nullable [] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The version of the key that encrypts. */
    int newest() {
        return keys.lastKey();
    }

    /** Encrypts with the newest key. */
    SealedSecret seal(String text, String target, TargetKey field) {
        int version = newest();
        return SealedSecret.seal(text, target, field, version, keys.lastEntry().getValue());
    }

    /**
     * Decrypts.
     *
     * @throws InvalidValueException when it cannot be, with a sentence that says why
     */
    String open(SealedSecret sealed, String target, TargetKey field) throws InvalidValueException {
        SecretKey key = keys.get(sealed.keyVersion());
        String subject = "The " + field.field() + " of target " + target + " is encrypted with key version "
                + sealed.keyVersion();
        if (key == null) {
            throw new InvalidValueException(
                    subject + ", which the service does not have (coreserver.credentials-key-file)");
        }
        try {
            return sealed.open(target, field, key);
        } catch (GeneralSecurityException e) {
            throw new InvalidValueException(
                    subject
                            + ", and cannot be decrypted: the key of that version is another one, or what is stored is damaged");
        }
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
