package net.coreserver.netconf.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.ThreadDump;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One client meets every fault. All are set up at once, a few at a time, since most of them are a wait; each is then
 * looked at by itself.
 */
class FaultTest {

    private static final int AT_A_TIME = 8;

    /** What a deadline may be missed by on a busy machine, and still not be the next larger one. */
    private static final Duration TOLERANCE = Duration.ofSeconds(10);

    private static final Map<String, Future<FaultRun>> RUNS = new HashMap<>();

    private static ExecutorService runner = Executors.newFixedThreadPool(AT_A_TIME);
    private static NetconfSshClient client = new NetconfSshClient();

    static List<Fault> faults() {
        return Stream.of(SshFaults.all(), FramingFaults.all(), MessageFaults.all())
                .flatMap(List::stream)
                .toList();
    }

    @BeforeAll
    static void meetThemAll() {
        for (Fault fault : faults()) {
            String target = "fault-" + RUNS.size();
            RUNS.put(fault.name(), runner.submit(() -> FaultRun.of(client, fault, target)));
        }
    }

    @AfterAll
    static void stop() {
        runner.shutdownNow();
        client.close();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsNamedInTimeAndLeavesNothingBehind(Fault fault) throws Exception {
        FaultRun run = requireNonNull(RUNS.get(fault.name())).get();
        switch (fault.outcome()) {
            case Fault.Data(String text) -> {
                assertThat(run.failure()).isEmpty();
                assertThat(run.data()).contains(text);
            }
            case Fault.Failure(var kind, String message) -> {
                assertThat(run.data()).isEmpty();
                NetconfException failure = run.failure().orElseThrow();
                assertThat(failure).hasMessageContaining(message);
                assertThat(failure.kind()).isEqualTo(kind);
            }
        }
        assertThat(run.took()).isLessThan(fault.patience().plus(TOLERANCE));
        assertThat(run.socketsLeft()).as("sockets left").isZero();
        assertThat(run.threadsLeft()).as("threads left").isEmpty();
    }

    /** Else nobody would notice if the names that the test above looks for were others one day. */
    @Test
    void aThreadThatWaitsForTheRestOfAReplyIsSeen() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            String reply = Replies.data(Replies.firstRequest(peer), "x".repeat(200_000));
            peer.send("\n#" + reply.length() + "\n" + reply.substring(0, 100_000));
            peer.stayUntilClientLeaves();
        })) {
            NetconfSession session = client.connect(server.endpoint("fault-none", Fault.LONG));
            try (ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
                var call = caller.submit(() -> session.call(Replies.GET, Replies.TEXT, Fault.LONG));
                await().untilAsserted(() -> assertThat(ThreadDump.threadsNamed("netconf-fault-none"))
                        .hasSize(1));
                session.abort();
                assertThat(call).failsWithin(Fault.LONG);
            }
            await().untilAsserted(() ->
                    assertThat(ThreadDump.threadsNamed("netconf-fault-none")).isEmpty());
        }
    }
}
