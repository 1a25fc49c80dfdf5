package net.coreserver.history.series;

import org.jspecify.annotations.Nullable;

/**
 * One rate of several roll-ups: for how much of the step it is not known, and of those steps in which it is known at all its mean, how
 * far the least is below that and the greatest above.
 */
final class RateColumns {

    private final Column missing;

    /** Null when it is never known, like the others. */
    private final @Nullable Column mean;

    private final @Nullable Column below;
    private final @Nullable Column above;

    private RateColumns(Column missing, @Nullable Column mean, @Nullable Column below, @Nullable Column above) {
        this.missing = missing;
        this.mean = mean;
        this.below = below;
        this.above = above;
    }

    /** Takes what is known of some steps. */
    static RateColumns of(RateSteps steps, int[] chosen, long width) {
        long[] missing = new long[chosen.length];
        long[] present = new long[Column.words(chosen.length)];
        long[] mean = new long[chosen.length];
        long[] below = new long[chosen.length];
        long[] above = new long[chosen.length];
        int count = 0;
        for (int row = 0; row < chosen.length; row++) {
            int step = chosen[row];
            if (steps.covered(step) > 0) {
                present[row / Long.SIZE] |= 1L << row;
                missing[row] = width - steps.covered(step);
                long least = Rounded.of(steps.least(step));
                long greatest = Rounded.of(steps.greatest(step));
                mean[count] = Math.clamp(Rounded.of(steps.mean(step)), least, greatest);
                below[count] = mean[count] - least;
                above[count] = greatest - mean[count];
                count++;
            }
        }
        Column whole = Column.of(missing, present);
        return whole.isAbsent()
                ? new RateColumns(whole, null, null, null)
                : new RateColumns(
                        whole, Column.ofFirst(mean, count), Column.ofFirst(below, count), Column.ofFirst(above, count));
    }

    static RateColumns read(OctetReader in, int size) {
        Column missing = Column.read(in, size);
        if (missing.isAbsent()) {
            return new RateColumns(missing, null, null, null);
        }
        return new RateColumns(
                missing,
                Column.readWhole(in, missing.count()),
                Column.readWhole(in, missing.count()),
                Column.readWhole(in, missing.count()));
    }

    void write(OctetWriter out) {
        missing.write(out);
        if (mean != null && below != null && above != null) {
            mean.write(out);
            below.write(out);
            above.write(out);
        }
    }

    /**
     * Adds each roll-up to a step.
     *
     * @param places to which one; to none where this is negative
     */
    void addTo(RateSteps steps, int[] places, long width) {
        if (mean == null || below == null || above == null) {
            return;
        }
        long[] missed = missing.values();
        long[] means = mean.values();
        long[] belows = below.values();
        long[] aboves = above.values();
        int next = 0;
        for (int row = 0; row < places.length; row++) {
            if (missing.has(row)) {
                int known = next++;
                if (places[row] >= 0) {
                    steps.add(
                            places[row],
                            Math.clamp(width - missed[row], 1, width),
                            Rounded.number(means[known]),
                            Rounded.number(means[known] - belows[known]),
                            Rounded.number(means[known] + aboves[known]));
                }
            }
        }
    }
}
