package net.coreserver.api.http;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.coreserver.api.problem.Problems;
import org.jspecify.annotations.Nullable;

/** Answers reads: with the representation, or with word that the client has it already. Source: RFC 9110 section 13. */
@Singleton
public final class Answers {

    /** Answers that are shorter, in octets, come compressed only to who takes nothing else. */
    public static final int MIN_COMPRESSED_LENGTH = AcceptedCodings.MIN_LENGTH;

    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Accept-Encoding");
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final byte[] NOTHING = {};

    private final InstantSource clock;
    private final LongWork longWork;

    Answers(InstantSource clock, LongWork longWork) {
        this.clock = clock;
        this.longWork = longWork;
    }

    /**
     * Sees to it that a read can be answered at once: what takes long to compress is compressed away from the event
     * loop.
     *
     * @param request that is to be answered
     * @param representation what it is to be answered with
     * @return the same representation, when it is ready
     */
    public CompletableFuture<Representation> prepare(HttpServerRequest request, Representation representation) {
        if (representation.body().length > LongWork.MAX_OCTETS_ON_EVENT_LOOP) {
            AcceptedCodings accepted = accepted(request);
            ContentCoding coding = choose(accepted, representation);
            if (!representation.hasAtHand(coding) && knownTag(request, representation, accepted, coding) == null) {
                return longWork.run(() -> {
                    representation.body(coding);
                    return representation;
                });
            }
        }
        return CompletableFuture.completedFuture(representation);
    }

    /**
     * Answers a read.
     *
     * @param request that is answered
     * @param representation what it is answered with
     * @return the body, which is empty when the client has it already
     */
    public byte[] answer(HttpServerRequest request, Representation representation) {
        AcceptedCodings accepted = accepted(request);
        ContentCoding coding = choose(accepted, representation);
        String knownTag = knownTag(request, representation, accepted, coding);
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        headers.add(HttpHeaders.ETAG, knownTag == null ? representation.entityTag(coding) : knownTag);
        headers.add(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        headers.add(HttpHeaders.VARY, VARY);
        Representation.Age age = representation.age();
        if (age != null) {
            long seconds = Duration.between(age.takenAt(), clock.instant()).toSeconds();
            headers.add(HttpHeaders.LAST_MODIFIED, age.lastModified());
            // A clock that was set back makes no negative age.
            headers.add(HttpHeaders.AGE, Long.toString(Math.max(0, seconds)));
        }
        if (knownTag != null) {
            response.setStatusCode(HttpResponseStatus.NOT_MODIFIED.code());
            return NOTHING;
        }
        if (coding == ContentCoding.GZIP) {
            headers.add(HttpHeaders.CONTENT_ENCODING, GZIP);
        }
        byte[] body = representation.body(coding);
        if (request.method().equals(HttpMethod.HEAD)) {
            headers.add(HttpHeaders.CONTENT_LENGTH, Integer.toString(body.length));
        }
        return body;
    }

    /**
     * Answers a read of a page.
     *
     * @param request that is answered
     * @param representation the page
     * @param link what the field {@code Link} says; null for nothing
     * @return the body, which is empty when the client has it already
     */
    public byte[] answer(HttpServerRequest request, Representation representation, @Nullable String link) {
        if (link != null) {
            request.response().headers().set(LINK, link);
        }
        return answer(request, representation);
    }

    /**
     * Answers with what nobody may keep.
     *
     * @param request that is answered
     * @param body what it is answered with
     * @return the same body
     */
    public static byte[] answerOnce(HttpServerRequest request, byte[] body) {
        request.response().headers().set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        return body;
    }

    private static AcceptedCodings accepted(HttpServerRequest request) {
        return AcceptedCodings.of(request.headers().getAll(HttpHeaders.ACCEPT_ENCODING));
    }

    private static ContentCoding choose(AcceptedCodings accepted, Representation representation) {
        return accepted.choose(representation.body().length).orElseThrow(Problems::notAcceptableCoding);
    }

    /**
     * The tag of what the client has already and need not get again; null when it has to. Of the codings that it takes, it
     * may have either.
     */
    private static @Nullable String knownTag(
            HttpServerRequest request, Representation representation, AcceptedCodings accepted, ContentCoding coding) {
        List<String> tags = request.headers().getAll(HttpHeaders.IF_NONE_MATCH);
        String tag = representation.entityTag(coding);
        if (!tags.isEmpty()) {
            if (EntityTags.include(tags, tag)) {
                return tag;
            }
            ContentCoding other = switch (coding) {
                case GZIP -> ContentCoding.IDENTITY;
                case IDENTITY -> ContentCoding.GZIP;
            };
            String otherTag = representation.entityTag(other);
            return accepted.include(other) && EntityTags.include(tags, otherTag) ? otherTag : null;
        }
        Representation.Age age = representation.age();
        String since = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
        if (age == null || since == null) {
            return null;
        }
        Instant changedAt = age.changedAt();
        return HttpDate.parse(since).filter(time -> !changedAt.isAfter(time)).isPresent() ? tag : null;
    }
}
