package net.coreserver.netconf.faults;

import java.time.Duration;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.ssh.NetconfSshClient;

/**
 * A process with little memory that asks three times on one session for a reply that is far larger: it counts the first,
 * gives the second up at its first element, and the third when its time is over. Then it asks for something small.
 */
final class LargeReplyClient {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration SHORT = Duration.ofMillis(200);

    private static final ReplyReader<String> ONE_ELEMENT = ReplyReader.ofData(reply -> {
        if (Xml.nextChild(reply)) {
            throw new MalformedMessageException("an element too many for this reader");
        }
        return "none";
    });

    private LargeReplyClient() {}

    /** The arguments are the port, the host key's fingerprint, the user and the password. */
    public static void main(String[] arguments) throws InterruptedException {
        Endpoint endpoint = new Endpoint(
                "large",
                "127.0.0.1",
                Integer.parseInt(arguments[0]),
                Credentials.ofPassword(arguments[2], Secret.of(arguments[3])),
                new HostKeyPolicy.Pinned(arguments[1]),
                LONG,
                LONG);
        try (NetconfSshClient client = new NetconfSshClient()) {
            NetconfSession session = client.connect(endpoint);
            print(session, Replies.COUNT, LONG);
            print(session, ONE_ELEMENT, LONG);
            print(session, Replies.COUNT, SHORT);
            print(session, Replies.TEXT, LONG);
            session.abort();
        }
        System.exit(0);
    }

    private static void print(NetconfSession session, ReplyReader<String> reader, Duration timeout)
            throws InterruptedException {
        try {
            System.out.println("DATA " + session.call(Replies.GET, reader, timeout));
        } catch (NetconfException e) {
            System.out.println(e.kind() + " " + e.getMessage());
        }
    }
}
