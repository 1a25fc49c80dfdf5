package net.coreserver.netconf.ssh;

import java.time.Duration;

/**
 * How a peer that has frozen is told from one that has nothing to say: it is asked something that it has to answer, be it
 * with a refusal ({@code keepalive@openssh.com}, a global request of RFC 4254 section 4). Whoever has said anything is not
 * asked: to ask costs more than an eighth of a poll.
 *
 * <p>Half of the time in which a frozen peer has to be found goes into waiting for it to speak by itself, so that an idle
 * one is asked three times a minute; the other half it has for an answer.
 *
 * @param interval between two looks at whether the peer has said anything, and between two questions
 */
record Keepalive(Duration interval) {

    /** How many questions in a row may stay without an answer. */
    static final int UNANSWERED = 5;

    static final String REQUEST = "keepalive@openssh.com";

    static final Keepalive STANDARD = new Keepalive(Duration.ofSeconds(4));

    /** The longest time from the moment in which a peer freezes to the end of its session. */
    Duration detectsWithin() {
        return interval.multipliedBy(Silence.LOOKS + UNANSWERED + 1L);
    }
}
