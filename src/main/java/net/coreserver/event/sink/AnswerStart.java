package net.coreserver.event.sink;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the start of an answer, reads over the rest so that the connection can be used again, and gives up an answer that does not
 * come to an end.
 */
final class AnswerStart implements BodySubscriber<String> {

    private static final int KEPT = 1024;
    private static final int LONGEST = 64 * 1024;

    private final CompletableFuture<String> text = new CompletableFuture<>();
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private @Nullable Subscription subscription;
    private int length;

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        for (ByteBuffer part : parts) {
            length += part.remaining();
            byte[] bytes = new byte[Math.min(part.remaining(), KEPT - start.size())];
            part.get(bytes);
            start.writeBytes(bytes);
        }
        if (length > LONGEST && subscription != null) {
            subscription.cancel();
            onComplete();
        }
    }

    @Override
    public void onError(Throwable failure) {
        text.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        text.complete(start.toString(StandardCharsets.UTF_8));
    }
}
