package net.coreserver.api;

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
import org.jspecify.annotations.Nullable;

/** Answers reads: with the representation, or with word that the client has it already. Source: RFC 9110 section 13. */
@Singleton
final class Answers {

    private static final CharSequence NO_CACHE = HttpHeaders.createOptimized("no-cache");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Accept-Encoding");
    private static final CharSequence LINK = HttpHeaders.createOptimized("Link");
    private static final byte[] NOTHING = {};

    private final InstantSource clock;

    Answers(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Answers a read.
     *
     * @return the body, which is empty when the client has it already
     */
    byte[] answer(HttpServerRequest request, Representation representation) {
        HttpServerResponse response = request.response();
        MultiMap headers = response.headers();
        headers.add(HttpHeaders.ETAG, representation.entityTag());
        headers.add(HttpHeaders.CACHE_CONTROL, NO_CACHE);
        headers.add(HttpHeaders.VARY, VARY);
        Representation.Age age = representation.age();
        if (age != null) {
            long seconds = Duration.between(age.takenAt(), clock.instant()).toSeconds();
            headers.add(HttpHeaders.LAST_MODIFIED, age.lastModified());
            // A clock that was set back makes no negative age.
            headers.add(HttpHeaders.AGE, Long.toString(Math.max(0, seconds)));
        }
        if (isKnownToClient(request, representation)) {
            response.setStatusCode(HttpResponseStatus.NOT_MODIFIED.code());
            return NOTHING;
        }
        if (request.method().equals(HttpMethod.HEAD)) {
            headers.add(HttpHeaders.CONTENT_LENGTH, Integer.toString(representation.body().length));
        }
        return representation.body();
    }

    /**
     * Answers a read of a page.
     *
     * @param link what the field {@code Link} says; null for nothing
     */
    byte[] answer(HttpServerRequest request, Representation representation, @Nullable String link) {
        if (link != null) {
            request.response().headers().set(LINK, link);
        }
        return answer(request, representation);
    }

    /** Answers with what nobody may keep. */
    static byte[] answerOnce(HttpServerRequest request, byte[] body) {
        request.response().headers().set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        return body;
    }

    private static boolean isKnownToClient(HttpServerRequest request, Representation representation) {
        List<String> tags = request.headers().getAll(HttpHeaders.IF_NONE_MATCH);
        if (!tags.isEmpty()) {
            return EntityTags.include(tags, representation.entityTag());
        }
        Representation.Age age = representation.age();
        String since = request.getHeader(HttpHeaders.IF_MODIFIED_SINCE);
        if (age == null || since == null) {
            return false;
        }
        Instant changedAt = age.changedAt();
        return HttpDate.parse(since).filter(time -> !changedAt.isAfter(time)).isPresent();
    }
}
