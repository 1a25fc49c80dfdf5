package net.coreserver.event.notification;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.util.Optional;
import net.coreserver.netconf.discovery.EventStream;
import org.jspecify.annotations.Nullable;

/**
 * How a subscription goes on where the last one ended.
 *
 * @param startTime from when on the server is asked to replay; null when it is not
 * @param gap what is not heard of any more; null when nothing is missing
 * @param doubt what is not heard of any more unless the replay repeats the last that was heard; null when that is no question
 */
record Seam(
        @Nullable Instant startTime,
        @Nullable Gap gap,
        @Nullable Gap doubt) {

    /** For a subscription that is the first: it has nothing to go on with. */
    static final Seam NONE = new Seam(null, null, null);

    /**
     * What is not heard of any more.
     *
     * @param from the last that was heard is of this time
     * @param to from this time on all is heard again, by the clock of the server; null for the present
     * @param reason why, as the end of a sentence
     */
    record Gap(Instant from, @Nullable Instant to, String reason) {}

    /**
     * The seam with a stream.
     *
     * @param position the last that was heard is of this time
     * @param startTime from when on a replay misses nothing
     * @param stream what the server says of it
     */
    static Seam with(Instant position, Instant startTime, EventStream stream) {
        if (!stream.replaySupport()) {
            return without(position, "the server does not replay this stream");
        }
        Instant created = stream.replayLogCreationTime();
        if (created != null && created.isAfter(position)) {
            return new Seam(startTime, new Gap(position, created, "the server keeps them since then only"), null);
        }
        Instant aged = stream.replayLogAgedTime();
        if (aged != null && aged.isAfter(position)) {
            return new Seam(startTime, new Gap(position, aged, "the server has not kept them for so long"), null);
        }
        // A server that is restarted quickly begins its log in the second in which the old one ended.
        boolean isOlder = created != null && created.truncatedTo(SECONDS).isBefore(position.truncatedTo(SECONDS));
        String another = "the server does not repeat what was heard last, so that it keeps them only since later";
        return new Seam(startTime, null, isOlder ? null : new Gap(position, created, another));
    }

    /** The seam with a stream that cannot be replayed. */
    static Seam without(Instant position, String reason) {
        return new Seam(null, new Gap(position, null, reason), null);
    }

    /** {@return from when on the server has all, when that is later than we heard last} */
    Optional<Instant> resumedAt() {
        return Optional.ofNullable(gap).map(Gap::to);
    }
}
