package net.coreserver.it;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A NETCONF client of nothing but OpenSSH's {@code ssh}, to look at the rig without the service. Messages end with
 * {@code ]]>]]>}, as in RFC 4742.
 */
final class SubsystemClient implements AutoCloseable {

    private static final String END_OF_MESSAGE = "]]>]]>";

    private static final String HELLO = """
            <hello xmlns="urn:ietf:params:xml:ns:netconf:base:1.0">
              <capabilities><capability>urn:ietf:params:netconf:base:1.0</capability></capabilities>
            </hello>""";

    private final Process ssh;
    private final Writer requests;
    private final BufferedReader replies;

    private SubsystemClient(Process ssh) {
        this.ssh = ssh;
        this.requests = ssh.outputWriter(StandardCharsets.UTF_8);
        this.replies = new BufferedReader(new InputStreamReader(ssh.getInputStream(), StandardCharsets.UTF_8));
    }

    /**
     * Logs in. What comes first is the server's hello.
     *
     * @param rig where
     * @param key a key that its SSH server lets in
     */
    static SubsystemClient connect(NetconfdRig rig, SshKey key) throws IOException {
        Path knownHosts = rig.directory().resolve("ssh-client-known-hosts");
        Files.writeString(knownHosts, rig.sshd().knownHostsLine(rig.sshd().hostKey()));
        List<String> command = new ArrayList<>(List.of("timeout", "30", "ssh", "-F", "none"));
        command.addAll(List.of("-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=yes"));
        command.addAll(List.of(
                "-o", "UserKnownHostsFile=" + knownHosts, "-i", key.file().toString()));
        command.addAll(List.of("-p", Integer.toString(rig.sshd().port())));
        command.addAll(List.of("-s", NetconfdRig.USER + "@" + Sshd.HOST, "netconf"));
        return new SubsystemClient(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** Opens a session: hello for hello. */
    static SubsystemClient open(NetconfdRig rig, SshKey key) throws IOException {
        long before = rig.netconfd().sessionsOpened();
        SubsystemClient client = connect(rig, key);
        client.receive();
        client.send(HELLO);
        // netconfd leaves an rpc that it reads together with the hello lying until something else comes.
        await().until(() -> rig.netconfd().sessionsOpened() > before);
        return client;
    }

    /** {@return the reply to a message} */
    String ask(String message) throws IOException {
        send(message);
        return receive();
    }

    /** {@return the next message, or what came instead of one before the end} */
    String receive() throws IOException {
        StringBuilder message = new StringBuilder();
        while (message.indexOf(END_OF_MESSAGE) < 0) {
            int next = replies.read();
            if (next < 0) {
                break;
            }
            message.append((char) next);
        }
        return message.toString();
    }

    private void send(String message) throws IOException {
        requests.write(message + END_OF_MESSAGE);
        requests.flush();
    }

    @Override
    public void close() {
        ssh.destroy();
    }
}
