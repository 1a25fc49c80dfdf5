package net.coreserver.api.event;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.coreserver.api.http.Query;
import net.coreserver.api.problem.Problems;
import net.coreserver.event.EventFilter;
import org.jspecify.annotations.Nullable;

/**
 * What the client of a stream wants.
 *
 * @param format how events are written
 * @param filter which ones
 * @param start where it begins
 * @param isFollowing whether it goes on with what happens, once it has everything that there is
 */
record StreamWish(StreamFormat format, EventFilter filter, Start start, boolean isFollowing) {

    static final String FOLLOW = "follow";
    static final String LAST_EVENT_ID = "lastEventId";
    static final String AFTER = "after";

    /** The parameters of streams alone, but for {@code after}, which pages have, too. */
    static final List<String> PARAMETERS = List.of(AFTER, LAST_EVENT_ID, FOLLOW);

    private static final String IS_OF_A_LIST = "belongs to a list, and not to a stream";

    /** Where a stream begins. */
    sealed interface Start {

        /** Behind everything that there is. */
        record Now() implements Start {}

        /**
         * Behind an event.
         *
         * @param id its number; 0 for before the oldest
         */
        record Behind(long id) implements Start {}

        /** Behind what is no event of this log, nor of any. */
        record Unknown() implements Start {}
    }

    /**
     * What a request wants.
     *
     * @param lastEventId what its header of that name says; null when it has none
     * @param now what relative times go back from
     */
    static StreamWish of(StreamFormat format, Query query, @Nullable String lastEventId, Instant now) {
        boolean isFollowing = switch (format) {
            case EVENT_STREAM -> {
                refuse(query, Filtering.FROM, IS_OF_A_LIST);
                refuse(query, Filtering.TO, IS_OF_A_LIST);
                refuse(query, FOLLOW, "belongs to lines; a stream of events always goes on");
                yield true;
            }
            case LINES -> follows(query);
        };
        refuse(query, "limit", IS_OF_A_LIST);
        if (isFollowing) {
            refuse(query, Filtering.TO, "does not go with follow, which has no end");
        }
        return new StreamWish(format, Filtering.of(query, now), start(format, query, lastEventId), isFollowing);
    }

    private static void refuse(Query query, String name, String rule) {
        if (query.has(name)) {
            throw Problems.invalidParameter(name, rule);
        }
    }

    private static boolean follows(Query query) {
        List<String> words = List.of("true", "false");
        return query.one(FOLLOW)
                .map(word -> {
                    if (!words.contains(word)) {
                        throw Problems.invalidParameter(FOLLOW, word, words);
                    }
                    return Boolean.valueOf(word);
                })
                .orElse(false);
    }

    /** A browser that comes back has the header, whatever the URL said when it came first. */
    private static Start start(StreamFormat format, Query query, @Nullable String lastEventId) {
        Optional<Start> ofUrl = parameter(query, LAST_EVENT_ID)
                .or(() -> parameter(query, AFTER))
                .map(Start.Behind::new);
        if (lastEventId != null && !lastEventId.isBlank()) {
            return EventNumber.parse(lastEventId.strip())
                    .<Start>map(Start.Behind::new)
                    .orElseGet(Start.Unknown::new);
        }
        return ofUrl.orElseGet(() -> switch (format) {
            case EVENT_STREAM -> new Start.Now();
            case LINES -> new Start.Behind(0);
        });
    }

    private static Optional<Long> parameter(Query query, String name) {
        return query.one(name)
                .map(text -> EventNumber.parse(text)
                        .orElseThrow(() -> Problems.invalidParameter(
                                name,
                                "is the id of the event to go on from, a whole number, or 0 to begin at the oldest")));
    }
}
