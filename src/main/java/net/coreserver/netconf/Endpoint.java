package net.coreserver.netconf;

import java.time.Duration;

/**
 * A NETCONF server as its client needs to know it: where it is, who we are, how we recognise it, how long we wait.
 *
 * @param target the name that errors and logs use for it
 * @param host a host name or an IP address
 * @param port a TCP port, 1 to 65535; RFC 6242 assigns 830
 * @param credentials who we are
 * @param hostKeyPolicy how it is recognised
 * @param algorithms what the connection may be protected with
 * @param connectTimeout for everything from the first packet up to and including its hello; waiting for a turn to connect
 *     does not count
 * @param rpcTimeout for one rpc, from the request to the end of the reply
 */
public record Endpoint(
        String target,
        String host,
        int port,
        Credentials credentials,
        HostKeyPolicy hostKeyPolicy,
        SshAlgorithms algorithms,
        Duration connectTimeout,
        Duration rpcTimeout) {

    /** The port that RFC 6242 assigns to NETCONF over SSH. */
    public static final int DEFAULT_PORT = 830;

    /** Refuses a port out of range and a timeout that is not positive. */
    public Endpoint {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is 1 to 65535");
        }
        if (!connectTimeout.isPositive() || !rpcTimeout.isPositive()) {
            throw new IllegalArgumentException("a timeout is positive");
        }
    }
    /**
     * A server that knows modern algorithms.
     *
     * @param target the name that errors and logs use for it
     * @param host a host name or an IP address
     * @param port a TCP port
     * @param credentials who we are
     * @param hostKeyPolicy how it is recognised
     * @param connectTimeout for everything up to and including its hello
     * @param rpcTimeout for one rpc, from the request to the end of the reply
     */
    public Endpoint(
            String target,
            String host,
            int port,
            Credentials credentials,
            HostKeyPolicy hostKeyPolicy,
            Duration connectTimeout,
            Duration rpcTimeout) {
        this(target, host, port, credentials, hostKeyPolicy, SshAlgorithms.MODERN, connectTimeout, rpcTimeout);
    }
}
