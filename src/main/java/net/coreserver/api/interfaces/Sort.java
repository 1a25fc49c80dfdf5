package net.coreserver.api.interfaces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.coreserver.api.http.Cursor;
import net.coreserver.api.http.Query;
import net.coreserver.api.problem.Problems;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The order that a request wants interfaces in: by its keys, the first that tells two apart; then in natural order of
 * the targets' names and of the interfaces', whatever the keys, so that no two interfaces are equal. A value that is not
 * there comes last, upwards and downwards.
 *
 * @param keys at least one, none twice
 */
record Sort(List<Direction> keys) implements Comparator<Place> {

    /** The parameter that asks for an order. */
    static final String PARAMETER = "sort";

    /**
     * A key, and which way.
     *
     * @param key what is compared
     * @param isDescending whether the greatest comes first
     */
    record Direction(SortKey key, boolean isDescending) {

        @Override
        public String toString() {
            return isDescending ? "-" + key.word() : key.word();
        }
    }

    /** The order that a query asks for; empty when it asks for none. */
    static Optional<Sort> of(Query query) {
        List<String> words = query.all(PARAMETER);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<Direction> keys = new ArrayList<>();
        Set<SortKey> seen = EnumSet.noneOf(SortKey.class);
        for (String text : words) {
            boolean isDescending = text.startsWith("-");
            String word = isDescending ? text.substring(1) : text;
            SortKey key =
                    SortKey.of(word).orElseThrow(() -> Problems.invalidParameter(PARAMETER, text, SortKey.words()));
            if (!seen.add(key)) {
                throw Problems.invalidParameter(PARAMETER, "names " + word + " twice");
            }
            keys.add(new Direction(key, isDescending));
        }
        return Optional.of(new Sort(List.copyOf(keys)));
    }

    /** Where an interface stands in this order. */
    Place place(Snapshot snapshot, InterfaceSample sample, int taken) {
        @Nullable Comparable<?>[] values = new Comparable<?>[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = keys.get(i).key().value(snapshot, sample);
        }
        return new Place(values, new Cursor(snapshot.target(), sample.name(), taken));
    }

    @Override
    public int compare(Place left, Place right) {
        for (int i = 0; i < keys.size(); i++) {
            int difference = compare(left.value(i), right.value(i), keys.get(i).isDescending());
            if (difference != 0) {
                return difference;
            }
        }
        return left.element().compareTo(right.element());
    }

    @SuppressWarnings("unchecked") // all values of one key are of one type, which compares with itself
    private static int compare(@Nullable Comparable<?> left, @Nullable Comparable<?> right, boolean isDescending) {
        if (left == null || right == null) {
            return Boolean.compare(left == null, right == null);
        }
        int difference = ((Comparable<Object>) left).compareTo(right);
        return isDescending ? -difference : difference;
    }

    /** The keys, as they stand in a query. */
    @Override
    public String toString() {
        return keys.stream().map(Direction::toString).collect(Collectors.joining(","));
    }
}
