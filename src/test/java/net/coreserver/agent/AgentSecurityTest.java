package net.coreserver.agent;

import static net.coreserver.agent.RawClient.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import net.coreserver.netconf.Endpoint;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.channel.AbstractClientChannel;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.SshException;
import org.apache.sshd.common.channel.exception.SshChannelOpenException;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the agent does not let anyone do. */
@Timeout(60)
final class AgentSecurityTest {

    private static AgentServer agent;
    private static Endpoint endpoint;
    private static RawClient client;
    private static ClientSession authenticated;

    @BeforeAll
    static void start() throws IOException {
        agent = AgentServer.start(List::of, Duration.ofMinutes(5));
        endpoint = agent.endpoint("test-agent");
        client = new RawClient();
        authenticated = client.login(endpoint);
    }

    @AfterAll
    static void stop() {
        authenticated.close(true);
        client.close();
        agent.close();
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.getHostAddress().equals(endpoint.host()))
                .toList();

        assertThat(accepts(InetAddress.getByName(endpoint.host()))).isTrue();
        assertThat(others).noneMatch(AgentSecurityTest::accepts);
    }

    private static boolean accepts(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, endpoint.port()), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void refusesAWrongPassword() throws IOException {
        try (ClientSession session = client.connect(endpoint)) {
            session.addPasswordIdentity("not-" + RawClient.password(endpoint));

            assertRefused(session);
        }
    }

    @Test
    void refusesAWrongUser() throws IOException {
        try (ClientSession session = client.connect(endpoint)) {
            session.setUsername("root");
            session.addPasswordIdentity(RawClient.password(endpoint));

            assertRefused(session);
        }
    }

    @Test
    void refusesEveryPublicKey() throws IOException {
        KeyPair key = AgentSshServer.newHostKey();
        try (RawClient withKey = new RawClient(UserAuthPublicKeyFactory.INSTANCE);
                ClientSession session = withKey.connect(endpoint)) {
            session.addPublicKeyIdentity(key);

            assertRefused(session);
        }
    }

    @Test
    void asksNoQuestions() throws IOException {
        try (RawClient withAnswers = new RawClient(UserAuthKeyboardInteractiveFactory.INSTANCE);
                ClientSession session = withAnswers.connect(endpoint)) {
            session.addPasswordIdentity(RawClient.password(endpoint));

            assertRefused(session);
        }
    }

    @Test
    void letsTheRightPasswordIn() throws IOException {
        try (RawClient withPassword = new RawClient(UserAuthPasswordFactory.INSTANCE);
                ClientSession session = withPassword.connect(endpoint)) {
            session.addPasswordIdentity(RawClient.password(endpoint));
            session.auth().verify(PATIENCE);

            assertThat(session.isAuthenticated()).isTrue();
        }
    }

    @Test
    void closesTheConnectionAfterAFewWrongPasswords() throws IOException {
        try (ClientSession session = client.connect(endpoint)) {
            for (int i = 0; i < 10; i++) {
                session.addPasswordIdentity("wrong-" + i);
            }

            assertThatExceptionOfType(SshException.class)
                    .isThrownBy(() -> session.auth().verify(PATIENCE))
                    .withMessageContaining("Too many authentication failures");
            assertThat(session.isAuthenticated()).isFalse();
        }
    }

    private static void assertRefused(ClientSession session) {
        assertThatExceptionOfType(SshException.class)
                .isThrownBy(() -> session.auth().verify(PATIENCE));
        assertThat(session.isAuthenticated()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shell",
                "exec",
                "subsystem",
                "env",
                "pty-req",
                "window-change",
                "signal",
                "break",
                "x11-req",
                "auth-agent-req",
                "auth-agent-req@openssh.com",
                "simple@putty.projects.tartarus.org"
            })
    void refusesEveryOtherRequestOnAChannel(String type) throws IOException, InterruptedException {
        try (Probe probe = Probe.open(authenticated, "session")) {
            assertThat(probe.request(type, payload(type))).isFalse();
        }
    }

    @Test
    void grantsTheSubsystemAfterARefusal() throws IOException, InterruptedException {
        try (Probe probe = Probe.open(authenticated, "session")) {
            assertThat(probe.request("env", payload("env"))).isFalse();
            Buffer netconf = new ByteArrayBuffer();
            netconf.putString("netconf");
            assertThat(probe.request("subsystem", netconf)).isTrue();
        }
    }

    /** What each request would hold if it were meant. */
    private static Buffer payload(String request) {
        Buffer buffer = new ByteArrayBuffer();
        switch (request) {
            case "exec" -> buffer.putString("id");
            case "subsystem" -> buffer.putString("sftp");
            case "signal" -> buffer.putString("KILL");
            case "break" -> buffer.putUInt(100);
            case "env" -> {
                buffer.putString("LD_PRELOAD");
                buffer.putString("/nowhere.so");
            }
            case "pty-req" -> {
                buffer.putString("xterm");
                putFourNumbers(buffer);
                buffer.putString("");
            }
            case "window-change" -> putFourNumbers(buffer);
            case "x11-req" -> {
                buffer.putBoolean(false);
                buffer.putString("MIT-MAGIC-COOKIE-1");
                buffer.putString("00");
                buffer.putUInt(0);
            }
            default -> {
                // the others hold nothing
            }
        }
        return buffer;
    }

    private static void putFourNumbers(Buffer buffer) {
        for (int i = 0; i < 4; i++) {
            buffer.putUInt(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direct-tcpip",
                "forwarded-tcpip",
                "direct-streamlocal@openssh.com",
                "x11",
                "auth-agent@openssh.com",
                "tun@openssh.com"
            })
    void opensNoOtherChannel(String type) throws IOException {
        assertThatExceptionOfType(SshException.class)
                .isThrownBy(() -> Probe.open(authenticated, type))
                .havingRootCause()
                .asInstanceOf(InstanceOfAssertFactories.type(SshChannelOpenException.class))
                .returns(SshConstants.SSH_OPEN_UNKNOWN_CHANNEL_TYPE, SshChannelOpenException::getReasonCode);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcpip-forward",
                "cancel-tcpip-forward",
                "streamlocal-forward@openssh.com",
                "hostkeys-prove-00@openssh.com"
            })
    void grantsNoGlobalRequest(String type) throws IOException {
        Buffer buffer = authenticated.createBuffer(SshConstants.SSH_MSG_GLOBAL_REQUEST);
        buffer.putString(type);
        buffer.putBoolean(true);
        buffer.putString("127.0.0.1");
        buffer.putUInt(0);

        assertThat(authenticated.request(type, buffer, PATIENCE)).isNull();
        assertThat(authenticated.isOpen()).isTrue();
    }

    @Test
    void opensNoMoreThanAFewChannels() throws IOException {
        try (ClientSession session = client.login(endpoint)) {
            for (int i = 0; i < AgentSshServer.MAX_CHANNELS_PER_CONNECTION; i++) {
                assertThat(Probe.open(session, "session").isOpen()).isTrue();
            }

            assertThatExceptionOfType(SshException.class).isThrownBy(() -> Probe.open(session, "session"));
        }
    }

    /** A channel of any type, on which any request can be made. */
    private static final class Probe extends AbstractClientChannel {

        private final BlockingQueue<Boolean> granted = new LinkedBlockingQueue<>();

        private Probe(String type) {
            super(type);
        }

        static Probe open(ClientSession session, String type) throws IOException {
            Probe probe = new Probe(type);
            session.getService(ConnectionService.class).registerChannel(probe);
            probe.open().verify(PATIENCE);
            return probe;
        }

        /** Whether the server grants a request. */
        boolean request(String type, Buffer payload) throws IOException, InterruptedException {
            Buffer buffer = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
            buffer.putUInt(getRecipient());
            buffer.putString(type);
            buffer.putBoolean(true);
            buffer.putBuffer(payload);
            writePacket(buffer);
            return Objects.requireNonNull(granted.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS), "no answer");
        }

        /** Waits for the server to have closed it too, so that it counts no more among those that are open. */
        @Override
        public void close() throws IOException {
            assertThat(close(false).await(PATIENCE)).isTrue();
        }

        @Override
        public void handleSuccess() {
            granted.add(true);
        }

        @Override
        public void handleFailure() {
            granted.add(false);
        }

        @Override
        protected void doOpen() {
            // nothing is asked for by itself
        }

        @Override
        protected void doWriteData(byte[] data, int offset, long length) {
            // what the server says does not matter
        }

        @Override
        protected void doWriteExtendedData(byte[] data, int offset, long length) {
            // what the server says does not matter
        }
    }
}
