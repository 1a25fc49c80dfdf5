package net.coreserver.event.sink;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import net.coreserver.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to a syslog server as datagrams; RFC 5426. Nobody says that they arrived. That there is no server at all is told by
 * the host, as a rule, after the first one is gone; from then on each is given a moment for such an answer.
 */
final class DatagramOutlet implements Outlet {

    private static final Duration TO_LOOK_UP = Duration.ofSeconds(10);
    private static final Duration TO_BE_REFUSED = Duration.ofMillis(200);

    /** A name may be of another host one day. */
    private static final Duration ADDRESS_LASTS = Duration.ofMinutes(1);

    private final Destination.Syslog syslog;
    private @Nullable SyslogMessage messages;
    private @Nullable DatagramSocket socket;
    private long openedNanos;
    private boolean isInDoubt;

    DatagramOutlet(Destination.Syslog syslog) {
        this.syslog = syslog;
    }

    @Override
    public int batchSize() {
        return 1;
    }

    @Override
    public Outcome deliver(List<Event> events) throws InterruptedException {
        try {
            DatagramSocket open = open();
            for (Event event : events) {
                byte[] message = messages().of(event);
                open.send(new DatagramPacket(message, message.length));
            }
            if (isInDoubt) {
                awaitRefusal(open);
                isInDoubt = false;
            }
            return Outcome.Taken.TAKEN;
        } catch (PortUnreachableException e) {
            isInDoubt = true;
            close();
            return Outcome.Failed.passing("Nobody listens at that port");
        } catch (TimeoutException e) {
            return Outcome.Failed.passing(
                    "The name of the host was not looked up within " + TO_LOOK_UP.toSeconds() + " s");
        } catch (IOException e) {
            close();
            return Failures.of(e);
        }
    }

    private SyslogMessage messages() {
        SyslogMessage known = messages;
        if (known == null) {
            known = SyslogMessage.ofThisProcess(syslog.facility(), SyslogMessage.LONGEST_DATAGRAM);
            messages = known;
        }
        return known;
    }

    private DatagramSocket open() throws IOException, TimeoutException, InterruptedException {
        DatagramSocket known = socket;
        if (known != null && System.nanoTime() - openedNanos < ADDRESS_LASTS.toNanos()) {
            return known;
        }
        close();
        InetSocketAddress address =
                TimeLimit.run(TO_LOOK_UP, () -> new InetSocketAddress(syslog.host(), syslog.port()), () -> {});
        if (address.isUnresolved()) {
            throw new UnknownHostException(syslog.host());
        }
        DatagramSocket made = new DatagramSocket();
        made.connect(address);
        made.setSoTimeout(Math.toIntExact(TO_BE_REFUSED.toMillis()));
        socket = made;
        openedNanos = System.nanoTime();
        return made;
    }

    private static void awaitRefusal(DatagramSocket open) throws IOException {
        try {
            open.receive(new DatagramPacket(new byte[1], 1));
        } catch (SocketTimeoutException e) {
            // Nobody refuses it.
        }
    }

    @Override
    public void close() {
        DatagramSocket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
