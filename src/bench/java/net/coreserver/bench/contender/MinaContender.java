package net.coreserver.bench.contender;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.sshd.client.ClientBuilder;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.channel.ChannelSubsystem;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * Apache MINA SSHD as it is, told to receive by push: what comes is counted up to the end mark of the framing, and never
 * looked at as XML. No client that stands on MINA can cost less.
 *
 * <p>It negotiates the algorithms that it is told, so that it does the same cryptography as the one it is compared with.
 */
final class MinaContender implements Contender {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final long WINDOW_OCTETS = 512 * 1024;
    private static final int NIO_WORKERS = 2;
    private static final String HELLO_END = "]]>]]>";
    private static final String HELLO = """
            <hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0"><capabilities>\
            <capability>urn:ietf:params:netconf:base:1.0</capability>\
            <capability>urn:ietf:params:netconf:base:1.1</capability></capabilities></hello>""" + HELLO_END;
    private static final int OCTETS_PER_INTERFACE = 500;

    private final SshClient client = SshClient.setUpDefaultClient();
    private final Server server;
    private final KeyPair keyPair;

    private MinaContender(Server server, Set<String> algorithms) throws IOException, GeneralSecurityException {
        this.server = server;
        try (InputStream in = Files.newInputStream(server.privateKeyFile())) {
            keyPair = SecurityUtils.loadKeyPairIdentities(
                            null, NamedResource.ofName("key"), in, FilePasswordProvider.EMPTY)
                    .iterator()
                    .next();
        }
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.setKeyExchangeFactories(only(ClientBuilder.setUpDefaultKeyExchanges(false), algorithms));
        client.setCipherFactories(only(client.getCipherFactories(), algorithms));
        client.setMacFactories(only(client.getMacFactories(), algorithms));
        client.setNioWorkers(NIO_WORKERS);
        CoreModuleProperties.TCP_NODELAY.set(client, true);
        CoreModuleProperties.WINDOW_SIZE.set(client, WINDOW_OCTETS);
        client.start();
    }

    /** Those of the given names; all of them where none is named, as with the MAC of a cipher that authenticates itself. */
    private static <T extends NamedResource> List<T> only(List<T> all, Set<String> names) {
        List<T> named =
                all.stream().filter(each -> names.contains(each.getName())).toList();
        return named.isEmpty() ? all : named;
    }

    /**
     * Runs the contender.
     *
     * @param arguments the server, and the algorithms to negotiate
     */
    public static void main(String[] arguments) throws Exception {
        ServiceLogging.configure();
        Server server = Server.parse(arguments);
        Set<String> algorithms = Set.copyOf(List.of(arguments).subList(server.arguments().length, arguments.length));
        MinaContender contender = new MinaContender(server, algorithms);
        CommandLoop.run(contender);
        contender.client.stop();
    }

    @Override
    public Session connect() throws Exception {
        ClientSession ssh = client.connect(server.username(), Server.HOST, server.port())
                .verify(TIMEOUT)
                .getClientSession();
        ssh.addPublicKeyIdentity(keyPair);
        ssh.auth().verify(TIMEOUT);
        MinaSession session = new MinaSession(ssh);
        session.open();
        return session;
    }

    private final class MinaSession implements Session {

        private final Semaphore messages = new Semaphore(0);
        private final ClientSession ssh;
        private final ChannelSubsystem channel;
        private final Counter counter = new Counter(messages);
        private long lastMessageId;

        MinaSession(ClientSession ssh) throws IOException {
            this.ssh = ssh;
            channel = ssh.createSubsystemChannel("netconf");
            channel.setOut(counter);
            channel.setErr(OutputStream.nullOutputStream());
        }

        void open() throws IOException, InterruptedException, TimeoutException {
            channel.open().verify(TIMEOUT);
            send(HELLO);
            awaitMessage();
            counter.expectChunks();
        }

        @Override
        public void get() throws IOException, InterruptedException, TimeoutException {
            counter.octets.set(0);
            String request = """
                    <rpc xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" message-id="%d"><get><filter type="subtree">\
                    <interfaces-state xmlns="urn:ietf:params:xml:ns:yang:ietf-interfaces"/></filter></get></rpc>""".formatted(++lastMessageId);
            send("\n#" + request.length() + "\n" + request + "\n##\n");
            awaitMessage();
            if (counter.octets.get() < (long) server.interfaces() * OCTETS_PER_INTERFACE) {
                throw new IOException("a reply of " + counter.octets + " octets");
            }
        }

        private void send(String message) throws IOException {
            OutputStream out = channel.getInvertedIn();
            out.write(message.getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private void awaitMessage() throws InterruptedException, TimeoutException {
            if (!messages.tryAcquire(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw new TimeoutException();
            }
        }

        @Override
        public String negotiated() {
            return Stream.of(KexProposalOption.ALGORITHMS, KexProposalOption.C2SENC, KexProposalOption.C2SMAC)
                    .map(ssh::getNegotiatedKexParameter)
                    .collect(Collectors.joining(" "));
        }

        @Override
        public void close() {
            channel.close(false);
            ssh.close(false);
        }
    }

    /** Sees where a message ends, and nothing else of it. One thread at a time writes, and none while another reads. */
    private static final class Counter extends OutputStream {

        private static final byte[] END_OF_HELLO = HELLO_END.getBytes(StandardCharsets.US_ASCII);
        private static final byte[] END_OF_CHUNKS = "\n##\n".getBytes(StandardCharsets.US_ASCII);

        private final AtomicLong octets = new AtomicLong();
        private final Semaphore messages;
        private volatile byte[] end = END_OF_HELLO;
        private int matched;

        Counter(Semaphore messages) {
            this.messages = messages;
        }

        void expectChunks() {
            end = END_OF_CHUNKS;
        }

        @Override
        public void write(int octet) {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            octets.addAndGet(length);
            // Only one rpc is in flight: the mark is the last that comes, so that nothing before it needs a look.
            for (int at = Math.max(offset, offset + length - end.length); at < offset + length; at++) {
                if (bytes[at] == end[matched]) {
                    matched++;
                } else {
                    matched = bytes[at] == end[0] ? 1 : 0;
                }
                if (matched == end.length) {
                    matched = 0;
                    messages.release();
                }
            }
        }
    }
}
