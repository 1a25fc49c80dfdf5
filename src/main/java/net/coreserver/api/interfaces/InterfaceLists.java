package net.coreserver.api.interfaces;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.coreserver.api.http.Answers;
import net.coreserver.api.http.Links;
import net.coreserver.api.http.LongWork;
import net.coreserver.api.http.Query;
import net.coreserver.api.targets.Reading;

/** Answers with lists of interfaces; long ones are made and compressed away from the event loop. */
@Singleton
final class InterfaceLists {

    private final Renderings renderings;
    private final Answers answers;
    private final LongWork longWork;

    InterfaceLists(Renderings renderings, Answers answers, LongWork longWork) {
        this.renderings = renderings;
        this.answers = answers;
        this.longWork = longWork;
    }

    /**
     * Answers.
     *
     * @param readings in natural order of their targets' names
     * @return the body
     */
    CompletableFuture<byte[]> answer(HttpServerRequest request, Query query, Listing listing, List<Reading> readings) {
        return cut(listing, readings)
                .thenCompose(page -> answers.prepare(request, page.representation())
                        .thenApply(representation ->
                                answers.answer(request, representation, Links.next(request, query, page.next()))));
    }

    private CompletableFuture<InterfacePage> cut(Listing listing, List<Reading> readings) {
        return isLong(listing, readings)
                ? longWork.run(() -> listing.cut(rendered(readings)))
                : CompletableFuture.completedFuture(listing.cut(rendered(readings)));
    }

    private List<Rendering> rendered(List<Reading> readings) {
        return readings.stream().map(renderings::of).toList();
    }

    private static boolean isLong(Listing listing, List<Reading> readings) {
        if (!listing.looksAtEach()) {
            return false;
        }
        int interfaces = 0;
        for (Reading reading : readings) {
            interfaces += reading.snapshot().interfaces().size();
        }
        return interfaces > LongWork.MAX_INTERFACES_ON_EVENT_LOOP;
    }
}
