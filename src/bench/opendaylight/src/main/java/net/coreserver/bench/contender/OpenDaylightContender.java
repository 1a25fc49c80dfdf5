package net.coreserver.bench.contender;

import java.util.concurrent.TimeUnit;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.opendaylight.netconf.api.messages.NetconfMessage;
import org.opendaylight.netconf.client.NetconfClientFactoryImpl;
import org.opendaylight.netconf.client.NetconfClientSession;
import org.opendaylight.netconf.client.SimpleNetconfClientSessionListener;
import org.opendaylight.netconf.client.conf.NetconfClientConfiguration;
import org.opendaylight.netconf.client.conf.NetconfClientConfiguration.NetconfClientProtocol;
import org.opendaylight.netconf.client.conf.NetconfClientConfigurationBuilder;
import org.opendaylight.netconf.common.di.DefaultNetconfTimer;
import org.opendaylight.netconf.shaded.sshd.client.ClientFactoryManager;
import org.opendaylight.netconf.shaded.sshd.common.keyprovider.FileKeyPairProvider;
import org.opendaylight.netconf.transport.ssh.ClientFactoryManagerConfigurator;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.Host;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.IetfInetUtil;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.inet.types.rev130715.PortNumber;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.netconf.client.rev240814.netconf.client.initiate.stack.grouping.transport.ssh.ssh.SshClientParametersBuilder;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.netconf.client.rev240814.netconf.client.initiate.stack.grouping.transport.ssh.ssh.TcpClientParametersBuilder;
import org.opendaylight.yang.gen.v1.urn.ietf.params.xml.ns.yang.ietf.ssh.client.rev241010.ssh.client.grouping.ClientIdentityBuilder;
import org.opendaylight.yangtools.yang.common.Uint16;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * OpenDaylight's client as it comes, up to the DOM in which it hands a reply over; the mapping of YANG that stands on it in
 * OpenDaylight is left out.
 */
final class OpenDaylightContender implements Contender {

    private static final String NETCONF = "urn:ietf:params:xml:ns:netconf:base:1.0";
    private static final String INTERFACES = "urn:ietf:params:xml:ns:yang:ietf-interfaces";
    private static final long TIMEOUT_SECONDS = 60;

    private final DefaultNetconfTimer timer = new DefaultNetconfTimer();
    private final NetconfClientFactoryImpl factory = new NetconfClientFactoryImpl(timer);
    private final Server server;

    private OpenDaylightContender(Server server) {
        this.server = server;
    }

    /**
     * Runs the contender.
     *
     * @param arguments the server
     */
    public static void main(String[] arguments) throws Exception {
        OpenDaylightContender contender = new OpenDaylightContender(Server.parse(arguments));
        CommandLoop.run(contender);
        contender.factory.close();
        contender.timer.close();
    }

    @Override
    public Session connect() throws Exception {
        SimpleNetconfClientSessionListener listener = new SimpleNetconfClientSessionListener();
        NetconfClientSession session =
                factory.createClient(configuration(listener)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return new OpenDaylightSession(session, listener);
    }

    private NetconfClientConfiguration configuration(SimpleNetconfClientSessionListener listener) {
        return NetconfClientConfigurationBuilder.create()
                .withProtocol(NetconfClientProtocol.SSH)
                .withTcpParameters(new TcpClientParametersBuilder()
                        .setRemoteAddress(new Host(IetfInetUtil.ipAddressFor(Server.HOST)))
                        .setRemotePort(new PortNumber(Uint16.valueOf(server.port())))
                        .build())
                .withSshParameters(new SshClientParametersBuilder()
                        .setClientIdentity(new ClientIdentityBuilder()
                                .setUsername(server.username())
                                .build())
                        .build())
                .withSshConfigurator(new ClientFactoryManagerConfigurator() {
                    @Override
                    protected void configureClientFactoryManager(ClientFactoryManager manager) {
                        manager.setKeyIdentityProvider(new FileKeyPairProvider(server.privateKeyFile()));
                    }
                })
                .withSessionListener(listener)
                .withConnectionTimeoutMillis(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS))
                .build();
    }

    private final class OpenDaylightSession implements Session {

        private final NetconfClientSession session;
        private final SimpleNetconfClientSessionListener listener;
        private final Document request;
        private long lastMessageId;

        OpenDaylightSession(NetconfClientSession session, SimpleNetconfClientSessionListener listener)
                throws ParserConfigurationException {
            this.session = session;
            this.listener = listener;
            this.request = request();
        }

        @Override
        public void get() throws Exception {
            request.getDocumentElement().setAttribute("message-id", Long.toString(++lastMessageId));
            NetconfMessage reply =
                    listener.sendRequest(new NetconfMessage(request)).get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            int interfaces = interfaces(reply.getDocument().getDocumentElement());
            if (interfaces != server.interfaces()) {
                throw new IllegalStateException("got " + interfaces + " interfaces");
            }
        }

        @Override
        public String negotiated() {
            return "-";
        }

        @Override
        public void close() {
            session.close();
        }
    }

    private static Document request() throws ParserConfigurationException {
        DocumentBuilderFactory builders = DocumentBuilderFactory.newInstance();
        builders.setNamespaceAware(true);
        Document document = builders.newDocumentBuilder().newDocument();
        Element rpc = document.createElementNS(NETCONF, "rpc");
        Element get = document.createElementNS(NETCONF, "get");
        Element filter = document.createElementNS(NETCONF, "filter");
        filter.setAttribute("type", "subtree");
        filter.appendChild(document.createElementNS(INTERFACES, "interfaces-state"));
        get.appendChild(filter);
        rpc.appendChild(get);
        document.appendChild(rpc);
        return document;
    }

    /** Counts the entries of {@code rpc-reply/data/interfaces-state}. */
    private static int interfaces(Element reply) {
        Node state = reply;
        for (String name : new String[] {"data", "interfaces-state"}) {
            state = child(state, name);
        }
        int interfaces = 0;
        for (Node at = state.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at.getNodeType() == Node.ELEMENT_NODE) {
                interfaces++;
            }
        }
        return interfaces;
    }

    private static Node child(Node parent, String name) {
        for (Node at = parent.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (name.equals(at.getLocalName())) {
                return at;
            }
        }
        throw new IllegalStateException("no <" + name + "> in <" + parent.getNodeName() + ">");
    }
}
