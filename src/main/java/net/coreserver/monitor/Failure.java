package net.coreserver.monitor;

import java.time.Instant;
import java.util.List;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.RpcError;
import net.coreserver.netconf.RpcErrorException;

/**
 * Something that went wrong with a target.
 *
 * @param kind what kind of thing
 * @param message one sentence for a person
 * @param at when it was noticed
 * @param rpcErrors what the target itself said, when it was that; else empty
 */
public record Failure(FailureKind kind, String message, Instant at, List<RpcError> rpcErrors) {

    /** Copies the errors. */
    public Failure {
        rpcErrors = List.copyOf(rpcErrors);
    }

    static Failure of(NetconfException cause, Instant at) {
        List<RpcError> errors = cause instanceof RpcErrorException refused ? refused.errors() : List.of();
        return new Failure(cause.kind(), String.valueOf(cause.getMessage()), at, errors);
    }
}
