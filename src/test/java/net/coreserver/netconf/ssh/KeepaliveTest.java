package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.SshAlgorithms;
import net.coreserver.netconf.TransportException;
import org.apache.sshd.common.channel.RequestHandler.Result;
import org.apache.sshd.server.SshServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Telling a server that has frozen from one that has nothing to say. */
class KeepaliveTest {

    private static final String UNANSWERED =
            "The connection was lost: the server no longer answers, not to 5 keepalives in a row";

    @AutoClose
    private final NetconfSshClient client =
            new NetconfSshClient(new Keepalive(Duration.ofMillis(300)), ConnectPacing.Limits.STANDARD);

    private static void answersKeepalives(SshServer server, AtomicInteger asked, Result answer) {
        server.setGlobalRequestHandlers(List.of((connection, request, wantReply, buffer) -> {
            if (!request.equals("keepalive@openssh.com") || !wantReply) {
                return Result.Unsupported;
            }
            asked.incrementAndGet();
            return answer;
        }));
    }

    @Test
    void theStatedTimeIsThatOfTheStandardKeepalive() {
        assertThat(NetconfSshClient.FROZEN_PEER_DETECTED_WITHIN).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void aServerThatFreezesIsFoundOut() throws Exception {
        try (HelloServer server = HelloServer.start(it -> {});
                FreezableRelay relay = new FreezableRelay(server.port())) {
            NetconfSession session = client.connect(server.endpoint(
                    "127.0.0.1",
                    relay.port(),
                    HelloServer.WITH_PASSWORD,
                    new HostKeyPolicy.Pinned(server.fingerprint()),
                    SshAlgorithms.MODERN));
            relay.freeze();

            NetconfException reason = session.ended().get(1, TimeUnit.MINUTES);

            assertThat(reason).isInstanceOf(TransportException.class).hasMessage(UNANSWERED);
        }
    }

    @Test
    void aServerThatNeverAnswersKeepalivesIsTakenForFrozen() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (HelloServer server = HelloServer.start(it -> answersKeepalives(it, asked, Result.Replied))) {
            NetconfSession session = client.connect(server.endpoint());

            assertThat(session.ended().get(1, TimeUnit.MINUTES)).hasMessage(UNANSWERED);
            assertThat(asked).hasValue(Keepalive.UNANSWERED);
        }
    }

    @Test
    void aRefusalIsAnAnswer() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (HelloServer server = HelloServer.start(it -> answersKeepalives(it, asked, Result.ReplyFailure))) {
            NetconfSession session = client.connect(server.endpoint());

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(asked).hasValueGreaterThan(Keepalive.UNANSWERED + 2));

            assertThat(session.ended()).isNotDone();
            session.abort();
        }
    }
}
