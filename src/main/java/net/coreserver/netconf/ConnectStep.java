package net.coreserver.netconf;

/** What happens until a session is open, in this order. */
public enum ConnectStep {
    /** The host name is looked up. */
    RESOLVE,
    /** A TCP connection is made. */
    CONNECT,
    /** Algorithms and keys are agreed on (RFC 4253), and the server's host key is checked. */
    HOST_KEY,
    /** We prove who we are; RFC 4252. */
    AUTHENTICATE,
    /** The subsystem is opened (RFC 6242 section 3) and hellos are exchanged (RFC 6241 section 8.1). */
    HELLO
}
