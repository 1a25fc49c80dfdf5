package net.coreserver.api.interfaces;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import net.coreserver.api.http.Digest;
import net.coreserver.api.http.Representation;
import net.coreserver.api.targets.Reading;
import net.coreserver.interfaces.InterfaceSample;
import org.jspecify.annotations.Nullable;

/**
 * All samples of a reading as one JSON array, which can also be cut: every sample's JSON is a slice of known bounds and
 * known digest. The tag of an array is made of the digests of its slices, so that a list cut together anew needs no
 * second look at its bytes. Immutable.
 */
final class Slices {

    private final byte[] array;
    /** Where slice i begins; the last entry is where one more would. Between two slices stands one comma. */
    private final int[] starts;

    private final byte[] digests;
    private final Representation whole;

    private Slices(byte[] array, int[] starts, byte[] digests, Representation.Age age) {
        this.array = array;
        this.starts = starts;
        this.digests = digests;
        MessageDigest digest = Digest.start();
        digest.update(digests);
        this.whole = new Representation(array, Digest.entityTag(Digest.finish(digest)), age);
    }

    static Slices render(Reading reading, Form form, Representation.Age age) {
        var samples = reading.snapshot().interfaces();
        ByteArrayOutputStream array = new ByteArrayOutputStream(1024 * (1 + samples.size()));
        int[] starts = new int[samples.size() + 1];
        byte[] digests = new byte[samples.size() * Digest.LENGTH];
        MessageDigest digest = Digest.start();
        array.write('[');
        int index = 0;
        for (InterfaceSample sample : samples) {
            if (index > 0) {
                array.write(',');
            }
            starts[index] = array.size();
            byte[] slice = form.bytes(reading, sample);
            array.writeBytes(slice);
            digest.update(slice);
            System.arraycopy(Digest.finish(digest), 0, digests, index * Digest.LENGTH, Digest.LENGTH);
            index++;
        }
        starts[index] = array.size() + 1;
        array.write(']');
        return new Slices(array.toByteArray(), starts, digests, age);
    }

    /** The array of all samples: always the same bytes. */
    Representation whole() {
        return whole;
    }

    /** One sample alone. */
    Representation one(int index, Representation.Age age) {
        byte[] body = Arrays.copyOfRange(array, starts[index], end(index));
        byte[] digest = Arrays.copyOfRange(digests, index * Digest.LENGTH, (index + 1) * Digest.LENGTH);
        return new Representation(body, Digest.entityTag(digest), age);
    }

    private int end(int index) {
        return starts[index + 1] - 1;
    }

    /** Puts slices of any number of readings together. For one thread. */
    static final class Splice {

        private final ByteArrayOutputStream array = new ByteArrayOutputStream(16 * 1024);
        private final MessageDigest digest = Digest.start();

        Splice() {
            array.write('[');
        }

        void add(Slices from, int index) {
            divide();
            array.write(from.array, from.starts[index], from.end(index) - from.starts[index]);
            digest.update(from.digests, index * Digest.LENGTH, Digest.LENGTH);
        }

        void add(byte[] slice) {
            divide();
            array.writeBytes(slice);
            MessageDigest ofSlice = Digest.start();
            ofSlice.update(slice);
            digest.update(Digest.finish(ofSlice));
        }

        private void divide() {
            if (array.size() > 1) {
                array.write(',');
            }
        }

        Representation finish(Representation.@Nullable Age age) {
            array.write(']');
            return new Representation(array.toByteArray(), Digest.entityTag(Digest.finish(digest)), age);
        }
    }
}
