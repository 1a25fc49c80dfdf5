package net.coreserver.interfaces.yang;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.OperStatus;
import org.jspecify.annotations.Nullable;

/**
 * What the words of a leaf stand for. Letters count alike in upper and lower case, and so do underscores and hyphens, since models
 * spell one and the same word in all these ways. A word that is not known stays as it was sent.
 *
 * @param <T> what they stand for
 */
final class Words<T> {

    private final Map<String, T> known;
    private final Function<String, T> asSent;

    private Words(Map<String, T> known, Function<String, T> asSent) {
        Map<String, T> plain = HashMap.newHashMap(known.size());
        known.forEach((word, value) -> plain.put(plain(word), value));
        this.known = Map.copyOf(plain);
        this.asSent = asSent;
    }

    /**
     * The states of RFC 8343, and a vendor's words for them.
     *
     * @param vendors by their words
     */
    static Words<OperStatus> ofOperStatus(Map<String, OperStatus.Known> vendors) {
        Map<String, OperStatus> known = new HashMap<>();
        for (OperStatus.Known status : OperStatus.Known.values()) {
            known.put(status.word(), status);
        }
        known.putAll(vendors);
        return new Words<>(known, OperStatus.Unrecognised::new);
    }

    /**
     * The states of RFC 8343, and a vendor's words for them.
     *
     * @param vendors by their words
     */
    static Words<AdminStatus> ofAdminStatus(Map<String, AdminStatus.Known> vendors) {
        Map<String, AdminStatus> known = new HashMap<>();
        for (AdminStatus.Known status : AdminStatus.Known.values()) {
            known.put(status.word(), status);
        }
        known.putAll(vendors);
        return new Words<>(known, AdminStatus.Unrecognised::new);
    }

    /** What the text of a leaf stands for; null when it has none. */
    @Nullable T of(Leaf leaf) {
        String word = leaf.text();
        return word == null ? null : of(word);
    }

    T of(String word) {
        T exact = known.get(word);
        if (exact != null) {
            return exact;
        }
        T value = known.get(plain(word));
        return value != null ? value : asSent.apply(word);
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The type that a vendor's word stands for.
     *
     * @param leaf has the word
     * @param identities IANA's identities by the vendor's words, exactly
     * @return the type; that of the text itself for words that are not among them; null when there is none
     */
    static @Nullable InterfaceType type(Leaf leaf, Map<String, String> identities) {
        String word = leaf.text();
        if (word == null) {
            return null;
        }
        String identity = identities.get(word);
        return identity == null ? InterfaceType.of(word) : InterfaceType.translated(word, identity);
    }
}
