package net.coreserver.event.sink;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLException;
import net.coreserver.event.Event;
import net.coreserver.netconf.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Posts events to an HTTP server, over a connection that is kept, and never anywhere else: redirects are not followed. Secrets and
 * authorities are read anew when they are needed, so that rotated ones are taken up.
 */
final class WebhookOutlet implements Outlet {

    private static final String SINGLE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final Destination.Webhook webhook;
    private final InstantSource clock;
    private @Nullable HttpClient client;
    /** Whether there may be a connection that the server is about to close. */
    private boolean hasBeenAnswered;

    WebhookOutlet(Destination.Webhook webhook, InstantSource clock) {
        this.webhook = webhook;
        this.clock = clock;
    }

    @Override
    public int batchSize() {
        return webhook.batchSize();
    }

    @Override
    public Outcome deliver(List<Event> events) throws InterruptedException {
        Credentials credentials;
        HttpRequest request;
        HttpClient open;
        try {
            credentials = Credentials.read(webhook);
            request = request(events, credentials);
            open = open();
        } catch (IOException e) {
            return Outcome.Failed.lasting(Failures.message(e));
        }
        try {
            return exchange(open, request, credentials);
        } catch (IOException e) {
            if (!hasBeenAnswered || Failures.has(e, ConnectException.class) || Failures.has(e, SSLException.class)) {
                return lost(e);
            }
        }
        // The server may have closed the kept connection just then, which says nothing of how it is.
        hasBeenAnswered = false;
        try {
            return exchange(open, request, credentials);
        } catch (IOException e) {
            return lost(e);
        }
    }

    private Outcome lost(IOException e) {
        if (Failures.has(e, SSLException.class)) {
            close(); // so that the authorities are read again
        }
        return Failures.of(e);
    }

    private HttpRequest request(List<Event> events, Credentials credentials) throws IOException {
        boolean isBatch = webhook.batchSize() > 1;
        byte[] body = isBatch ? CloudEvents.batch(events) : CloudEvents.single(events.getFirst());
        HttpRequest.Builder request = HttpRequest.newBuilder(webhook.url())
                .header("Content-Type", isBatch ? BATCH : SINGLE)
                .header("User-Agent", "CoreServer")
                .POST(BodyPublishers.ofByteArray(body));
        if (credentials.secret() != null) {
            request.header(Signature.HEADER, Signature.of(body, credentials.secret(), clock.instant()));
        }
        if (credentials.bearerToken() != null) {
            request.header("Authorization", "Bearer " + credentials.bearerToken());
        }
        return request.build();
    }

    private HttpClient open() throws IOException {
        HttpClient known = client;
        if (known != null) {
            return known;
        }
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor());
        if (webhook.authorities() != null) {
            try {
                builder.sslContext(Authorities.in(webhook.authorities()));
            } catch (IOException e) {
                throw new IOException("The file of the authorities cannot be used: " + Failures.message(e), e);
            }
        }
        HttpClient made = builder.build();
        client = made;
        return made;
    }

    private Outcome exchange(HttpClient open, HttpRequest request, Credentials credentials)
            throws IOException, InterruptedException {
        AtomicInteger status = new AtomicInteger();
        CompletableFuture<HttpResponse<String>> exchange = open.sendAsync(request, head -> {
            status.set(head.statusCode());
            return new AnswerStart();
        });
        try {
            HttpResponse<String> answer = exchange.get(webhook.timeout().toNanos(), TimeUnit.NANOSECONDS);
            hasBeenAnswered = true;
            return WebhookAnswer.meaning(answer, credentials::hideIn, clock.instant());
        } catch (TimeoutException e) {
            exchange.cancel(true);
            return isSuccess(status.get())
                    ? Outcome.Taken.TAKEN
                    : Outcome.Failed.passing(
                            "There was no answer within " + webhook.timeout().toMillis() + " ms");
        } catch (InterruptedException e) {
            exchange.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            if (isSuccess(status.get())) {
                return Outcome.Taken.TAKEN; // it has said so, and nothing else of what it says matters
            }
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }

    private static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    @Override
    public void close() {
        HttpClient open = client;
        client = null;
        hasBeenAnswered = false;
        if (open != null) {
            open.shutdownNow();
        }
    }

    /** What a request proves itself with, as it is now. */
    private record Credentials(
            @Nullable String secret, @Nullable String bearerToken) {

        private static final String HIDDEN = "…";

        static Credentials read(Destination.Webhook webhook) throws IOException {
            String token = reveal("bearer-token", webhook.bearerToken());
            if (token != null && token.chars().anyMatch(c -> c <= ' ' || c >= 0x7f)) {
                throw new IOException("The `bearer-token` has a character that cannot stand in a header");
            }
            return new Credentials(reveal("secret", webhook.secret()), token);
        }

        private static @Nullable String reveal(String key, @Nullable Secret secret) throws IOException {
            if (secret == null) {
                return null;
            }
            String revealed;
            try {
                revealed = secret.reveal();
            } catch (IOException e) {
                throw new IOException("The `" + key + "` cannot be read", e);
            }
            if (revealed.isEmpty()) {
                throw new IOException("The `" + key + "` is empty");
            }
            return revealed;
        }

        /** A server may send back what it was sent. */
        String hideIn(String text) {
            String shown = secret == null ? text : text.replace(secret, HIDDEN);
            return bearerToken == null ? shown : shown.replace(bearerToken, HIDDEN);
        }

        @Override
        public String toString() {
            return "(credentials)";
        }
    }
}
