package net.coreserver.event.derivation;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a peer sent, as much of it as has room in an event. */
final class Excerpt {

    /** In a sentence. */
    private static final int NAME = 100;

    /** In the data. */
    private static final int VALUE = 1_000;

    private static final int ENTRIES = 100;

    private Excerpt() {}

    /** A name or a word, for a sentence. */
    static String name(String text) {
        return cut(text, NAME);
    }

    /** A text, for the data. */
    static String value(String text) {
        return cut(text, VALUE);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(length - 2)) ? length - 2 : length - 1;
        return text.substring(0, end) + "…";
    }

    /** What a value was and what it is. */
    static Map<String, Object> fromTo(Object from, Object to) {
        Map<String, Object> both = LinkedHashMap.newLinkedHashMap(2);
        both.put("from", from instanceof String text ? value(text) : from);
        both.put("to", to instanceof String text ? value(text) : to);
        return both;
    }

    /** What came and what went; how many more there are, where there are too many. */
    static Map<String, Object> difference(Collection<?> added, Collection<?> removed) {
        Map<String, Object> both = LinkedHashMap.newLinkedHashMap(4);
        both.put("added", first(added));
        both.put("removed", first(removed));
        if (added.size() > ENTRIES) {
            both.put("addedInAll", added.size());
        }
        if (removed.size() > ENTRIES) {
            both.put("removedInAll", removed.size());
        }
        return both;
    }

    /** As many of them as have room. */
    static List<Object> first(Collection<?> several) {
        return several.stream()
                .limit(ENTRIES)
                .<Object>map(each -> each instanceof String text ? value(text) : each)
                .toList();
    }
}
