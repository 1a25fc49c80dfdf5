package net.coreserver.monitor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.NetconfSession;

/**
 * A session of a target, as a person wants to see it.
 *
 * @param id the server's {@code session-id}; RFC 6241 section 8.1
 * @param framing {@code chunked} or {@code end-of-message}; RFC 6242 section 4
 * @param capabilities the URIs of the server's hello, in its order
 * @param negotiated what SSH agreed on, by name: {@code keyExchange}, {@code hostKey}, {@code cipher}, {@code mac}
 * @param opening how it came to be
 */
public record SessionInfo(
        long id, String framing, List<String> capabilities, Map<String, String> negotiated, Opening opening) {

    /** Copies the collections. */
    public SessionInfo {
        capabilities = List.copyOf(capabilities);
        negotiated = Map.copyOf(negotiated);
    }

    static SessionInfo of(NetconfSession session, Instant openedAt) {
        List<String> capabilities = session.serverHello().capabilities().stream()
                .map(Capability::uri)
                .toList();
        return new SessionInfo(
                session.sessionId(),
                session.framing().word(),
                capabilities,
                session.negotiated(),
                Opening.of(session, openedAt));
    }
}
