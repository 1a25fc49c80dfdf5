package net.coreserver.netconf;

import java.time.Duration;

/**
 * The other end of a connection, as it was reached.
 *
 * @param address its IP address, as text
 * @param port its TCP port
 * @param hostKey the fingerprint of the key that it showed: {@code SHA256:} and Base64, as {@code ssh-keygen -l} prints it
 * @param loginDuration from the first packet until we were logged in
 */
public record Peer(String address, int port, String hostKey, Duration loginDuration) {}
