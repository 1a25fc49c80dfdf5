package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Peer;
import net.coreserver.netconf.Transport;
import net.coreserver.netconf.TransportException;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.ConnectionService;

/** One SSH connection, logged in, with one channel on it, as a transport of NETCONF. It owns both. */
final class SshTransport implements Transport {

    private final ClientSession ssh;
    private final String target;
    private final Deadline opening;
    private final Duration loginDuration;
    private final NetconfChannel channel = new NetconfChannel();
    private final ReentrantLock sending = new ReentrantLock();

    /**
     * Makes the transport.
     *
     * @param opening by when the channel has to be open
     * @param loginDuration how long it took to come so far
     */
    SshTransport(ClientSession ssh, String target, Deadline opening, Duration loginDuration) {
        this.ssh = ssh;
        this.loginDuration = loginDuration;
        this.target = target;
        this.opening = opening;
    }

    @Override
    public void start(Receiver receiver) {
        channel.receiveWith(receiver);
        try {
            ssh.getService(ConnectionService.class).registerChannel(channel);
            channel.open().verify(opening.remaining());
        } catch (IOException e) {
            if (opening.hasPassed() || Failures.isTimeout(e)) {
                throw new DeadlineException(target, "connect", "The SSH server did not open a channel in time", e);
            }
            throw new TransportException(
                    target, "connect", "The SSH server opened no channel: " + Failures.rootMessage(e), e);
        }
    }

    @Override
    public void send(byte[] bytes, Deadline deadline) throws IOException, TimeoutException, InterruptedException {
        if (!sending.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
            throw new TimeoutException("another message is still being sent");
        }
        int sent = 0;
        try {
            OutputStream out = channel.getInvertedIn();
            while (sent < bytes.length) {
                int piece = Math.min(awaitSpace(deadline), bytes.length - sent);
                out.write(bytes, sent, piece);
                sent += piece;
            }
            out.flush();
        } catch (TimeoutException | InterruptedException e) {
            if (sent > 0) {
                close(); // half a message is sent: nothing could follow it
            }
            throw e;
        } finally {
            sending.unlock();
        }
    }

    /** How much the peer's window takes now; waits while it takes nothing. */
    private int awaitSpace(Deadline deadline) throws IOException, TimeoutException, InterruptedException {
        try {
            return Math.toIntExact(
                    Math.min(Integer.MAX_VALUE, channel.getRemoteWindow().waitForSpace(deadline.remaining())));
        } catch (SocketTimeoutException e) {
            throw (TimeoutException) new TimeoutException("the peer's window stays closed").initCause(e);
        }
    }

    @Override
    public void consumed(long octets) {
        channel.release(octets);
    }

    @Override
    public Optional<Peer> peer() {
        PublicKey hostKey = ssh.getServerKey();
        if (!(ssh.getConnectAddress() instanceof InetSocketAddress socketAddress) || hostKey == null) {
            return Optional.empty();
        }
        InetAddress address = socketAddress.getAddress();
        return Optional.of(new Peer(
                address == null ? socketAddress.getHostString() : address.getHostAddress(),
                socketAddress.getPort(),
                KeyUtils.getFingerPrint(BuiltinDigests.sha256, hostKey),
                loginDuration));
    }

    @Override
    public Map<String, String> negotiated() {
        Map<String, String> negotiated = new LinkedHashMap<>();
        put(negotiated, "keyExchange", KexProposalOption.ALGORITHMS);
        put(negotiated, "hostKey", KexProposalOption.SERVERKEYS);
        putBothWays(negotiated, "cipher", KexProposalOption.C2SENC, KexProposalOption.S2CENC);
        putBothWays(negotiated, "mac", KexProposalOption.C2SMAC, KexProposalOption.S2CMAC);
        return negotiated;
    }

    private void put(Map<String, String> negotiated, String name, KexProposalOption option) {
        String algorithm = ssh.getNegotiatedKexParameter(option);
        if (algorithm != null && !algorithm.isEmpty()) {
            negotiated.put(name, algorithm);
        }
    }

    /** One name when both directions have the same, as they nearly always do; else one for each. */
    private void putBothWays(
            Map<String, String> negotiated, String name, KexProposalOption toServer, KexProposalOption toClient) {
        if (Objects.equals(ssh.getNegotiatedKexParameter(toServer), ssh.getNegotiatedKexParameter(toClient))) {
            put(negotiated, name, toServer);
        } else {
            put(negotiated, name + "ToServer", toServer);
            put(negotiated, name + "ToClient", toClient);
        }
    }

    @Override
    public void close() {
        // The channel alone could wait for a peer that does not answer; the connection goes with it.
        channel.close(false);
        ssh.close(true);
    }
}
