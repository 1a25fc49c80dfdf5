package net.coreserver.netconf;

import java.util.List;
import java.util.stream.Collectors;

/** The server answered an rpc with one or more errors. Source: RFC 6241 section 4.3. */
public final class RpcErrorException extends NetconfException {

    private static final long serialVersionUID = 1L;

    private final transient List<RpcError> errors;

    /**
     * Makes the exception; its message is made of the errors.
     *
     * @param target the name of the target
     * @param operation the name of the rpc operation
     * @param errors what the server said, at least one
     */
    public RpcErrorException(String target, String operation, List<RpcError> errors) {
        super(target, operation, describe(errors), null);
        this.errors = List.copyOf(errors);
    }

    private static String describe(List<RpcError> errors) {
        return errors.stream().map(RpcError::describe).collect(Collectors.joining("; "));
    }

    /** {@return what the server said, in its order, at least one} */
    public List<RpcError> errors() {
        return errors;
    }

    @Override
    public FailureKind kind() {
        return FailureKind.RPC_ERROR;
    }
}
