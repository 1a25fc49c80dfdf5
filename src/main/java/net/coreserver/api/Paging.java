package net.coreserver.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list a request wants.
 *
 * @param limit the greatest number of elements
 * @param after where the page before it ended; null for the first page
 */
record Paging(int limit, @Nullable Cursor after) {

    /** The parameters that make a page. */
    static final List<String> PARAMETERS = List.of("limit", "after");

    static final int DEFAULT_LIMIT = 1000;
    static final int MAX_LIMIT = 10_000;

    static Paging of(Query query) {
        return new Paging(
                first(query).limit(), query.one("after").map(Cursor::parse).orElse(null));
    }

    /** The first page, whatever the query says of the others. */
    static Paging first(Query query) {
        return new Paging(query.one("limit").map(Paging::limit).orElse(DEFAULT_LIMIT), null);
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // No number is out of bounds, too.
        }
        throw Problems.invalidParameter("limit", "is a whole number from 1 to " + MAX_LIMIT);
    }

    boolean isBehind(Cursor element) {
        return after == null || after.compareTo(element) < 0;
    }

    /** Whether a list of so many elements is a single page. */
    boolean holds(int size) {
        return after == null && size <= limit;
    }
}
