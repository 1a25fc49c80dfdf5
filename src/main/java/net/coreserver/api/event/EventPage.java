package net.coreserver.api.event;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.CompletableFuture;
import net.coreserver.api.http.Cursor;
import net.coreserver.api.http.Query;
import net.coreserver.api.http.Representation;
import net.coreserver.event.Event;
import net.coreserver.event.EventBatch;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventJson;
import net.coreserver.event.EventReader;
import org.jspecify.annotations.Nullable;

/**
 * A page of events, the newest first.
 *
 * @param representation an array of them
 * @param next the text of the cursor at which it ended; null when there are no more
 */
record EventPage(Representation representation, @Nullable String next) {

    /** So many events are looked at for one page at most, whether they fit or not: it may have few of them, or none. */
    static final long MAX_LOOKED_AT = 20L * EventReader.STRETCH;

    /** A page that is longer, in octets, ends, however few events it has. */
    static final int MAX_OCTETS = 4 * 1024 * 1024;

    /** So many are read at once: a device may make each as long as 64 KiB. */
    private static final int AT_ONCE = 128;

    /**
     * Where the page before ended.
     *
     * @return the number of its last event, of which all on this page are smaller; for the first page, greater than all
     */
    static long before(Query query) {
        return Cursor.number(query).orElse(Long.MAX_VALUE);
    }

    /** Reads a page; it comes on any thread. */
    static CompletableFuture<EventPage> read(EventReader log, EventFilter filter, long before, int limit) {
        return new Reading(log, filter, limit, Math.min(before, log.newest() + 1)).goOn(before);
    }

    /** How far the reading of a page has come; one thread after the other. */
    private static final class Reading {

        private final EventReader log;
        private final EventFilter filter;
        private final int limit;
        private final long begin;
        private final ByteArrayOutputStream array = new ByteArrayOutputStream();
        private int count;
        private long last;

        Reading(EventReader log, EventFilter filter, int limit, long begin) {
            this.log = log;
            this.filter = filter;
            this.limit = limit;
            this.begin = begin;
        }

        /** One more than fit is asked for: only so it shows whether there is another page. */
        CompletableFuture<EventPage> goOn(long before) {
            return log.before(before, filter, Math.min(limit + 1 - count, AT_ONCE))
                    .thenCompose(this::take);
        }

        private CompletableFuture<EventPage> take(EventBatch batch) {
            for (Event event : batch.events()) {
                if (count == limit || array.size() > MAX_OCTETS) {
                    return page(last);
                }
                array.write(count == 0 ? '[' : ',');
                array.writeBytes(EventJson.bytes(event));
                last = event.id();
                count++;
            }
            if (batch.upTo() <= batch.oldest()) {
                return page(0);
            }
            return begin - batch.upTo() >= MAX_LOOKED_AT ? page(batch.upTo()) : goOn(batch.upTo());
        }

        /** Ends the page, with the number that the next one begins below; 0 for none. */
        private CompletableFuture<EventPage> page(long next) {
            if (count == 0) {
                array.write('[');
            }
            array.write(']');
            return CompletableFuture.completedFuture(new EventPage(
                    Representation.ofTheMoment(array.toByteArray()), next == 0 ? null : Cursor.encode(next)));
        }
    }
}
