package net.coreserver.netconf.ssh;

import java.time.Duration;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.core.CoreModuleProperties;

/**
 * How a peer that has frozen is told from one that has nothing to say: it is asked something that it has to answer, be it
 * with a refusal ({@code keepalive@openssh.com}, a global request of RFC 4254 section 4). Whoever has said anything is not
 * asked: to ask costs more than an eighth of a poll.
 *
 * @param interval between two looks at whether the peer has said anything, and between two questions
 */
record Keepalive(Duration interval) {

    /** How many questions in a row may stay without an answer. */
    static final int UNANSWERED = 5;

    private static final String REQUEST = "keepalive@openssh.com";

    static final Keepalive STANDARD = new Keepalive(Duration.ofSeconds(5));

    /** The longest time from the moment in which a peer freezes to the end of its session. */
    Duration detectsWithin() {
        return interval.multipliedBy(Silence.LOOKS + UNANSWERED + 1L);
    }

    void set(SshClient client) {
        CoreModuleProperties.HEARTBEAT_REQUEST.set(client, REQUEST);
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(client, interval);
        CoreModuleProperties.HEARTBEAT_NO_REPLY_MAX.set(client, UNANSWERED);
    }
}
