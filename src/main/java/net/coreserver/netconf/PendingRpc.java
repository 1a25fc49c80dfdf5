package net.coreserver.netconf;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** An rpc that waits for its reply. */
final class PendingRpc<T> {

    private final String messageId;
    private final String operation;
    private final ReplyReader<T> reader;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile @Nullable IncomingMessage reply;

    PendingRpc(String messageId, String operation, ReplyReader<T> reader) {
        this.messageId = messageId;
        this.operation = operation;
        this.reader = reader;
    }

    String messageId() {
        return messageId;
    }

    String operation() {
        return operation;
    }

    ReplyReader<T> reader() {
        return reader;
    }

    CompletableFuture<T> result() {
        return result;
    }

    /** The reply has begun to arrive. */
    void replyBegins(IncomingMessage message) {
        reply = message;
        if (result.isDone()) {
            message.abandon();
        }
    }

    boolean hasReplyBegun() {
        return reply != null;
    }

    /** Whoever asked no longer waits: a reply that is being read is read no further. */
    void abandon() {
        result.cancel(false);
        IncomingMessage message = reply;
        if (message != null) {
            message.abandon();
        }
    }
}
