package net.coreserver.api.targets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import net.coreserver.api.testing.ApiProfile;
import net.coreserver.api.testing.ApiTest;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.monitor.Explanation;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.Observation;
import net.coreserver.monitor.Supervision;
import net.coreserver.monitor.TargetState;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.target.Inventory;
import net.coreserver.target.Target;
import net.coreserver.testing.ScriptedServer;
import org.junit.jupiter.api.Test;

/** Many clients over HTTP, in front of one target that is really polled. */
@QuarkusTest
@TestProfile(ApiProfile.class)
final class SharedPollsTest extends ApiTest {

    private static final int CLIENTS = 1_000;
    private static final String END_OF_CHUNKS = "\n##\n";

    private final AtomicInteger rpcs = new AtomicInteger();
    private final CountDownLatch mayAnswer = new CountDownLatch(1);

    /** Counts who asks for a poll. */
    private record Counted(MonitoredTarget of, AtomicInteger asked) implements MonitoredTarget {

        @Override
        public Target target() {
            return of.target();
        }

        @Override
        public Observation latest() {
            return of.latest();
        }

        @Override
        public CompletableFuture<Snapshot> poll() {
            CompletableFuture<Snapshot> poll = of.poll();
            asked.incrementAndGet();
            return poll;
        }

        @Override
        public Explanation explain() {
            return of.explain();
        }
    }

    /** Answers its first rpc at once, and the others when all clients have asked. */
    private void serve(ScriptedServer.Conversation peer) throws IOException, InterruptedException {
        peer.helloChunked();
        while (true) {
            String id = peer.readRequest(END_OF_CHUNKS);
            if (rpcs.incrementAndGet() > 1) {
                mayAnswer.await();
            }
            peer.sendChunked("<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='" + id + "'><data>"
                    + "<interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'><interface><name>poll-"
                    + rpcs.get() + "</name></interface></interfaces-state></data></rpc-reply>");
        }
    }

    @Test
    void aThousandWhoAskForAFreshPollAtOnceCauseAtMostTwo() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (NetconfSshClient ssh = new NetconfSshClient();
                ScriptedServer server = new ScriptedServer(this::serve);
                Supervision supervision = new Supervision(
                        Inventory.of(List.of(new Target(server.endpoint(), Duration.ofHours(1), true, Map.of()))),
                        ssh::connect,
                        List.of(new IetfInterfacesState()),
                        InstantSource.system());
                HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build()) {
            MonitoredTarget target = supervision.targets().getFirst();
            await().until(() -> target.latest().status().state() == TargetState.UP);
            show(new Counted(target, asked));
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                            + "/api/v1/targets/" + target.target().name() + "/interfaces"))
                    .header("Cache-Control", "no-cache")
                    .build();

            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> client.sendAsync(request, BodyHandlers.ofString()))
                    .toList();
            await().atMost(Duration.ofMinutes(1)).until(() -> asked.get() == CLIENTS);
            mayAnswer.countDown();

            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.join().statusCode()).isEqualTo(200);
                assertThat(answer.join().body()).containsPattern("\"poll-[23]\"");
            });
            assertThat(rpcs.get() - 1).isBetween(1, 2);
        }
    }
}
