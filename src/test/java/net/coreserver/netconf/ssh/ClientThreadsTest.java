package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.coreserver.netconf.NetconfSession;
import org.junit.jupiter.api.Test;

/** The platform threads of a client: few, whatever the number of its sessions, and none when it is closed. */
class ClientThreadsTest {

    private static final int SESSIONS = 100;

    /** Two that read and write, two that take up reading again after a pause, and the one for keepalives. */
    private static final int MOST_FOR_SESSIONS = 5;

    /** Those that MINA makes for clients, and those that look up names. */
    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("sshd-SshClient")
                        || thread.getName().startsWith("host-lookup-"))
                .collect(Collectors.toSet());
    }

    private static Set<Thread> since(Set<Thread> before) {
        Set<Thread> since = new HashSet<>(threads());
        since.removeAll(before);
        return since;
    }

    private static long forSessions(Set<Thread> threads) {
        return threads.stream()
                .filter(thread -> thread.getName().startsWith("sshd-SshClient"))
                .count();
    }

    @Test
    void manySessionsTakeNoMoreThreadsThanOneAndAClosedClientHasNone() throws Exception {
        Set<Thread> before = threads();
        Set<Thread> ofClient;
        try (HelloServer server = HelloServer.start(it -> {});
                NetconfSshClient client = new NetconfSshClient()) {
            List<NetconfSession> sessions = new ArrayList<>();
            for (int i = 0; i < SESSIONS; i++) {
                sessions.add(client.connect(server.endpoint()));
            }
            ofClient = since(before);
            assertThat(forSessions(ofClient)).as("%s", ofClient).isBetween(1L, (long) MOST_FOR_SESSIONS);
            sessions.forEach(NetconfSession::abort);
        }
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(ofClient).noneMatch(Thread::isAlive));
    }
}
