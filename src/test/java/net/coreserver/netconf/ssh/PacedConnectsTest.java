package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.NetconfSession;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.junit.jupiter.api.Test;

/** Connect pacing as servers see it. */
class PacedConnectsTest {

    /** So long that only a connect that has succeeded or failed makes room. */
    private static final Duration LONG = Duration.ofHours(1);

    /** So short that no server can have spoken before it is over. */
    private static final Duration NONE = Duration.ofNanos(1);

    private static NetconfSshClient client(int perHost) {
        return client(perHost, LONG);
    }

    private static NetconfSshClient client(int perHost, Duration patience) {
        return new NetconfSshClient(Keepalive.STANDARD, new ConnectPacing.Limits(perHost, 32, patience));
    }

    @Test
    void aHostSeesNoMoreConnectsAtOnceThanItMayHave() throws Exception {
        int perHost = 3;
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        SessionListener counting = new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            }

            @Override
            public void sessionEvent(Session session, Event event) {
                if (event == Event.Authenticated) {
                    underWay.decrementAndGet();
                }
            }
        };
        try (HelloServer server = HelloServer.start(it -> it.addSessionListener(counting));
                NetconfSshClient client = client(perHost);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<NetconfSession>> sessions = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                sessions.add(executor.submit(() -> client.connect(server.endpoint())));
            }
            for (Future<NetconfSession> session : sessions) {
                session.get().abort();
            }
            assertThat(most.get()).isBetween(1, perHost);
        }
    }

    @Test
    void waitingForATurnIsNotPartOfTheConnectTimeout() throws Exception {
        try (HelloServer server = HelloServer.start(it -> {});
                ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                NetconfSshClient client = client(1);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            HostKeyPolicy pinned = new HostKeyPolicy.Pinned(server.fingerprint());
            Future<NetconfSession> hanging = executor.submit(
                    () -> client.connect(endpoint(silent.getLocalPort(), pinned, Duration.ofSeconds(6))));
            try (Socket accepted = silent.accept()) {
                assertThat(accepted.isConnected()).isTrue();

                // Its turn comes in six seconds.
                client.connect(endpoint(server.port(), pinned, Duration.ofSeconds(5)))
                        .abort();

                assertThatThrownBy(hanging::get).hasCauseInstanceOf(DeadlineException.class);
            }
        }
    }

    @Test
    void aServerThatIsSlowToLetUsInIsNotConnectedToOnceMoreMeanwhile() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch content = new CountDownLatch(1);
        AtomicInteger connects = new AtomicInteger();
        SessionListener counting = new SessionListener() {
            @Override
            public void sessionCreated(Session session) {
                connects.incrementAndGet();
            }
        };
        try (HelloServer server = HelloServer.start(it -> {
                    it.addSessionListener(counting);
                    it.setPasswordAuthenticator((username, password, session) -> {
                        asked.countDown();
                        return isReached(content);
                    });
                });
                NetconfSshClient client = client(1, NONE);
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<NetconfSession> slow = executor.submit(() -> client.connect(server.endpoint()));
            try {
                asked.await();
                CompletableFuture<Thread> thread = new CompletableFuture<>();
                Future<NetconfSession> next = executor.submit(() -> {
                    thread.complete(Thread.currentThread());
                    return client.connect(server.endpoint());
                });
                // Whoever waits for a server does so for a stated time; whoever waits for a turn, without one.
                await().atMost(HelloServer.PATIENCE).until(() -> thread.join().getState() == Thread.State.WAITING);
                assertThat(connects).hasValue(1);

                content.countDown();
                slow.get().abort();
                next.get().abort();
                assertThat(connects).hasValue(2);
            } finally {
                content.countDown();
            }
        }
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Endpoint endpoint(int port, HostKeyPolicy policy, Duration connectTimeout) {
        return new Endpoint(
                "paced", "127.0.0.1", port, HelloServer.WITH_PASSWORD, policy, connectTimeout, HelloServer.PATIENCE);
    }
}
