package net.coreserver.api.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What a read answers with: JSON, and what a client needs to know whether it has it already. Many requests share one, so
 * whoever holds a body must not write to it. The first who wants it compressed compresses it for all.
 */
public final class Representation {

    private final byte[] body;
    private final String entityTag;
    private final @Nullable Age age;
    private final ReentrantLock compressing = new ReentrantLock();
    private volatile byte @Nullable [] compressed;

    /**
     * Makes a representation.
     *
     * @param body JSON in UTF-8
     * @param entityTag a strong one, in its quotes; RFC 9110 section 8.8.3
     * @param age when it was made; null for what is made anew for each request
     */
    public Representation(byte[] body, String entityTag, @Nullable Age age) {
        this.body = body;
        this.entityTag = entityTag;
        this.age = age;
    }

    /**
     * What is made anew for each request.
     *
     * @param body JSON in UTF-8
     * @return the representation
     */
    public static Representation ofTheMoment(byte[] body) {
        return new Representation(body, Digest.entityTagOf(body), null);
    }

    /**
     * What it is when it is not coded.
     *
     * @return shared; not to be written to
     */
    public byte[] body() {
        return body;
    }

    byte[] body(ContentCoding coding) {
        return switch (coding) {
            case IDENTITY -> body;
            case GZIP -> compressed();
        };
    }

    /** Whether a body can be had without work. */
    boolean hasAtHand(ContentCoding coding) {
        return switch (coding) {
            case IDENTITY -> true;
            case GZIP -> compressed != null;
        };
    }

    private byte[] compressed() {
        byte[] known = compressed;
        if (known != null) {
            return known;
        }
        compressing.lock();
        try {
            byte[] meanwhile = compressed;
            if (meanwhile != null) {
                return meanwhile;
            }
            byte[] made = Gzip.compress(body);
            compressed = made;
            return made;
        } finally {
            compressing.unlock();
        }
    }

    /**
     * The tag of the body that is not coded.
     *
     * @return a strong one, in its quotes
     */
    public String entityTag() {
        return entityTag;
    }

    /** The tag of a body: other octets, another tag, since it is a strong one. */
    String entityTag(ContentCoding coding) {
        return switch (coding) {
            case IDENTITY -> entityTag;
            case GZIP -> entityTag.substring(0, entityTag.length() - 1) + "-gzip\"";
        };
    }

    @Nullable Age age() {
        return age;
    }

    /**
     * When a representation was made.
     *
     * @param changedAt when it came to be what it is, in whole seconds
     * @param lastModified the same as an HTTP date
     * @param takenAt when the oldest part of it was taken
     */
    public record Age(Instant changedAt, String lastModified, Instant takenAt) {

        /**
         * The age of what changed and was taken at some time.
         *
         * @param changedAt when it came to be what it is
         * @param takenAt when the oldest part of it was taken
         * @return the age
         */
        public static Age of(Instant changedAt, Instant takenAt) {
            return new Age(changedAt.truncatedTo(ChronoUnit.SECONDS), HttpDate.format(changedAt), takenAt);
        }
    }
}
