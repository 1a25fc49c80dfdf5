package net.coreserver.netconf.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Transport;
import net.coreserver.testing.ScriptedServer;
import org.jspecify.annotations.Nullable;

/** A process with little memory whose sessions are flooded: for each flood that it is told, it prints what ended it. */
final class FloodClient {

    /** Twice the heap that the process has. */
    private static final long OCTETS = 128L * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private FloodClient() {}

    public static void main(String[] floods) throws InterruptedException {
        for (String name : floods) {
            System.out.println(name + " " + outcome(Flood.valueOf(name)));
        }
        System.exit(0);
    }

    private static String outcome(Flood flood) throws InterruptedException {
        try {
            NetconfSession session = NetconfSession.open("flood", new FloodingServer(flood), Deadline.in(PATIENCE));
            return "DATA " + session.call(Replies.GET, Replies.COUNT, PATIENCE);
        } catch (NetconfException e) {
            return e.kind() + " " + e.getMessage();
        }
    }

    /** Floods as fast as it is read, with a window as SSH has it, and then leaves. */
    private static final class FloodingServer implements Transport {

        private static final int WINDOW_OCTETS = 512 * 1024;

        private final Semaphore window = new Semaphore(WINDOW_OCTETS);
        private final AtomicBoolean closed = new AtomicBoolean();
        private final Flood flood;
        private @Nullable Receiver receiver;
        private boolean helloSent;

        FloodingServer(Flood flood) {
            this.flood = flood;
        }

        @Override
        public void start(Receiver target) {
            receiver = target;
        }

        @Override
        public void send(byte[] bytes, Deadline deadline) throws IOException {
            Receiver target = receiver;
            if (target == null || closed.get()) {
                throw new IOException("closed");
            }
            if (helloSent) {
                Thread.ofVirtual().start(() -> pour(target));
            } else {
                helloSent = true;
                say(target, (ScriptedServer.HELLO_1_0 + "]]>]]>").getBytes(StandardCharsets.UTF_8));
            }
        }

        private void pour(Receiver target) {
            long sent = say(target, flood.start());
            for (long number = 0; sent < OCTETS && !closed.get(); number++) {
                sent += say(target, flood.more(number));
            }
            close();
        }

        private int say(Receiver target, byte[] bytes) {
            window.acquireUninterruptibly(bytes.length);
            target.received(bytes, 0, bytes.length);
            return bytes.length;
        }

        @Override
        public void consumed(long octets) {
            window.release(Math.toIntExact(octets));
        }

        @Override
        public Map<String, String> negotiated() {
            return Map.of();
        }

        @Override
        public void close() {
            Receiver target = receiver;
            if (closed.compareAndSet(false, true) && target != null) {
                window.release(WINDOW_OCTETS);
                target.closed(null);
            }
        }
    }
}
