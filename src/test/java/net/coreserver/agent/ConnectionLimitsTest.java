package net.coreserver.agent;

import static net.coreserver.agent.RawClient.netconf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.coreserver.agent.RawClient.Netconf;
import net.coreserver.netconf.Endpoint;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class ConnectionLimitsTest {

    private static final Duration SOON = Duration.ofMillis(1500);

    private static Socket connect(Endpoint endpoint) throws IOException {
        return new Socket(InetAddress.getByName(endpoint.host()), endpoint.port());
    }

    /** Reads what the server says, up to where it closes the connection. */
    private static void readToTheEnd(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException e) {
            // closed with bytes unread on its side
        }
    }

    private static boolean isServed(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == 'S'; // of SSH-2.0
        } catch (SocketException e) {
            return false;
        }
    }

    @Test
    void closesAConnectionOnWhichNothingComes() throws IOException {
        try (AgentServer agent = AgentServer.start(List::of, SOON);
                Socket socket = connect(agent.endpoint("test"))) {
            readToTheEnd(socket);

            assertThat(socket.getInputStream().available()).isZero();
        }
    }

    @Test
    void closesAConnectionOnWhichLittleComesAtATime() throws IOException {
        try (AgentServer agent = AgentServer.start(List::of, SOON);
                Socket socket = connect(agent.endpoint("test"))) {
            await().pollInterval(Duration.ofMillis(50)).until(() -> !sends(socket));
        }
    }

    private static boolean sends(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void closesAConnectionWithoutHello() throws IOException {
        try (AgentServer agent = AgentServer.start(List::of, SOON);
                RawClient client = new RawClient();
                ClientSession session = client.login(agent.endpoint("test"))) {
            Netconf netconf = netconf(session);
            netconf.send("<hello");

            assertThat(netconf.readUntil("never")).endsWith("]]>]]>");
        }
    }

    @Test
    void leavesASessionAloneOnceItStands() throws IOException {
        try (AgentServer agent = AgentServer.start(List::of, SOON);
                RawClient client = new RawClient();
                ClientSession session = client.login(agent.endpoint("test"))) {
            Netconf netconf = netconf(session);
            netconf.send(Netconf.HELLO_1_0);
            netconf.readUntil("]]>]]>");
            try (Socket later = connect(agent.endpoint("test"))) {
                readToTheEnd(later); // so the deadline of the session, had it one still, is over as well
            }

            netconf.send(
                    "<rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><close-session/></rpc>]]>]]>");

            assertThat(netconf.readUntil("]]>]]>")).contains("<ok");
        }
    }

    @Test
    void refusesConnectionsAboveTheirNumber() throws IOException {
        try (AgentServer agent = AgentServer.start(List::of, Duration.ofMinutes(1))) {
            Endpoint endpoint = agent.endpoint("test");
            List<Socket> sockets = new ArrayList<>();
            try {
                for (int i = 0; i < AgentSshServer.MAX_CONNECTIONS; i++) {
                    Socket socket = connect(endpoint);
                    sockets.add(socket);
                    assertThat(isServed(socket)).isTrue();
                }
                try (Socket oneTooMany = connect(endpoint)) {
                    assertThat(isServed(oneTooMany)).isFalse();
                }

                sockets.removeFirst().close();

                await().until(() -> {
                    Socket socket = connect(endpoint);
                    sockets.add(socket);
                    return isServed(socket);
                });
            } finally {
                for (Socket socket : sockets) {
                    socket.close();
                }
            }
        }
    }
}
