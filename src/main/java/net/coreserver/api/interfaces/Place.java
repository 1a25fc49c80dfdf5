package net.coreserver.api.interfaces;

import net.coreserver.api.http.Cursor;
import org.jspecify.annotations.Nullable;

/** Where an interface stands in an order: its values, and which it is. What the values mean, {@link Sort} knows. */
final class Place {

    private final @Nullable Comparable<?>[] values;
    private final Cursor element;

    /**
     * Makes a place.
     *
     * @param values one for each key of the order, null where there is none; the place's own from here on
     * @param element tells apart what has the same values
     */
    Place(@Nullable Comparable<?>[] values, Cursor element) {
        this.values = values;
        this.element = element;
    }

    @Nullable Comparable<?> value(int key) {
        return values[key];
    }

    Cursor element() {
        return element;
    }
}
