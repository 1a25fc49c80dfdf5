package net.coreserver.netconf.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.ssh.NetconfSshClient;
import net.coreserver.testing.ChildJvm;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.ScriptedServer.Conversation;
import org.junit.jupiter.api.Test;

/** Replies far larger than the memory that is there for them, over SSH. */
class LargeReplyTest {

    private static final int ELEMENTS_IN_A_CHUNK = 20;
    private static final String ELEMENT = "<element>" + "x".repeat(980) + "</element>\n";
    private static final String CHUNK = Replies.chunk(ELEMENT.repeat(ELEMENTS_IN_A_CHUNK));
    private static final String END_OF_CHUNKS = "\n##\n";
    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** 200 MB. */
    private static final int CHUNKS = 10_000;

    /** More than the heap holds, too, of a reply that nobody wants. */
    private static final int CHUNKS_UNWANTED = 4_000;

    private static void largeReply(Conversation peer, int chunks, AtomicLong sent) throws IOException {
        String id = peer.readRequest(END_OF_CHUNKS);
        byte[] chunk = CHUNK.getBytes(StandardCharsets.US_ASCII);
        peer.send(Replies.chunk(Replies.start(id) + "<data>"));
        for (int i = 0; i < chunks; i++) {
            peer.send(chunk);
            sent.addAndGet(chunk.length);
        }
        peer.send(Replies.chunk("</data></rpc-reply>") + END_OF_CHUNKS);
    }

    @Test
    void repliesOf200MegabytesPassThroughAHeapOf64() throws Exception {
        AtomicLong sent = new AtomicLong();
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.helloChunked();
            largeReply(peer, CHUNKS, sent);
            largeReply(peer, CHUNKS_UNWANTED, sent);
            largeReply(peer, CHUNKS_UNWANTED, sent);
            Replies.serve(peer);
        })) {
            List<String> arguments =
                    List.of(Integer.toString(server.port()), server.fingerprint(), "test-user", "test-password");
            assertThat(ChildJvm.run("64m", LIMIT, LargeReplyClient.class, arguments))
                    .containsExactly(
                            "DATA " + CHUNKS * ELEMENTS_IN_A_CHUNK,
                            "PROTOCOL The server's reply is wrong: an element too many for this reader",
                            "TIMEOUT No get answer within 0.2 s",
                            "DATA served");
        }
        assertThat(sent).hasValueGreaterThan((CHUNKS + 2L * CHUNKS_UNWANTED) * ELEMENTS_IN_A_CHUNK * ELEMENT.length());
    }

    /** RFC 4254's window is all that holds it back. */
    @Test
    void aServerGetsNoFurtherAheadOfASlowReaderThanTheWindow() throws Exception {
        int chunks = 200; // 4 MB
        long ahead = 1_500_000; // the client's window, and what waits in between on the server's side
        AtomicLong sent = new AtomicLong();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ReplyReader<String> slow = reply -> {
            reading.countDown();
            awaitUninterruptibly(goOn);
            return Replies.COUNT.read(reply);
        };
        try (ScriptedServer server = new ScriptedServer(peer -> {
                    peer.helloChunked();
                    largeReply(peer, chunks, sent);
                    peer.stayUntilClientLeaves();
                });
                NetconfSshClient client = new NetconfSshClient();
                ExecutorService caller = Executors.newVirtualThreadPerTaskExecutor()) {
            NetconfSession session = client.connect(server.endpoint());
            var call = caller.submit(() -> session.call(Replies.GET, slow, Fault.LONG));
            reading.await();
            await().during(Duration.ofMillis(500)).atMost(Fault.LONG).until(sent::get, before -> before == sent.get());
            assertThat(sent).hasValueLessThan(ahead).hasValueGreaterThan(0);
            goOn.countDown();
            assertThat(call.get()).isEqualTo(Integer.toString(chunks * ELEMENTS_IN_A_CHUNK));
            session.abort();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
