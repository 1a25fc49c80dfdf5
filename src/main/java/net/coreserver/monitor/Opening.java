package net.coreserver.monitor;

import java.time.Duration;
import java.time.Instant;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Peer;
import org.jspecify.annotations.Nullable;

/**
 * How a session came to be.
 *
 * @param at when it was ready to be used
 * @param peer who was reached, and how long the login took; null when that is not known
 * @param helloDuration how long it took to open the channel and to exchange hellos
 */
public record Opening(Instant at, @Nullable Peer peer, Duration helloDuration) {

    static Opening of(NetconfSession session, Instant at) {
        return new Opening(at, session.peer().orElse(null), session.helloDuration());
    }

    /** {@return how long it took in all, waiting for a turn to connect left out} */
    public Duration duration() {
        return peer == null ? helloDuration : peer.loginDuration().plus(helloDuration);
    }
}
