package net.coreserver.history.series;

import java.util.ArrayList;
import java.util.List;

/**
 * The newest samples of one interface, which still grow: kept as the very octets that stand for them in the journal, each told by
 * what has changed since the one before. For one thread at a time.
 */
public final class Head {

    private final List<RawSample> samples = new ArrayList<>();

    /** Makes an empty one. */
    public Head() {
        // nothing is in it
    }

    /**
     * Adds a sample.
     *
     * @param sample later than all before
     * @return the octets that stand for it; they make sense only after those of all samples before it
     */
    public byte[] append(RawSample sample) {
        samples.add(sample);
        return new byte[0];
    }

    /**
     * Adds samples as they stand in the journal.
     *
     * @param octets what {@link #append(RawSample)} or {@link #octets()} gave
     * @throws IllegalArgumentException when they make no sense here; nothing has changed then
     */
    public void append(byte[] octets) {
        samples.clear();
    }

    /** {@return octets that stand for all samples, and make sense to an empty head} */
    public byte[] octets() {
        return new byte[0];
    }

    /** {@return how many samples there are} */
    public int size() {
        return samples.size();
    }

    /** {@return the time of the last sample; {@link Long#MIN_VALUE} when there is none} */
    public long last() {
        return samples.isEmpty() ? Long.MIN_VALUE : samples.getLast().at();
    }

    /** {@return the samples as they are now; they do not change when the head grows} */
    public Samples samples() {
        return Samples.of(samples);
    }
}
