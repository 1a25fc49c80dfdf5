package net.coreserver.netconf.faults;

import static net.coreserver.netconf.FailureKind.TIMEOUT;
import static net.coreserver.netconf.FailureKind.TRANSPORT;
import static net.coreserver.netconf.faults.Fault.beforeHello;
import static net.coreserver.netconf.faults.Fault.belowSsh;
import static net.coreserver.netconf.faults.Fault.fails;
import static net.coreserver.netconf.faults.Fault.inSession;
import static net.coreserver.netconf.faults.Fault.inSsh;
import static net.coreserver.netconf.faults.Fault.works;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import net.coreserver.testing.RawServer;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.ScriptedServer.Conversation;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.AsyncAuthException;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;

/** What goes wrong below NETCONF: in TCP, in the set-up of SSH, and in SSH under a session. */
final class SshFaults {

    private static final String BANNER = "SSH-2.0-Test_1.0\r\n";
    /** "The connection was lost", or "Cannot connect", by how far the client got before it noticed. */
    private static final String LOST = "onnect";

    private static final String NO_LOGIN = "The SSH server did not finish the login in time";
    private static final String NO_HELLO = "The server sent no hello in time";
    private static final String NO_REPLY = "No get answer within 0.4 s";
    private static final long TRICKLE_MILLIS = 100;

    private SshFaults() {}

    static List<Fault> all() {
        return List.of(
                belowSsh("accepts, and never says a word", SshFaults::stay, fails(TIMEOUT, NO_LOGIN)),
                belowSsh("accepts, and closes", (in, out) -> {}, fails(TRANSPORT, LOST)),
                belowSsh("no key exchange after the banner", SshFaults::bannerOnly, fails(TIMEOUT, NO_LOGIN)),
                belowSsh("closes after the banner", SshFaults::bannerAndClose, fails(TRANSPORT, LOST)),
                belowSsh("garbage after the banner", SshFaults::garbageAfterBanner, fails(TIMEOUT, NO_LOGIN)),
                belowSsh("HTTP in place of SSH, and closes", SshFaults::http, fails(TRANSPORT, LOST)),
                belowSsh("a banner that never ends", (in, out) -> endless(out, "SSH-2.0-x"), fails(TRANSPORT, LOST)),
                belowSsh(
                        "lines without end before the banner",
                        (in, out) -> endless(out, "\r\n"),
                        fails(TRANSPORT, LOST)),
                belowSsh("the banner byte by byte", SshFaults::trickledBanner, fails(TIMEOUT, NO_LOGIN)),
                inSsh("a login that is never answered", SshFaults::neverLogsIn, fails(TIMEOUT, NO_LOGIN)),
                inSsh(
                        "a channel that is never opened",
                        SshFaults::neverOpens,
                        fails(TIMEOUT, "did not open a channel")),
                inSsh("a subsystem that is never answered", SshFaults::neverAnswers, fails(TIMEOUT, NO_HELLO)),
                new Fault(
                        "a window too small for our hello",
                        () -> new ScriptedServer(SshFaults::readNothing, SshFaults::tinyWindow),
                        Fault.Stage.CONNECT,
                        Duration.ofSeconds(2),
                        fails(TIMEOUT, "The server did not take the request in time")),
                inSsh("a subsystem that is refused", SshFaults::noSubsystem, fails(TRANSPORT, "refused the subsystem")),
                beforeHello("no hello", Conversation::stayUntilClientLeaves, fails(TIMEOUT, NO_HELLO)),
                beforeHello("closes before hello", peer -> {}, fails(TRANSPORT, "The server closed the session")),
                beforeHello("disconnects before hello", SshFaults::disconnect, fails(TRANSPORT, "")),
                inSession("an exit status before the reply", SshFaults::exitStatusFirst, works("after exit")),
                inSession("disconnects in place of a reply", SshFaults::disconnectLater, fails(TRANSPORT, "")),
                inSession("cuts the connection in a reply", SshFaults::cutInReply, fails(TRANSPORT, "in the middle")),
                inSession("reads nothing more", SshFaults::freeze, fails(TIMEOUT, NO_REPLY))
                        .withShortPatience());
    }

