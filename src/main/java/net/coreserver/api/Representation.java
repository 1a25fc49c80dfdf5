package net.coreserver.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a read answers with: JSON, and what a client needs to know whether it has it already. Many requests share one, so
 * whoever holds the body must not write to it.
 */
final class Representation {

    private final byte[] body;
    private final String entityTag;
    private final @Nullable Age age;

    /**
     * Makes a representation.
     *
     * @param body JSON in UTF-8
     * @param entityTag a strong one, in its quotes; RFC 9110 section 8.8.3
     * @param age when it was made; null for what is made anew for each request
     */
    Representation(byte[] body, String entityTag, @Nullable Age age) {
        this.body = body;
        this.entityTag = entityTag;
        this.age = age;
    }

    /** What is made anew for each request. */
    static Representation ofTheMoment(byte[] body) {
        return new Representation(body, Digest.entityTagOf(body), null);
    }

    byte[] body() {
        return body;
    }

    String entityTag() {
        return entityTag;
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
    record Age(Instant changedAt, String lastModified, Instant takenAt) {

        static Age of(Instant changedAt, Instant takenAt) {
            return new Age(changedAt.truncatedTo(ChronoUnit.SECONDS), HttpDate.format(changedAt), takenAt);
        }
    }
}
