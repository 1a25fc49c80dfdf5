package net.coreserver.netconf.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.testing.OpenSockets;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.ThreadDump;
import org.junit.jupiter.api.Test;

/** Sessions that come and go leave the process as it was; {@code -Dcycles=10000} lets more of them come. */
class ConnectAndCloseTest {

    private static final int CYCLES = Integer.getInteger("cycles", 200);
    private static final int WARM_UP = 30;

    /** What classes, caches and the rest of the process may take in the meantime; a session takes more than 10 KiB. */
    private static final long TOLERATED_OCTETS = 8 * 1024 * 1024 + CYCLES * 1024L;

    /** Other tests of the same process may leave some behind as they go. */
    private static final int TOLERATED_THREADS = 10;

    @Test
    void nothingIsLeftOfThem() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    Replies.serve(peer);
                });
                NetconfSshClient client = new NetconfSshClient()) {
            cycle(client, server, WARM_UP);
            int threads = ManagementFactory.getThreadMXBean().getThreadCount();
            long heap = usedHeap();

            cycle(client, server, CYCLES);
            assertThat(ManagementFactory.getThreadMXBean().getThreadCount())
                    .isLessThanOrEqualTo(threads + TOLERATED_THREADS);
            assertThat(usedHeap()).isLessThan(heap + TOLERATED_OCTETS);
        }
    }

    private static void cycle(NetconfSshClient client, ScriptedServer server, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            NetconfSession session = client.connect(server.endpoint("cycle", Fault.LONG));
            assertThat(session.call(Replies.GET, Replies.TEXT, Fault.LONG)).isEqualTo("served");
            session.abort();
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(OpenSockets.to(server.port())).isZero();
            assertThat(server.openConnections()).isZero();
            assertThat(ThreadDump.threadsNamed("netconf-cycle")).isEmpty();
        });
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
