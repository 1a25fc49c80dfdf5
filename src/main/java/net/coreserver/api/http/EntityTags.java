package net.coreserver.api.http;

import java.util.List;

/** The entity tags of an {@code If-None-Match} or {@code If-Match}. Source: RFC 9110 sections 8.8.3, 13.1.1 and 13.1.2. */
public final class EntityTags {

    private EntityTags() {}

    /**
     * Whether a list names a tag, by weak comparison, or any tag at all. A list that is not well-formed names what was
     * understood up to there.
     *
     * @param fields the values of all fields of the name
     * @param tag a strong tag, in its quotes
     */
    static boolean include(List<String> fields, String tag) {
        return fields.stream().anyMatch(field -> includes(field, tag, true));
    }

    /**
     * Whether a list names a tag, by strong comparison, by which a weak tag is equal to none, or any tag at all.
     *
     * @param fields the values of all fields of the name
     * @param tag a strong tag, in its quotes
     * @return whether one of the fields does
     */
    public static boolean includeStrong(List<String> fields, String tag) {
        return fields.stream().anyMatch(field -> includes(field, tag, false));
    }

    private static boolean includes(String field, String tag, boolean weakToo) {
        if (field.strip().equals("*")) {
            return true;
        }
        int at = 0;
        while (at < field.length()) {
            char c = field.charAt(at);
            if (c == ' ' || c == '\t' || c == ',') {
                at++;
                continue;
            }
            boolean isWeak = field.startsWith("W/\"", at);
            int quote = isWeak ? at + 2 : at;
            int end = field.charAt(quote) == '"' ? field.indexOf('"', quote + 1) : -1;
            if (end < 0) {
                return false;
            }
            if ((weakToo || !isWeak) && end + 1 - quote == tag.length() && field.startsWith(tag, quote)) {
                return true;
            }
            at = end + 1;
        }
        return false;
    }
}
