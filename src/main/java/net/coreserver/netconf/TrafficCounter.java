package net.coreserver.netconf;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what goes over one session. */
final class TrafficCounter {

    final AtomicLong octetsReceived = new AtomicLong();
    final AtomicLong octetsSent = new AtomicLong();
    final AtomicLong rpcs = new AtomicLong();
    final AtomicLong rpcErrors = new AtomicLong();
    final AtomicLong notifications = new AtomicLong();
    final AtomicLong replacedCharacters = new AtomicLong();
    final AtomicLong unclaimedReplies = new AtomicLong();

    SessionTraffic soFar() {
        return new SessionTraffic(
                octetsReceived.get(),
                octetsSent.get(),
                rpcs.get(),
                rpcErrors.get(),
                notifications.get(),
                replacedCharacters.get(),
                unclaimedReplies.get());
    }
}
