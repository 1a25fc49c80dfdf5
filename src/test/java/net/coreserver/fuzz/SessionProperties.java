package net.coreserver.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Transport;
import net.coreserver.netconf.framing.Framing;
import net.coreserver.testing.ScriptedServer;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole session and any bytes: the call ends when the connection does, with a value or a failure of the
 * kinds that callers know.
 */
final class SessionProperties {

    /** Nothing is slow here but the first input, on a busy machine: whoever still waits after so long would for ever. */
    private static final Duration HANG = Duration.ofSeconds(60);

    private static final IetfInterfacesState INTERFACES = new IetfInterfacesState();
    private static final byte[] NOTHING = {};

    private SessionProperties() {}

    static void checkFromTheStart(byte[] input) {
        check(new Server(input, NOTHING));
    }

    static void checkAfterRequest(Framing framing, byte[] input) {
        String hello = framing == Framing.CHUNKED ? ScriptedServer.HELLO_1_1 : ScriptedServer.HELLO_1_0;
        check(new Server((hello + "]]>]]>").getBytes(StandardCharsets.UTF_8), input));
    }

    private static void check(Server server) {
        try {
            NetconfSession session = NetconfSession.open("fuzz", server, Deadline.in(HANG));
            List<InterfaceSample> ignored = session.call(INTERFACES.request(), INTERFACES.replyReader(), HANG);
            session.abort();
        } catch (DeadlineException e) {
            throw new AssertionError("the end of the connection ended nothing", e);
        } catch (NetconfException e) {
            // what a caller is prepared for
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    /** Says something to our hello and something to our request, and leaves. */
    private static final class Server implements Transport {

        private final byte[] toHello;
        private final byte[] toRequest;
        private @Nullable Receiver receiver;
        private int sent;
        private boolean closed;

        Server(byte[] toHello, byte[] toRequest) {
            this.toHello = toHello;
            this.toRequest = toRequest;
        }

        @Override
        public void start(Receiver target) {
            receiver = target;
        }

        @Override
        public void send(byte[] bytes, Deadline deadline) throws IOException {
            Receiver target = receiver;
            if (target == null || closed) {
                throw new IOException("closed");
            }
            sent++;
            byte[] answer = sent == 1 ? toHello : toRequest;
            target.received(answer, 0, answer.length);
            if (sent == 2 || toRequest.length == 0) {
                closed = true;
                target.closed(null);
            }
        }

        @Override
        public void consumed(long octets) {
            // all that there is was sent
        }

        @Override
        public Map<String, String> negotiated() {
            return Map.of();
        }

        @Override
        public void close() {
            // Not told to the receiver: it is when the bytes are all sent.
        }
    }
}
