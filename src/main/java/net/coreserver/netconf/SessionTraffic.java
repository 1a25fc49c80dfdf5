package net.coreserver.netconf;

/**
 * What has gone over one session so far.
 *
 * @param octetsReceived from the server, framing included
 * @param octetsSent to the server, framing included
 * @param rpcs requests sent
 * @param rpcErrors replies that were {@code rpc-error}s; RFC 6241 section 4.3
 * @param notifications received, wanted or not
 * @param replacedCharacters characters that U+FFFD took the place of: octets that were not UTF-8, and characters that XML
 *     forbids
 * @param unclaimedReplies replies that were read over: they came too late, twice, or to an rpc that was never sent
 */
public record SessionTraffic(
        long octetsReceived,
        long octetsSent,
        long rpcs,
        long rpcErrors,
        long notifications,
        long replacedCharacters,
        long unclaimedReplies) {}