    private static void stay(InputStream in, OutputStream out) throws IOException {
        RawServer.readToEnd(in);
    }

    private static void bannerOnly(InputStream in, OutputStream out) throws IOException {
        RawServer.send(out, BANNER);
        RawServer.readToEnd(in);
    }

    private static void bannerAndClose(InputStream in, OutputStream out) throws IOException {
        RawServer.send(out, BANNER);
    }

    private static void garbageAfterBanner(InputStream in, OutputStream out) throws IOException {
        RawServer.send(out, BANNER + "\u00ff\u00fe%%% Connection limit reached %%%\r\n".repeat(10));
        RawServer.readToEnd(in);
    }

    private static void http(InputStream in, OutputStream out) throws IOException {
        RawServer.send(out, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
    }

    private static void endless(OutputStream out, String text) throws IOException {
        while (true) {
            RawServer.send(out, text.repeat(100));
        }
    }

    private static void trickledBanner(InputStream in, OutputStream out) throws IOException, InterruptedException {
        for (char octet = 'A'; octet <= 'z'; octet++) {
            RawServer.send(out, String.valueOf(octet));
            Thread.sleep(TRICKLE_MILLIS); // the fault itself; nothing is waited for
        }
        RawServer.readToEnd(in);
    }

    private static void neverLogsIn(SshServer server) {
        server.setPasswordAuthenticator((username, password, session) -> {
            throw new AsyncAuthException();
        });
    }

    private static void neverOpens(SshServer server) {
        server.setChannelFactories(List.of(new ChannelSessionFactory() {
            @Override
            public Channel createChannel(Session session) {
                return new ChannelSession() {
                    @Override
                    public OpenFuture open(long recipient, long window, long packet, Buffer buffer) {
                        return new DefaultOpenFuture(this, new Object());
                    }
                };
            }
        }));
    }

    private static void neverAnswers(SshServer server) {
        RequestHandler<Channel> silent = (channel, request, wantReply, buffer) -> RequestHandler.Result.Replied;
        server.setChannelFactories(List.of(new ChannelSessionFactory() {
            @Override
            public Channel createChannel(Session session) {
                return new ChannelSession(List.of(silent));
            }
        }));
    }

    private static void noSubsystem(SshServer server) {
        server.setSubsystemFactories(List.of());
    }

    private static void tinyWindow(SshServer server) {
        CoreModuleProperties.WINDOW_SIZE.set(server, 64L);
        CoreModuleProperties.MAX_PACKET_SIZE.set(server, 64L);
    }

    private static void disconnect(Conversation peer) throws IOException {
        peer.channel()
                .getSession()
                .disconnect(SshConstants.SSH2_DISCONNECT_TOO_MANY_CONNECTIONS, "Too many sessions for this test");
        peer.stayUntilClientLeaves();
    }

    private static void disconnectLater(Conversation peer) throws IOException {
        Replies.firstRequest(peer);
        disconnect(peer);
    }

    private static void exitStatusFirst(Conversation peer) throws IOException {
        String id = Replies.firstRequest(peer);
        Session session = peer.channel().getSession();
        Buffer buffer = session.createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
        buffer.putUInt(peer.channel().getRecipient());
        buffer.putString("exit-status");
        buffer.putBoolean(false);
        buffer.putUInt(0);
        session.writePacket(buffer);
        peer.sendChunked(Replies.data(id, "after exit"));
        peer.stayUntilClientLeaves();
    }

    private static void cutInReply(Conversation peer) throws IOException {
        String reply = Replies.data(Replies.firstRequest(peer), "x".repeat(100));
        peer.send("\n#" + reply.length() + "\n" + reply.substring(0, 150));
        peer.channel().getSession().close(true);
        peer.stayUntilClientLeaves();
    }

    private static void freeze(Conversation peer) throws IOException, InterruptedException {
        peer.helloChunked();
        peer.channel().getSession().getIoSession().suspendRead();
        readNothing(peer);
    }

    private static void readNothing(Conversation peer) throws InterruptedException {
        Thread.currentThread().join(); // until the server is stopped
    }
}
