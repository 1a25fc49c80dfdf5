package net.coreserver.history.series;

import java.time.Instant;
import java.util.Arrays;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.Metric;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/** What is kept of a sample: its time, its states, its speed and its counters, as plain numbers. Immutable. */
public final class RawSample {

    /** Stands for a speed that is not known. */
    public static final long NONE = -1;

    /** No sample is further from the epoch, on either side: some 140,000 years, so that no sum of times overflows. */
    static final long FARTHEST = 1L << 52;

    static final int GREATEST_STATE = 15;

    private final long at;
    private final boolean isContinuous;
    private final boolean isComparable;
    private final int adminStatus;
    private final int operStatus;
    private final long speed;
    private final int present;
    private final long[] counters;

    /**
     * Puts a sample together.
     *
     * @param at when it was taken
     * @param isContinuous whether what the sample before it showed held until this one: the target was seen all the time
     * @param isComparable whether the counters can be compared with those of the sample before it
     * @param adminStatus the number of the state; 0 when it is not known, or no word of the model
     * @param operStatus likewise
     * @param speed in bits a second; {@link #NONE} when it is not known
     * @param present which counters there are: bit 0 stands for the first of {@link Counters#ALL}, and so on
     * @param counters their 64 bits each, in that order; 0 for one that is not there; the sample's own from here on
     * @throws IllegalArgumentException when a number is none of these, or the time is beyond all sense
     */
    public RawSample(
            long at,
            boolean isContinuous,
            boolean isComparable,
            int adminStatus,
            int operStatus,
            long speed,
            int present,
            long[] counters) {
        if (at > FARTHEST
                || at < -FARTHEST
                || (adminStatus | operStatus) < 0
                || (adminStatus | operStatus) > GREATEST_STATE
                || speed < NONE
                || (present & ~Counters.EVERY) != 0
                || counters.length != Counters.COUNT) {
            throw new IllegalArgumentException("this cannot be a sample");
        }
        for (int i = 0; i < counters.length; i++) {
            if (counters[i] != 0 && (present >>> i & 1) == 0) {
                throw new IllegalArgumentException("a counter that is not there has a value");
            }
        }
        this.at = at;
        this.isContinuous = isContinuous;
        this.isComparable = isComparable;
        this.adminStatus = adminStatus;
        this.operStatus = operStatus;
        this.speed = speed;
        this.present = present;
        this.counters = counters;
    }

    /**
     * Takes what is kept out of a sample.
     *
     * @param at when it was taken
     * @param sample what was seen
     * @param isContinuous whether the target was seen all the time since the sample before
     * @param isComparable whether the counters can be compared with those of the sample before
     * @return what is kept of it
     */
    public static RawSample of(Instant at, InterfaceSample sample, boolean isContinuous, boolean isComparable) {
        long[] counters = new long[Counters.ALL.size()];
        int present = 0;
        Statistics statistics = sample.statistics();
        if (statistics != null) {
            for (int i = 0; i < counters.length; i++) {
                Counter64 counter = Counters.ALL.get(i).counter(statistics);
                if (counter != null) {
                    present |= 1 << i;
                    counters[i] = counter.bits();
                }
            }
        }
        Long speed = sample.speedBitsPerSecond();
        return new RawSample(
                at.toEpochMilli(),
                isContinuous,
                isComparable,
                number(sample.adminStatus()),
                number(sample.operStatus()),
                speed == null ? NONE : speed,
                present,
                counters);
    }

    private static int number(@Nullable AdminStatus status) {
        return status instanceof AdminStatus.Known known ? known.number() : 0;
    }

    private static int number(@Nullable OperStatus status) {
        return status instanceof OperStatus.Known known ? known.number() : 0;
    }

    /** {@return when it was taken} */
    public long at() {
        return at;
    }

    /** {@return whether what the sample before it showed held until this one: the target was seen all the time} */
    public boolean isContinuous() {
        return isContinuous;
    }

    /** {@return whether the counters can be compared with those of the sample before it} */
    public boolean isComparable() {
        return isComparable;
    }

    /** {@return the number of the state; 0 when it is not known, or no word of the model} */
    public int adminStatus() {
        return adminStatus;
    }

    /** {@return the number of the state; 0 when it is not known, or no word of the model} */
    public int operStatus() {
        return operStatus;
    }

    /** {@return the bandwidth in bits a second; {@link #NONE} when it is not known} */
    public long speed() {
        return speed;
    }

    /** {@return which counters there are: bit 0 stands for the first of {@link Counters#ALL}, and so on} */
    public int present() {
        return present;
    }

    /**
     * Tells whether there is a counter.
     *
     * @param counter one of {@link Counters#ALL}
     * @return whether the target sent it
     */
    public boolean has(Metric counter) {
        return has(Counters.index(counter));
    }

    /**
     * The value of a counter.
     *
     * @param counter one of {@link Counters#ALL}
     * @return its 64 bits, unsigned; 0 when it is not there
     */
    public long counter(Metric counter) {
        return counters[Counters.index(counter)];
    }

    boolean has(int index) {
        return (present >>> index & 1) != 0;
    }

    long bits(int index) {
        return counters[index];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RawSample sample
                && at == sample.at
                && isContinuous == sample.isContinuous
                && isComparable == sample.isComparable
                && adminStatus == sample.adminStatus
                && operStatus == sample.operStatus
                && speed == sample.speed
                && present == sample.present
                && Arrays.equals(counters, sample.counters);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(at) + Arrays.hashCode(counters);
    }

    @Override
    public String toString() {
        return "RawSample[at=" + at + ", isContinuous=" + isContinuous + ", isComparable=" + isComparable
                + ", adminStatus=" + adminStatus + ", operStatus=" + operStatus + ", speed=" + speed + ", present="
                + present + ", counters=" + Arrays.toString(counters) + "]";
    }
}
