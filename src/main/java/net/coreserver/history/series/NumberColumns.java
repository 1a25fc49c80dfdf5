package net.coreserver.history.series;

import org.jspecify.annotations.Nullable;

/**
 * One gauge or counter of several roll-ups: the last number of each step, and how far the first one is from the last one of the step
 * before, which is nothing as long as the target is seen.
 */
final class NumberColumns {

    private final Column last;

    /** Only of those steps in which it is known; null when it never is. */
    private final @Nullable Column apart;

    private NumberColumns(Column last, @Nullable Column apart) {
        this.last = last;
        this.apart = apart;
    }

    /** Takes what is known of some steps. */
    static NumberColumns of(NumberSteps steps, int[] chosen) {
        long[] last = new long[chosen.length];
        long[] present = new long[Column.words(chosen.length)];
        long[] apart = new long[chosen.length];
        int count = 0;
        long before = 0;
        for (int row = 0; row < chosen.length; row++) {
            int step = chosen[row];
            if (steps.isKnown(step)) {
                present[row / Long.SIZE] |= 1L << row;
                last[row] = steps.last(step);
                // The first step of all has none before it, and stands in for that itself.
                apart[count] = steps.first(step) - (count == 0 ? last[row] : before);
                before = last[row];
                count++;
            }
        }
        Column whole = Column.of(last, present);
        return new NumberColumns(whole, whole.isAbsent() ? null : Column.ofFirst(apart, count));
    }

    static NumberColumns read(OctetReader in, int size) {
        Column last = Column.read(in, size);
        return new NumberColumns(last, last.isAbsent() ? null : Column.readWhole(in, last.count()));
    }

    void write(OctetWriter out) {
        last.write(out);
        if (apart != null) {
            apart.write(out);
        }
    }

    /**
     * Adds each roll-up to a step.
     *
     * @param places to which one; to none where this is negative
     */
    void addTo(NumberSteps steps, int[] places) {
        if (apart == null) {
            return;
        }
        long[] lasts = last.values();
        long[] aparts = apart.values();
        int next = 0;
        long before = 0;
        for (int row = 0; row < places.length; row++) {
            if (last.has(row)) {
                long first = aparts[next] + (next == 0 ? lasts[row] : before);
                if (places[row] >= 0) {
                    steps.add(places[row], first, lasts[row]);
                }
                before = lasts[row];
                next++;
            }
        }
    }
}
