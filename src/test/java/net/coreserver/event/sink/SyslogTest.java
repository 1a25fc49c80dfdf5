package net.coreserver.event.sink;

import static net.coreserver.event.sink.SinkFixture.settings;
import static net.coreserver.event.sink.SinkFixture.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import net.coreserver.event.Event;
import net.coreserver.event.EventKind;
import net.coreserver.testing.TestCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over real sockets on loopback. */
class SyslogTest {

    private static final Pattern ID = Pattern.compile(" id=\"([0-9]+)\"");

    @TempDir
    private Path directory;

    private static Destination.Syslog syslog(SyslogTransport transport, int port, @Nullable Path authorities) {
        return new Destination.Syslog("127.0.0.1", port, transport, SyslogFacility.LOCAL0, authorities);
    }

    private static ServerSocket listening() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setSoTimeout(30_000);
        return server;
    }

    private static Socket accept(ServerSocket server) throws IOException {
        Socket socket = server.accept();
        socket.setSoTimeout(30_000);
        return socket;
    }

    private static Event event(long id) {
        return new Event(id, SinkFixture.occurrence(HeldClock.START, EventKind.LINK_DOWN, "edge-1"));
    }

    private static List<Event> events(int from, int to) {
        return LongStream.rangeClosed(from, to).mapToObj(SyslogTest::event).toList();
    }

    /** Reads as many messages, each with its length in front; gives the numbers of the events. */
    private static List<Long> read(Socket socket, int count) throws IOException {
        InputStream in = socket.getInputStream();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder length = new StringBuilder();
            for (int c = in.read(); c != ' '; c = in.read()) {
                if (c < 0) {
                    throw new EOFException();
                }
                length.append((char) c);
            }
            assertThat(length.toString()).matches("[1-9][0-9]*");
            ids.add(id(new String(in.readNBytes(Integer.parseInt(length.toString())), StandardCharsets.UTF_8)));
        }
        return ids;
    }

    private static long id(String message) {
        assertThat(message).startsWith("<132>1 2026-11-21T07:00:00Z ").endsWith("] The interface eth0 is down");
        Matcher id = ID.matcher(message);
        assertThat(id.find()).isTrue();
        return Long.parseLong(id.group(1));
    }

    @Test
    void overUdpEachEventIsADatagram() throws Exception {
        try (DatagramSocket server = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                Outlet outlet = new DatagramOutlet(syslog(SyslogTransport.UDP, server.getLocalPort(), null))) {
            server.setSoTimeout(30_000);
            for (int i = 1; i <= 3; i++) {
                assertThat(outlet.deliver(events(i, i))).isEqualTo(Outcome.Taken.TAKEN);
                DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
                server.receive(packet);
                assertThat(id(new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8)))
                        .isEqualTo(i);
            }
        }
    }

    @Test
    void thatNobodyListensOverUdpShowsFromTheSecondEventOn() throws Exception {
        int port;
        try (DatagramSocket gone = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            port = gone.getLocalPort();
        }
        Outcome nobody = Outcome.Failed.passing("Nobody listens at that port");
        try (Outlet outlet = new DatagramOutlet(syslog(SyslogTransport.UDP, port, null))) {
            await().until(() -> outlet.deliver(events(1, 1)).equals(nobody));
            assertThat(outlet.deliver(events(2, 2))).isEqualTo(nobody);
            assertThat(outlet.deliver(events(2, 2))).isEqualTo(nobody);
            try (DatagramSocket back =
                    new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
                assertThat(back.isBound()).isTrue();
                assertThat(outlet.deliver(events(2, 2))).isEqualTo(Outcome.Taken.TAKEN);
            }
        }
    }

    @Test
    void overTcpEventsGoOverOneConnection() throws Exception {
        try (ServerSocket server = listening();
                Outlet outlet = new StreamOutlet(syslog(SyslogTransport.TCP, server.getLocalPort(), null), () -> {})) {
            assertThat(outlet.deliver(events(1, 2))).isEqualTo(Outcome.Taken.TAKEN);
            try (Socket connection = accept(server)) {
                assertThat(read(connection, 2)).containsExactly(1L, 2L);
                assertThat(outlet.deliver(events(3, 3))).isEqualTo(Outcome.Taken.TAKEN);
                assertThat(read(connection, 1)).containsExactly(3L);
            }
        }
    }

    @Test
    void overTlsTheServerHasToProveItsName() throws Exception {
        TestCertificate right = TestCertificate.of(directory, "127.0.0.1");
        TestCertificate wrong = TestCertificate.of(directory, "192.0.2.1");

        assertThat(overTls(right, right.authority())).isEqualTo(Outcome.Taken.TAKEN);
        assertThat(overTls(right, null))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.needsPerson()).isTrue());
        assertThat(overTls(wrong, wrong.authority()))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason())
                                .startsWith("TLS failed: ")
                                .contains("127.0.0.1"));
    }

    private static Outcome overTls(TestCertificate certificate, @Nullable Path authorities) throws Exception {
        try (ServerSocket server = certificate
                        .context()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Outlet outlet =
                        new StreamOutlet(syslog(SyslogTransport.TLS, server.getLocalPort(), authorities), () -> {})) {
            List<Long> arrived = new ArrayList<>();
            Thread reader = Thread.ofVirtual().start(() -> {
                try (Socket connection = server.accept()) {
                    connection.setSoTimeout(30_000);
                    arrived.addAll(read(connection, 2));
                } catch (IOException e) {
                    // it was not to its liking
                }
            });
            Outcome outcome = outlet.deliver(events(1, 2));
            reader.join();
            assertThat(arrived).hasSize(outcome == Outcome.Taken.TAKEN ? 2 : 0);
            return outcome;
        }
    }

    @Test
    void whatWasWrittenJustBeforeABreakIsWrittenAgainWithoutWaitingForMore() throws Exception {
        try (ServerSocket server = listening();
                SinkFixture fixture = new SinkFixture(directory);
                Sinks sinks =
                        fixture.startReal(settings("log", syslog(SyslogTransport.TCP, server.getLocalPort(), null)))) {
            fixture.awaitBegun(1);
            fixture.happen(3);
            try (Socket first = accept(server)) {
                await().until(() -> state(sinks, "log").delivered() == 3);
                assertThat(read(first, 1)).containsExactly(1L); // and dies with the others unread
            }
            try (Socket second = accept(server)) {
                assertThat(read(second, 3)).containsExactly(1L, 2L, 3L);
                fixture.happen(1);
                assertThat(read(second, 1)).containsExactly(4L);
            }
            await().untilAsserted(() -> assertThat(state(sinks, "log"))
                    .returns(4L, SinkState::delivered)
                    .returns(4L, SinkState::cursor));
        }
    }

    @Test
    void aServerThatIsAwayForAWhileGetsWhatItMissed() throws Exception {
        int port;
        try (SinkFixture fixture = new SinkFixture(directory)) {
            Sinks sinks;
            try (ServerSocket server = listening()) {
                port = server.getLocalPort();
                sinks = fixture.startReal(settings("log", syslog(SyslogTransport.TCP, port, null)));
                fixture.awaitBegun(1);
                fixture.happen(1);
                try (Socket connection = accept(server)) {
                    assertThat(read(connection, 1)).containsExactly(1L);
                }
            }
            try {
                fixture.happen(2);
                await().until(() -> state(sinks, "log").failure() != null);
                try (ServerSocket again = new ServerSocket()) {
                    again.setReuseAddress(true);
                    again.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                    again.setSoTimeout(30_000);
                    await().until(() -> {
                        fixture.clock.advance(Duration.ofMinutes(5));
                        return state(sinks, "log").failure() == null;
                    });
                    try (Socket connection = accept(again)) {
                        assertThat(read(connection, 3)).containsExactly(1L, 2L, 3L);
                    }
                }
            } finally {
                sinks.close();
            }
        }
    }

    @Test
    void aServerThatDoesNotReadIsLeft() throws Exception {
        try (ServerSocket server = new ServerSocket()) {
            server.setReceiveBufferSize(4096);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.setSoTimeout(30_000);
            try (StreamConnection connection =
                            StreamConnection.open(syslog(SyslogTransport.TCP, server.getLocalPort(), null), () -> {});
                    Socket deaf = accept(server)) {
                assertThat(deaf.isConnected()).isTrue();
                assertThatThrownBy(() -> connection.write(new byte[16 * 1024 * 1024], Duration.ofMillis(300)))
                        .isInstanceOf(TimeoutException.class);
                await().until(() -> connection.endedNanos() != null);
            }
        }
    }
}
