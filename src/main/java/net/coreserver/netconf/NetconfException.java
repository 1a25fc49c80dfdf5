package net.coreserver.netconf;

import org.jspecify.annotations.Nullable;

/**
 * The root of all that can go wrong between this client and a NETCONF server. What the server did wrong is always one
 * of the subclasses; an {@link IllegalStateException} means a mistake of our own.
 *
 * <p>The message is one sentence that a person can act on; it names no secret, and leaves the target and the operation
 * to {@link #target()} and {@link #operation()}.
 */
public abstract sealed class NetconfException extends RuntimeException
        permits TransportException,
                AuthenticationException,
                HostKeyException,
                DeadlineException,
                ProtocolException,
                MissingCapabilityException,
                RpcErrorException,
                ParseException {

    private static final long serialVersionUID = 1L;

    private final String target;
    private final String operation;

    NetconfException(String target, String operation, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.target = target;
        this.operation = operation;
    }

    /** {@return the name of the target} */
    public String target() {
        return target;
    }

    /** {@return what was being done: {@code connect}, {@code hello}, or the name of the rpc operation} */
    public String operation() {
        return operation;
    }

    /** {@return the kind of this failure} */
    public abstract FailureKind kind();
}
