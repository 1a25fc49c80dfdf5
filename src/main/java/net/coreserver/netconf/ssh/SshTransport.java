package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import net.coreserver.netconf.Deadline;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Transport;
import net.coreserver.netconf.TransportException;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.ConnectionService;

/** One SSH connection, logged in, with one channel on it, as a transport of NETCONF. It owns both. */
final class SshTransport implements Transport {

    private static final Map<String, KexProposalOption> NEGOTIATED = Map.of(
            "keyExchange", KexProposalOption.ALGORITHMS,
            "hostKey", KexProposalOption.SERVERKEYS,
            "cipher", KexProposalOption.C2SENC,
            "mac", KexProposalOption.C2SMAC);

    private final ClientSession ssh;
    private final String target;
    private final Deadline opening;
    private final NetconfChannel channel = new NetconfChannel();

    /**
     * Makes the transport.
     *
     * @param opening by when the channel has to be open
     */
    SshTransport(ClientSession ssh, String target, Deadline opening) {
        this.ssh = ssh;
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
            if (opening.hasPassed()) {
                throw new DeadlineException(target, "connect", "The SSH server did not open a channel in time", e);
            }
            throw new TransportException(
                    target, "connect", "The SSH server opened no channel: " + NetconfSshClient.rootMessage(e), e);
        }
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        OutputStream out = channel.getInvertedIn();
        out.write(bytes);
        out.flush();
    }

    @Override
    public void consumed(long octets) {
        channel.release(octets);
    }

    @Override
    public Map<String, String> negotiated() {
        Map<String, String> negotiated = new LinkedHashMap<>();
        NEGOTIATED.forEach((name, option) -> {
            String algorithm = ssh.getNegotiatedKexParameter(option);
            if (algorithm != null && !algorithm.isEmpty()) {
                negotiated.put(name, algorithm);
            }
        });
        return negotiated;
    }

    @Override
    public void close() {
        // The channel alone could wait for a peer that does not answer; the connection goes with it.
        channel.close(false);
        ssh.close(false);
    }
}
