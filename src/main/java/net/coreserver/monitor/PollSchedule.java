package net.coreserver.monitor;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/**
 * When a target is polled. Its slots stand an interval apart, with a phase of its own, so that targets of one interval are
 * not polled in step; each poll comes a little before or after its slot, so that none meets another forever; and as the
 * slots stay where they are, the interval is kept in the mean. Slots that have passed are left out, never caught up with.
 *
 * <p>Times are those of {@link System#nanoTime()}. For one thread.
 */
final class PollSchedule {

    /** How far a poll may be from its slot, as a part of the interval. */
    static final double JITTER = 0.05;

    private final DoubleSupplier random;
    private long slot;
    private long planned;
    private Duration interval = Duration.ZERO;

    /**
     * Makes a schedule; {@link #begin} comes first.
     *
     * @param random gives numbers from 0 to 1
     */
    PollSchedule(DoubleSupplier random) {
        this.random = random;
    }

    /**
     * A session has been opened: the first poll is due at once, and the second between half an interval and one and a half
     * after it, which makes any phase as likely as any other.
     */
    void begin(long now, Duration effective) {
        interval = effective;
        planned = now;
        slot = now + part(random.getAsDouble() - 0.5);
    }

    /** When the next poll is due. */
    long planned() {
        return planned;
    }

    /** Whether the next poll is due. */
    boolean isDue(long now) {
        return now - planned >= 0;
    }

    /**
     * A poll has ended. If it took until the next one was due, it has served for that one, too.
     *
     * @param effective the interval from now on
     */
    void polled(long now, Duration effective) {
        interval = effective;
        if (isDue(now)) {
            slot += effective.toNanos();
            long behind = now - slot;
            if (behind >= 0) {
                slot += (behind / effective.toNanos() + 1) * effective.toNanos();
            }
            planned = slot + part((random.getAsDouble() * 2 - 1) * JITTER);
        }
    }

    /** The interval may have been changed; if so, the slots are laid anew, with another phase, the first within the new one. */
    void follow(long now, Duration effective) {
        if (!effective.equals(interval)) {
            interval = effective;
            slot = now + part(random.getAsDouble());
            planned = slot;
        }
    }

    private long part(double share) {
        return (long) (interval.toNanos() * share);
    }
}
