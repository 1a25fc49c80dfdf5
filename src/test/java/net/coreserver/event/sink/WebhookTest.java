package net.coreserver.event.sink;

import static net.coreserver.event.sink.SinkFixture.settings;
import static net.coreserver.event.sink.SinkFixture.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.coreserver.event.Event;
import net.coreserver.event.EventData;
import net.coreserver.event.EventJson;
import net.coreserver.event.EventKind;
import net.coreserver.event.Occurrence;
import net.coreserver.netconf.Secret;
import net.coreserver.testing.TestCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real HTTP servers on loopback. */
class WebhookTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path directory;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;

    /** What the server got. */
    private record Request(
            String type,
            @Nullable String signature,
            @Nullable String authorization,
            String body) {}

    /** What the server does when it has read a request. */
    private interface Answer {
        void give(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.close();
    }

    private void answer(Answer answer) {
        serve(server, answer);
    }

    private void serve(HttpServer with, Answer answer) {
        with.createContext("/hook", exchange -> {
            try (exchange) {
                requests.add(new Request(
                        exchange.getRequestHeaders().getFirst("Content-Type"),
                        exchange.getRequestHeaders().getFirst("X-CoreServer-Signature"),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
                answer.give(exchange);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
    }

    private void answer(int status) {
        answer(exchange -> exchange.sendResponseHeaders(status, -1));
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    private Destination.Webhook webhook(int batchSize) {
        return new Destination.Webhook(url(), null, null, batchSize, Duration.ofSeconds(30), null);
    }

    private static List<Event> events(int from, int to) {
        List<Event> events = new ArrayList<>();
        for (int id = from; id <= to; id++) {
            events.add(new Event(id, SinkFixture.occurrence(HeldClock.START, EventKind.LINK_DOWN, "edge-1")));
        }
        return events;
    }

    private static Outcome deliver(Destination.Webhook webhook, List<Event> events) throws InterruptedException {
        try (Outlet outlet = new WebhookOutlet(webhook, new HeldClock())) {
            return outlet.deliver(events);
        }
    }

    private Outcome.Failed failed(Destination.Webhook webhook) throws InterruptedException {
        Outcome outcome = deliver(webhook, events(1, 1));
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        return (Outcome.Failed) outcome;
    }

    @Test
    void anEventIsACloudEvent() throws Exception {
        answer(204);

        assertThat(deliver(webhook(1), events(12, 12))).isEqualTo(Outcome.Taken.TAKEN);

        assertThat(requests).hasSize(1);
        assertThat(requests.getFirst().type()).isEqualTo("application/cloudevents+json");
        assertThat(requests.getFirst().signature()).isNull();
        JsonNode event = JSON.readTree(requests.getFirst().body());
        assertThat(event.properties().stream().map(Map.Entry::getKey))
                .containsExactly("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "data");
        assertThat(event.get("specversion").asText()).isEqualTo("1.0");
        assertThat(event.get("id")).isEqualTo(JSON.getNodeFactory().textNode("12"));
        assertThat(event.get("source").asText()).isEqualTo("/api/v1/targets/edge-1");
        assertThat(event.get("type").asText()).isEqualTo("net.coreserver.link-down");
        assertThat(event.get("subject").asText()).isEqualTo("eth0");
        assertThat(event.get("time").asText()).isEqualTo("2026-11-21T07:00:00Z");
        assertThat(event.get("datacontenttype").asText()).isEqualTo("application/json");
        assertThat(event.get("data"))
                .isEqualTo(JSON.readTree(EventJson.bytes(events(12, 12).getFirst())));
    }

    @Test
    void whatHappensToTheServiceComesFromTheApi() throws Exception {
        answer(204);
        Occurrence what = Occurrence.ofService(HeldClock.START, EventKind.SINK_FAILING, "it fails", EventData.NONE);

        deliver(webhook(1), List.of(new Event(3, what)));

        JsonNode event = JSON.readTree(requests.getFirst().body());
        assertThat(event.get("source").asText()).isEqualTo("/api/v1");
        assertThat(event.has("subject")).isFalse();
    }

    @Test
    void aBatchIsAlwaysAList() throws Exception {
        answer(200);
        try (Outlet outlet = new WebhookOutlet(webhook(10), new HeldClock())) {
            outlet.deliver(events(1, 3));
            outlet.deliver(events(4, 4));
        }

        assertThat(requests).map(Request::type).containsOnly("application/cloudevents-batch+json");
        assertThat(JSON.readTree(requests.get(0).body()).findValuesAsText("subject"))
                .hasSize(3);
        assertThat(JSON.readTree(requests.get(1).body()).isArray()).isTrue();
        assertThat(JSON.readTree(requests.get(1).body())).hasSize(1);
    }

    @Test
    void aRequestIsSignedWithTheSecretAsItIsNow() throws Exception {
        answer(200);
        Path secret = Files.writeString(directory.resolve("secret"), "test-secret\n");
        Destination.Webhook webhook = new Destination.Webhook(
                url(), Secret.inFile(secret), Secret.of("test-token"), 1, Duration.ofSeconds(30), null);

        try (Outlet outlet = new WebhookOutlet(webhook, new HeldClock())) {
            outlet.deliver(events(1, 1));
            Files.writeString(secret, "rotated-secret\n");
            outlet.deliver(events(2, 2));
        }

        assertThat(requests).map(Request::authorization).containsOnly("Bearer test-token");
        assertThat(requests.get(0).signature())
                .isEqualTo(signature("test-secret", requests.get(0).body()));
        assertThat(requests.get(1).signature())
                .isEqualTo(signature("rotated-secret", requests.get(1).body()));
    }

    /** As a receiver would compute it, with nothing of ours. */
    private static String signature(String secret, String body) throws Exception {
        long seconds = 1_795_244_400L; // the held clock's
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        StringBuilder hex = new StringBuilder();
        for (byte octet : mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8))) {
            hex.append("%02x".formatted(octet));
        }
        return "t=" + seconds + ",v1=" + hex;
    }

    @Test
    void aSecretThatCannotBeReadIsNoReasonToSendWithoutOne() throws Exception {
        answer(200);
        Destination.Webhook webhook = new Destination.Webhook(
                url(), Secret.inFile(directory.resolve("gone")), null, 1, Duration.ofSeconds(30), null);

        assertThat(failed(webhook))
                .returns("The `secret` cannot be read", Outcome.Failed::reason)
                .returns(true, Outcome.Failed::needsPerson);
        assertThat(requests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504})
    void someStatusesMeanLater(int status) throws Exception {
        answer(status);
        assertThat(failed(webhook(1)))
                .returns("HTTP " + status, Outcome.Failed::reason)
                .returns(false, Outcome.Failed::needsPerson);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 405, 410, 418})
    void someStatusesMeanThatSomebodyHasToDoSomething(int status) throws Exception {
        answer(status);
        assertThat(failed(webhook(1)))
                .returns("HTTP " + status, Outcome.Failed::reason)
                .returns(true, Outcome.Failed::needsPerson);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413, 415, 422})
    void someStatusesMeanThatThisEventIsNotWanted(int status) throws Exception {
        answer(status);
        assertThat(deliver(webhook(1), events(1, 1))).isEqualTo(new Outcome.Refused("HTTP " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowedAndSaysWhereTo(int status) throws Exception {
        AtomicInteger elsewhere = new AtomicInteger();
        server.createContext("/elsewhere", exchange -> elsewhere.incrementAndGet());
        answer(exchange -> {
            exchange.getResponseHeaders().add("Location", "https://noc.example.net/elsewhere?token=SECRET");
            exchange.sendResponseHeaders(status, -1);
        });

        assertThat(failed(webhook(1)))
                .returns(true, Outcome.Failed::needsPerson)
                .returns(
                        "HTTP " + status + ": it redirects to https://noc.example.net/elsewhere?…,"
                                + " which is not followed; if that is right, `url` has to name it",
                        Outcome.Failed::reason);
        assertThat(elsewhere).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"120, 120", "'Sat, 21 Nov 2026 07:10:00 GMT', 600", "0, 0"})
    void theServerSaysWhenToComeBack(String header, long seconds) throws Exception {
        answer(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", header);
            exchange.sendResponseHeaders(503, -1);
        });
        assertThat(failed(webhook(1)).retryAfter()).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "99999999999999999999", "1e3"})
    void aTimeThatMakesNoSenseIsNoTime(String header) throws Exception {
        answer(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", header);
            exchange.sendResponseHeaders(503, -1);
        });
        assertThat(failed(webhook(1)).retryAfter()).isNull();
    }

    @Test
    void whatTheServerSaysIsQuotedInShortAndWithoutOurSecrets() throws Exception {
        answer(exchange -> {
            byte[] body = ("you sent Bearer test-token " + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(500, body.length);
            exchange.getResponseBody().write(body);
        });
        Destination.Webhook webhook =
                new Destination.Webhook(url(), null, Secret.of("test-token"), 1, Duration.ofSeconds(30), null);

        assertThat(failed(webhook).reason())
                .startsWith("HTTP 500: you sent Bearer … xxx")
                .hasSizeLessThan(300);
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() throws Exception {
        answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('x');
            exchange.getResponseBody().flush();
            end.await();
        });
        Destination.Webhook webhook = new Destination.Webhook(url(), null, null, 1, Duration.ofMillis(500), null);

        // The status has said all that matters.
        assertThat(deliver(webhook, events(1, 1))).isEqualTo(Outcome.Taken.TAKEN);
    }

    @Test
    void aServerThatHangsIsLeftAfterTheTimeout() throws Exception {
        answer(exchange -> end.await());
        Destination.Webhook webhook = new Destination.Webhook(url(), null, null, 1, Duration.ofMillis(300), null);

        assertThat(failed(webhook))
                .returns("There was no answer within 300 ms", Outcome.Failed::reason)
                .returns(false, Outcome.Failed::needsPerson);
    }

    @Test
    void aConnectionThatBreaksHalfWayIsAFailure() throws Exception {
        try (ServerSocket rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            threads.execute(() -> {
                try {
                    while (true) {
                        try (Socket socket = rude.accept()) {
                            socket.getInputStream().read();
                            socket.getOutputStream().write("HTTP/1.1 20".getBytes(StandardCharsets.US_ASCII));
                        }
                    }
                } catch (IOException e) {
                    // it is closed
                }
            });
            Destination.Webhook webhook = new Destination.Webhook(
                    URI.create("http://127.0.0.1:" + rude.getLocalPort() + "/"),
                    null,
                    null,
                    1,
                    Duration.ofSeconds(30),
                    null);
            assertThat(failed(webhook))
                    .returns(false, Outcome.Failed::needsPerson)
                    .satisfies(failure -> assertThat(failure.reason()).startsWith("The connection was lost: "));
        }
    }

    @Test
    void aServerThatIsNotThereIsAFailure() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        Destination.Webhook webhook = new Destination.Webhook(
                URI.create("http://127.0.0.1:" + port + "/"), null, null, 1, Duration.ofSeconds(30), null);

        assertThat(failed(webhook)).isEqualTo(Outcome.Failed.passing("The connection was refused"));
    }

    @Test
    void aServerWithACertificateOfOnesOwnIsTrustedByItsAuthority() throws Exception {
        TestCertificate certificate = TestCertificate.of(directory, "127.0.0.1");
        HttpsServer secured = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secured.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        secured.setExecutor(threads);
        serve(secured, exchange -> exchange.sendResponseHeaders(200, -1));
        secured.start();
        try {
            URI there = URI.create("https://127.0.0.1:" + secured.getAddress().getPort() + "/hook");
            URI byName = URI.create("https://localhost:" + secured.getAddress().getPort() + "/hook");
            Duration timeout = Duration.ofSeconds(30);

            assertThat(deliver(
                            new Destination.Webhook(there, null, null, 1, timeout, certificate.authority()),
                            events(1, 1)))
                    .isEqualTo(Outcome.Taken.TAKEN);
            assertThat(failed(new Destination.Webhook(there, null, null, 1, timeout, null)))
                    .returns(true, Outcome.Failed::needsPerson)
                    .satisfies(failure -> assertThat(failure.reason()).startsWith("TLS failed: "));
            assertThat(failed(new Destination.Webhook(byName, null, null, 1, timeout, certificate.authority())))
                    .returns(true, Outcome.Failed::needsPerson);
        } finally {
            secured.stop(0);
        }
    }

    @Test
    void aSinkThatAnswersWith500ForAnHourGetsEverythingOnceInTheEnd() throws Exception {
        AtomicInteger status = new AtomicInteger(500);
        List<String> accepted = new CopyOnWriteArrayList<>();
        answer(exchange -> {
            if (status.get() == 200) {
                JSON.readTree(requests.getLast().body())
                        .forEach(each -> accepted.add(each.get("id").asText()));
            }
            exchange.sendResponseHeaders(status.get(), -1);
        });
        try (SinkFixture fixture = new SinkFixture(directory);
                Sinks sinks = fixture.startReal(settings("noc", webhook(50)))) {
            fixture.awaitBegun(1);
            fixture.happen(120);
            Duration passed = Duration.ZERO;
            while (passed.compareTo(Duration.ofHours(1)) < 0) {
                passed = passed.plus(fixture.clock.advanceToNext());
            }
            assertThat(requests).hasSizeBetween(15, 25);
            assertThat(state(sinks, "noc"))
                    .returns(DeliveryState.FAILING, SinkState::state)
                    .returns(0L, SinkState::delivered)
                    .returns("http://127.0.0.1:" + server.getAddress().getPort() + "/hook", SinkState::where);
            status.set(200);
            await().until(() -> {
                fixture.clock.advance(Duration.ofMinutes(5));
                return state(sinks, "noc").failure() == null;
            });

            // With what was told of the sink itself.
            await().untilAsserted(() -> assertThat(accepted).hasSize(122).doesNotHaveDuplicates());
            assertThat(accepted.subList(0, 120)).startsWith("1", "2", "3").endsWith("119", "120");
            assertThat(state(sinks, "noc").deadLetters()).isZero();
        }
    }

    @Test
    void anEventThatIsTooLargeIsFoundInItsBatch() throws Exception {
        List<String> accepted = new CopyOnWriteArrayList<>();
        answer(exchange -> {
            JsonNode batch = JSON.readTree(requests.getLast().body());
            List<String> ids = batch.findValuesAsText("subject").isEmpty() ? List.of() : new ArrayList<>();
            batch.forEach(each -> ids.add(each.get("id").asText()));
            boolean isTooLarge = ids.contains("37");
            if (!isTooLarge) {
                accepted.addAll(ids);
            }
            exchange.sendResponseHeaders(isTooLarge ? 413 : 200, -1);
        });
        try (SinkFixture fixture = new SinkFixture(directory);
                Sinks sinks = fixture.startReal(settings("noc", webhook(100)))) {
            fixture.awaitBegun(1);
            fixture.happen(100);

            await().untilAsserted(() -> assertThat(state(sinks, "noc").cursor()).isEqualTo(100));
            assertThat(accepted).hasSize(99).doesNotContain("37").doesNotHaveDuplicates();
            assertThat(sinks.deadLetters("noc", Long.MAX_VALUE, 5).join())
                    .map(DeadLetter::id)
                    .containsExactly(37L);
        }
    }

    @Test
    void aTestTellsHowLongItTookOrWhatWasWrong() throws Exception {
        AtomicInteger status = new AtomicInteger(204);
        answer(exchange -> exchange.sendResponseHeaders(status.get(), -1));
        try (SinkFixture fixture = new SinkFixture(directory);
                Sinks sinks = new Sinks(
                        List.of(settings("noc", webhook(1))),
                        fixture.log,
                        fixture.log,
                        fixture.store(),
                        fixture.clock)) {
            DeliveryReport report = sinks.test("noc").join();
            assertThat(report.isDelivered()).isTrue();
            assertThat(report.took()).isPositive();
            JsonNode event = JSON.readTree(requests.getFirst().body());
            assertThat(event.get("id").asText()).isEqualTo("test-2026-11-21T07:00:00Z");
            assertThat(event.get("type").asText()).isEqualTo("net.coreserver.test");

            status.set(401);
            assertThat(sinks.test("noc").join().failure()).isEqualTo("HTTP 401");
        }
    }
}
