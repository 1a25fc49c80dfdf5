package net.coreserver.bench.contender;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.ssh.NetconfSshClient;

/** The client of this project, up to the records that the service keeps. */
final class CoreServerContender implements Contender {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final NetconfSshClient client = new NetconfSshClient();
    private final IetfInterfacesState model = new IetfInterfacesState();
    private final Server server;
    private final Endpoint endpoint;

    private CoreServerContender(Server server) throws IOException {
        this.server = server;
        Path knownHosts = Files.createTempFile("bench-known-hosts-", "");
        knownHosts.toFile().deleteOnExit();
        endpoint = new Endpoint(
                "bench",
                Server.HOST,
                server.port(),
                new Credentials(server.username(), null, Secret.inFile(server.privateKeyFile()), null),
                new HostKeyPolicy.AcceptNew(knownHosts, knownHosts),
                TIMEOUT,
                TIMEOUT);
    }

    /**
     * Runs the contender.
     *
     * @param arguments the server
     */
    public static void main(String[] arguments) throws Exception {
        ServiceLogging.configure();
        CoreServerContender contender = new CoreServerContender(Server.parse(arguments));
        CommandLoop.run(contender);
        contender.client.close();
    }

    @Override
    public Session connect() throws InterruptedException {
        return new CoreServerSession(client.connect(endpoint));
    }

    private final class CoreServerSession implements Session {

        private final NetconfSession session;

        CoreServerSession(NetconfSession session) {
            this.session = session;
        }

        @Override
        public void get() throws InterruptedException {
            List<InterfaceSample> samples = session.call(model.request(), model.replyReader(), TIMEOUT);
            if (samples.size() != server.interfaces()) {
                throw new IllegalStateException("got " + samples.size() + " interfaces");
            }
        }

        @Override
        public String negotiated() {
            return String.join(" ", session.negotiated().values());
        }

        @Override
        public void close() {
            session.close();
        }
    }
}
