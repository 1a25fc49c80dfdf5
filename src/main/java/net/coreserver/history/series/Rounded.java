package net.coreserver.history.series;

/**
 * Numbers that are zero or more, rounded to 17 binary digits after the first: no further off than 4 parts in a million. They are the
 * bits of a {@code float} without the last six, so that their order is that of the numbers.
 */
final class Rounded {

    private static final int LEFT_OUT = 6;
    private static final int HALF = 1 << (LEFT_OUT - 1);

    /** The greatest that is finite. */
    private static final int MOST = Float.floatToIntBits(Float.MAX_VALUE) >>> LEFT_OUT;

    private Rounded() {}

    static int of(double number) {
        return Math.min(MOST, (Float.floatToIntBits((float) number) + HALF) >>> LEFT_OUT);
    }

    /** {@return the number; of what stands for none, the nearest} */
    static double number(long rounded) {
        return Float.intBitsToFloat(Math.clamp(rounded, 0, MOST) << LEFT_OUT);
    }
}
