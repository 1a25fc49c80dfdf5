package net.coreserver.api.http;

import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import net.coreserver.api.problem.Problems;

/**
 * Where requests do what takes longer than an event loop may be held. It is work for the processor alone, so there are no
 * more threads than processors, and they are platform threads: on virtual ones it would keep the polls waiting.
 */
@Singleton
public final class LongWork {

    /** So many interfaces are looked at in a millisecond or two. */
    public static final int MAX_INTERFACES_ON_EVENT_LOOP = 5_000;
    /** So many octets are compressed in less than a millisecond. */
    static final int MAX_OCTETS_ON_EVENT_LOOP = 256 * 1024;

    private static final int MAX_WAITING = 200;

    private final WorkerExecutor threads;
    private final AtomicInteger underWay = new AtomicInteger();

    LongWork(Vertx vertx) {
        threads = vertx.createSharedWorkerExecutor(
                "coreserver-long-work", Runtime.getRuntime().availableProcessors());
    }

    /**
     * Does something elsewhere.
     *
     * @param <T> what comes of it
     * @param work blocks for nothing but its own computing
     * @return what comes of it, on the event loop that this is called on; or, completed exceptionally, the problem that
     *     too much is waiting already
     */
    public <T> CompletableFuture<T> run(Supplier<T> work) {
        if (underWay.incrementAndGet() > MAX_WAITING) {
            underWay.decrementAndGet();
            return CompletableFuture.failedFuture(Problems.busy("More long reads wait than it serves at once."));
        }
        CompletableFuture<T> result = new CompletableFuture<>();
        var _ = threads.<T>executeBlocking(work::get, false).onComplete(done -> {
            underWay.decrementAndGet();
            if (done.succeeded()) {
                result.complete(done.result());
            } else {
                result.completeExceptionally(done.cause());
            }
        });
        return result;
    }

    @PreDestroy
    void close() {
        var _ = threads.close();
    }
}
