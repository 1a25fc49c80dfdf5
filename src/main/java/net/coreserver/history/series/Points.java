package net.coreserver.history.series;

import java.util.BitSet;

/** The values of one line, one for each step, some of which may be missing. Immutable. */
public final class Points {

    private final BitSet known;
    private final double[] values;
    private final long[] whole;
    private final int size;
    private final boolean isWhole;

    private Points(int size, boolean isWhole, BitSet known, double[] values, long[] whole) {
        this.size = size;
        this.isWhole = isWhole;
        this.known = known;
        this.values = values;
        this.whole = whole;
    }

    /**
     * The points of a rate.
     *
     * @param values where there is none, {@link Double#NaN}; the points' own from here on
     * @return the points
     */
    public static Points of(double[] values) {
        BitSet known = new BitSet(values.length);
        for (int i = 0; i < values.length; i++) {
            known.set(i, !Double.isNaN(values[i]));
        }
        return new Points(values.length, false, known, values, new long[0]);
    }

    /**
     * The points of a gauge or a counter.
     *
     * @param values whole numbers, unsigned; the points' own from here on
     * @param known which of them there are; the points' own from here on
     * @return the points
     */
    public static Points of(long[] values, BitSet known) {
        return new Points(values.length, true, known, new double[0], values);
    }

    /** {@return how many steps there are} */
    public int size() {
        return size;
    }

    /**
     * Tells whether there is a value.
     *
     * @param index of the step
     * @return whether there is none
     */
    public boolean isGap(int index) {
        return !known.get(index);
    }

    /** {@return whether the values are whole numbers, exact to the last digit} */
    public boolean isWhole() {
        return isWhole;
    }

    /**
     * The value, where it may be a fraction; of a whole number as near as it can be.
     *
     * @param index of the step
     * @return it; {@link Double#NaN} where there is none
     */
    public double value(int index) {
        if (isGap(index)) {
            return Double.NaN;
        }
        return isWhole ? unsigned(whole[index]) : values[index];
    }

    /**
     * The value, where it is a whole number.
     *
     * @param index of the step; there must be a value
     * @return its 64 bits, unsigned
     */
    public long bits(int index) {
        return whole[index];
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : bits + 0x1p64;
    }
}
