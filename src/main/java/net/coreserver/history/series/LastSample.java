package net.coreserver.history.series;

/**
 * The sample that the next one is told from, and how that is done. One octet says what follows: bit 0 that the next sample is
 * continuous, bit 1 that it is comparable, bit 2 that a state has changed, bit 3 the speed, bit 4 which counters there are, bit 5 a
 * counter. Then come the time and what has changed. The first sample is told from one that has nothing.
 *
 * <p>The format's document is {@code docs/history-format.md}.
 */
final class LastSample {

    private static final int CONTINUOUS = 1;
    private static final int COMPARABLE = 1 << 1;
    private static final int STATES = 1 << 2;
    private static final int SPEED = 1 << 3;
    private static final int PRESENT = 1 << 4;
    private static final int COUNTERS = 1 << 5;
    private static final int EVERYTHING = (1 << 6) - 1;

    private boolean isThere;
    private long at;
    private long interval;
    private int flags;
    private int states;
    private long speed;
    private int present;
    private final long[] counters;

    LastSample() {
        speed = RawSample.NONE;
        counters = new long[Counters.COUNT];
    }

    private LastSample(LastSample other) {
        isThere = other.isThere;
        at = other.at;
        interval = other.interval;
        flags = other.flags;
        states = other.states;
        speed = other.speed;
        present = other.present;
        counters = other.counters.clone();
    }

    LastSample copy() {
        return new LastSample(this);
    }

    boolean isThere() {
        return isThere;
    }

    long at() {
        return at;
    }

    boolean isContinuous() {
        return (flags & CONTINUOUS) != 0;
    }

    boolean isComparable() {
        return (flags & COMPARABLE) != 0;
    }

    RawSample sample() {
        return new RawSample(
                at, isContinuous(), isComparable(), states & 0xF, states >>> 4, speed, present, counters.clone());
    }

    /** Writes what makes the next sample of this one, and becomes that. */
    void write(RawSample next, OctetWriter out) {
        if (isThere && next.at() <= at) {
            throw new IllegalArgumentException("a sample is later than the one before it");
        }
        int nextStates = next.adminStatus() | next.operStatus() << 4;
        int changed = changedCounters(next);
        out.octet((next.isContinuous() ? CONTINUOUS : 0)
                | (next.isComparable() ? COMPARABLE : 0)
                | (nextStates == states ? 0 : STATES)
                | (next.speed() == speed ? 0 : SPEED)
                | (next.present() == present ? 0 : PRESENT)
                | (changed == 0 ? 0 : COUNTERS));
        out.zigzag(isThere ? next.at() - at - interval : next.at());
        if (nextStates != states) {
            out.octet(nextStates);
        }
        if (next.speed() != speed) {
            out.varint(next.speed() + 1);
        }
        if (next.present() != present) {
            out.varint(next.present());
        }
        if (changed != 0) {
            out.varint(changed);
            for (int rest = changed; rest != 0; rest &= rest - 1) {
                int index = Integer.numberOfTrailingZeros(rest);
                out.zigzag(next.bits(index) - counters[index]);
            }
        }
        become(next);
    }

    private int changedCounters(RawSample next) {
        int changed = 0;
        for (int i = 0; i < counters.length; i++) {
            // One that is not there any more has the value zero without a word.
            if (next.bits(i) != counters[i] && next.has(i)) {
                changed |= 1 << i;
            }
        }
        return changed;
    }

    private void become(RawSample next) {
        interval = isThere ? next.at() - at : 0;
        isThere = true;
        at = next.at();
        flags = (next.isContinuous() ? CONTINUOUS : 0) | (next.isComparable() ? COMPARABLE : 0);
        states = next.adminStatus() | next.operStatus() << 4;
        speed = next.speed();
        present = next.present();
        for (int i = 0; i < counters.length; i++) {
            counters[i] = next.bits(i);
        }
    }

    /** Becomes the next sample, as it was written; is of no use any more after an exception. */
    void read(OctetReader in) {
        int what = in.octet();
        require(what <= EVERYTHING);
        flags = what & (CONTINUOUS | COMPARABLE);
        readTime(in.zigzag());
        if ((what & STATES) != 0) {
            states = in.octet();
        }
        if ((what & SPEED) != 0) {
            speed = in.varint() - 1;
            require(speed >= RawSample.NONE);
        }
        if ((what & PRESENT) != 0) {
            present = in.varint(Counters.EVERY);
            for (int i = 0; i < counters.length; i++) {
                counters[i] &= -(present >>> i & 1);
            }
        }
        if ((what & COUNTERS) != 0) {
            int changed = in.varint(Counters.EVERY);
            require((changed & ~present) == 0);
            for (int rest = changed; rest != 0; rest &= rest - 1) {
                counters[Integer.numberOfTrailingZeros(rest)] += in.zigzag();
            }
        }
    }

    private void readTime(long difference) {
        require(Math.abs(difference) <= 2 * RawSample.FARTHEST && difference != Long.MIN_VALUE);
        if (isThere) {
            interval += difference;
            require(interval > 0);
            at += interval;
        } else {
            at = difference;
        }
        require(Math.abs(at) <= RawSample.FARTHEST);
        isThere = true;
    }

    private static void require(boolean makesSense) {
        if (!makesSense) {
            throw new IllegalArgumentException("the octets are no sample");
        }
    }
}
