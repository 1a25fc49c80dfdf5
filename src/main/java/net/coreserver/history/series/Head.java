package net.coreserver.history.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The newest samples of one interface, which still grow: kept as the very octets that stand for them in the journal, each told by
 * what has changed since the one before. For one thread at a time.
 */
public final class Head {

    /** No sample is longer. */
    private static final int LONGEST = 1 + 10 + 1 + 10 + 2 + 2 + 10 * Counters.COUNT;

    /** There may be very many heads, so that none has much more room than it fills. */
    private static final int LEAST_GROWTH = 64;

    private LastSample last = new LastSample();
    private byte[] octets = new byte[0];
    private int length;
    private int size;

    /** Makes an empty one. */
    public Head() {
        // nothing is in it
    }

    /**
     * Reads samples from the octets of a head, without one.
     *
     * @param octets what {@link #octets()} gave
     * @return the samples
     * @throws IllegalArgumentException when the octets make no sense
     */
    public static Samples samples(byte[] octets) {
        List<RawSample> samples = new ArrayList<>();
        LastSample last = new LastSample();
        OctetReader in = new OctetReader(octets);
        while (!in.isAtEnd()) {
            last.read(in);
            samples.add(last.sample());
        }
        return Samples.of(samples);
    }

    /**
     * Adds a sample.
     *
     * @param sample later than all before
     * @return the octets that stand for it; they make sense only after those of all samples before it
     * @throws IllegalArgumentException when it is not later; nothing has changed then
     */
    public byte[] append(RawSample sample) {
        OctetWriter out = new OctetWriter(LONGEST);
        last.write(sample, out);
        byte[] added = out.toArray();
        keep(added);
        size++;
        return added;
    }

    /**
     * Adds samples as they stand in the journal.
     *
     * @param octets what {@link #append(RawSample)} or {@link #octets()} gave
     * @throws IllegalArgumentException when they make no sense here; nothing has changed then
     */
    public void append(byte[] octets) {
        LastSample next = last.copy();
        OctetReader in = new OctetReader(octets);
        int added = 0;
        while (!in.isAtEnd()) {
            next.read(in);
            added++;
        }
        last = next;
        keep(octets);
        size += added;
    }

    private void keep(byte[] added) {
        if (length + added.length > octets.length) {
            octets = Arrays.copyOf(octets, length + Math.max(added.length, Math.max(LEAST_GROWTH, length / 8)));
        }
        System.arraycopy(added, 0, octets, length, added.length);
        length += added.length;
    }

    /**
     * The whole head. A reader that must not keep the head from growing takes this and reads it by {@link #samples(byte[])}.
     *
     * @return octets that stand for all samples, and make sense to an empty head
     */
    public byte[] octets() {
        return Arrays.copyOf(octets, length);
    }

    /** {@return how many samples there are} */
    public int size() {
        return size;
    }

    /** {@return the time of the last sample; {@link Long#MIN_VALUE} when there is none} */
    public long last() {
        return last.isThere() ? last.at() : Long.MIN_VALUE;
    }

    /** {@return the samples as they are now; they do not change when the head grows} */
    public Samples samples() {
        return samples(octets());
    }
}
