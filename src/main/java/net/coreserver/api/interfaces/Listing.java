package net.coreserver.api.interfaces;

import java.util.List;
import java.util.Optional;
import net.coreserver.api.http.Paging;
import net.coreserver.api.http.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which interfaces a request wants, in which order and form, and which part of their list.
 *
 * @param filter which interfaces
 * @param form how each is written
 * @param paging which part; of a sorted list, its limit alone
 * @param sorting in which order; null for the natural one
 */
public record Listing(
        InterfaceFilter filter,
        Form form,
        Paging paging,
        @Nullable Sorting sorting) {

    /** The parameters that only a list has, and a stream has not. */
    public static final List<String> PARAMETERS = List.of(Sort.PARAMETER, "limit", "after");

    /** What a plain request gets, which is what most are. */
    private static final Listing PLAIN =
            new Listing(InterfaceFilter.ALL, Form.INTERFACE, new Paging(Paging.DEFAULT_LIMIT, null), null);

    /**
     * An order that is not the natural one.
     *
     * @param sort the order
     * @param after where the page before ended; null for the first page
     */
    record Sorting(Sort sort, @Nullable SortCursor after) {}

    static Listing of(Query query) {
        if (query.isEmpty()) {
            return PLAIN;
        }
        InterfaceFilter filter = InterfaceFilter.of(query);
        Form form = Form.ofInterface(query);
        Optional<Sort> sort = Sort.of(query);
        if (sort.isEmpty()) {
            return new Listing(filter, form, Paging.of(query), null);
        }
        SortCursor after = query.one("after")
                .map(text -> SortCursor.parse(text, sort.get()))
                .orElse(null);
        return new Listing(filter, form, Paging.first(query), new Sorting(sort.get(), after));
    }

    /** Whether every interface is looked at, however few are wanted. */
    boolean looksAtEach() {
        return sorting != null || !filter.wantsAll();
    }

    /**
     * Cuts the page.
     *
     * @param renderings in natural order of their targets' names
     */
    InterfacePage cut(List<Rendering> renderings) {
        return sorting == null
                ? InterfacePage.of(renderings, filter, paging, form)
                : SortedPage.of(renderings, filter, sorting.sort(), paging.limit(), sorting.after(), form);
    }
}
