package net.coreserver.api.http;

import java.util.List;
import net.coreserver.api.problem.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a long list a request wants.
 *
 * @param limit the greatest number of elements
 * @param after where the page before it ended; null for the first page
 */
public record Paging(int limit, @Nullable Cursor after) {

    /** The parameters that make a page. */
    public static final List<String> PARAMETERS = List.of("limit", "after");

    /** The limit of who states none. */
    public static final int DEFAULT_LIMIT = 1000;
    /** The greatest limit that can be stated. */
    public static final int MAX_LIMIT = 10_000;

    /**
     * The part that a query asks for.
     *
     * @param query of a request
     * @return the page
     */
    public static Paging of(Query query) {
        return new Paging(
                first(query).limit(), query.one("after").map(Cursor::parse).orElse(null));
    }

    /**
     * The first page, whatever the query says of the others.
     *
     * @param query of a request
     * @return the page
     */
    public static Paging first(Query query) {
        return new Paging(limit(query, DEFAULT_LIMIT, MAX_LIMIT), null);
    }

    /**
     * How long the pages of a list may be that has bounds of its own.
     *
     * @param query of a request
     * @param usual the limit of who states none
     * @param greatest the greatest that can be stated
     * @return the limit
     */
    public static int limit(Query query, int usual, int greatest) {
        return query.one("limit").map(text -> limit(text, greatest)).orElse(usual);
    }

    private static int limit(String text, int greatest) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= greatest) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // No number is out of bounds, too.
        }
        throw Problems.invalidParameter("limit", "is a whole number from 1 to " + greatest);
    }

    /**
     * Whether an element is one of this page or of those that come after it.
     *
     * @param element its cursor
     * @return whether it stands behind the page before
     */
    public boolean isBehind(Cursor element) {
        return after == null || after.compareTo(element) < 0;
    }

    /**
     * Whether a list of so many elements is a single page.
     *
     * @param size the number of elements
     * @return whether it does
     */
    public boolean holds(int size) {
        return after == null && size <= limit;
    }
}
