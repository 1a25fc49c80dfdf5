package net.coreserver.event;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Takes what happens, for the log. Safe for use by any number of threads. */
public interface EventRecorder {

    /**
     * Takes an entry. It is in the log, and told, as soon as it is on the disk, in the order in which it was given; what a target
     * tells in excess is dropped, which is an event of its own. Never blocks and never fails.
     *
     * @param entry what happened, and what is known by it
     */
    void record(LogEntry entry);

    /**
     * Tells which notifications have been dealt with lately.
     *
     * @param target who sent them
     * @param stream over which stream
     * @return their marks, the latest {@code eventTime} first; or, completed exceptionally, a {@link
     *     net.coreserver.store.StoreUnavailableException}
     */
    CompletableFuture<List<NotificationMark>> marks(String target, String stream);

    /**
     * Tells what was known of a target when its changes were last told.
     *
     * @param target its name
     * @return that; empty when nothing was told yet; or, completed exceptionally, a {@link
     *     net.coreserver.store.StoreUnavailableException}
     */
    CompletableFuture<Optional<Baseline>> baseline(String target);
}
