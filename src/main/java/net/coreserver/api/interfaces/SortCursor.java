package net.coreserver.api.interfaces;

import java.util.ArrayList;
import java.util.List;
import net.coreserver.api.http.Cursor;
import net.coreserver.api.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a sorted list ended. The next page holds what stands behind that place at its own time, so that an
 * interface whose values stay is neither missed nor seen twice, whatever the others do.
 *
 * <p>Values may run ahead of a walk: a client that asks for one counter at a time, the smallest first, could follow
 * those that grow for ever. So a walk that has been given as many interfaces as there are goes on with what stands behind
 * its place then, but in the order of names, which do not move; at most, an interface that did move is seen once more.
 *
 * @param sort the order
 * @param place where the sorted part has come to
 * @param rest where the part in order of names has come to; null while the list is sorted
 * @param given how many interfaces the pages so far have held
 * @param total the most that matched at the time of any of them
 */
record SortCursor(Sort sort, Place place, @Nullable Cursor rest, int given, int total) {

    private static final Cursor FIRST = new Cursor("", "", 0);
    private static final String ABSENT = "-";
    private static final String PRESENT = "+";
    /** Parts before the values: the sort, two counts, and two cursors. */
    private static final int FIXED_PARTS = 3 + 2 * Cursor.PARTS;

    /**
     * Reads what {@link #encode} wrote for the same order.
     *
     * @throws ProblemException when it cannot have been that
     */
    static SortCursor parse(String text, Sort sort) {
        List<String> parts = Cursor.decode(text);
        if (parts.size() == Cursor.PARTS) {
            throw Cursor.ofAnotherOrder();
        }
        if (parts.size() < FIXED_PARTS) {
            throw Cursor.unknown();
        }
        if (!parts.getFirst().equals(sort.toString())) {
            throw Cursor.ofAnotherOrder();
        }
        if (parts.size() != FIXED_PARTS + sort.keys().size()) {
            throw Cursor.unknown();
        }
        try {
            @Nullable Comparable<?>[] values = new Comparable<?>[sort.keys().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = read(sort.keys().get(i).key(), parts.get(FIXED_PARTS + i));
            }
            Cursor element = Cursor.of(parts.subList(3, 3 + Cursor.PARTS));
            List<String> rest = parts.subList(3 + Cursor.PARTS, FIXED_PARTS);
            return new SortCursor(
                    sort,
                    new Place(values, element),
                    rest.getLast().isEmpty() ? null : Cursor.of(rest),
                    Integer.parseInt(parts.get(1)),
                    Integer.parseInt(parts.get(2)));
        } catch (RuntimeException e) {
            // Each type of value has its own way to say that a text is none of them.
            throw Cursor.unknown();
        }
    }

    private static @Nullable Comparable<?> read(SortKey key, String part) {
        return part.equals(ABSENT) ? null : key.read(part.substring(PRESENT.length()));
    }

    /**
     * Where a page ended.
     *
     * @param before where the page before it ended; null when it was the first
     * @param last the place of its last interface
     * @param size how many interfaces it holds
     * @param matching how many the whole list holds now
     */
    static SortCursor after(Sort sort, @Nullable SortCursor before, Place last, int size, int matching) {
        // A client can make cursors up; no sum of what they say may leave the range.
        int given = (int) Math.min((before == null ? 0L : before.given) + size, Integer.MAX_VALUE);
        int total = Math.max(before == null ? 0 : before.total, matching);
        if (before != null && before.rest != null) {
            return new SortCursor(sort, before.place, last.element(), given, total);
        }
        return new SortCursor(sort, last, given >= total ? FIRST : null, given, total);
    }

    /** Whether a place comes after the page. */
    boolean isBefore(Place other) {
        return sort.compare(place, other) < 0 && (rest == null || rest.compareTo(other.element()) < 0);
    }

    String encode() {
        List<String> parts = new ArrayList<>();
        parts.add(sort.toString());
        parts.add(Integer.toString(given));
        parts.add(Integer.toString(total));
        parts.addAll(place.element().parts());
        parts.addAll(rest == null ? List.of("", "", "") : rest.parts());
        for (int i = 0; i < sort.keys().size(); i++) {
            Comparable<?> value = place.value(i);
            parts.add(value == null ? ABSENT : PRESENT + value);
        }
        return Cursor.encode(parts);
    }
}
