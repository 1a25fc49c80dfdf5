package net.coreserver.monitor;

import java.time.Instant;
import java.util.List;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.NetconfSession;
import org.jspecify.annotations.Nullable;

/**
 * The conversation with a target in short, for a person who wonders why it stands where it stands. It holds no credential.
 *
 * @param state where the target stands
 * @param host the host as configured
 * @param port the port as configured
 * @param session the last session; null when there was none
 * @param isOpen whether that session is open
 * @param clientCapabilities the URIs of our own hello
 * @param choice by which model interfaces are asked for over that session; null when there was none
 * @param request the {@code rpc} with which they are asked for, as XML; null when there was no session, or when
 *     an earlier version of this service chose a model that this one does not know
 * @param lastPoll how the last poll went; null when there was none
 * @param failure the last failure; null when there was none
 * @param nextAttempt when it is tried again; null while it is connected or disabled
 * @param isRemembered whether the session is one of an earlier run of this service
 */
public record Explanation(
        TargetState state,
        String host,
        int port,
        @Nullable SessionInfo session,
        boolean isOpen,
        List<String> clientCapabilities,
        @Nullable ModelChoice choice,
        @Nullable String request,
        @Nullable PollReport lastPoll,
        @Nullable Failure failure,
        @Nullable Instant nextAttempt,
        boolean isRemembered) {

    private static final List<String> OUR_CAPABILITIES = NetconfSession.clientHello().capabilities().stream()
            .map(Capability::uri)
            .toList();

    /** Copies the capabilities. */
    public Explanation {
        clientCapabilities = List.copyOf(clientCapabilities);
    }

    static Explanation of(
            String host, int port, TargetStatus status, @Nullable Conversation conversation, @Nullable String request) {
        return new Explanation(
                status.state(),
                host,
                port,
                conversation == null ? null : conversation.session(),
                status.session() != null,
                OUR_CAPABILITIES,
                conversation == null ? null : conversation.choice(),
                request,
                status.lastPoll(),
                status.failure(),
                status.nextAttempt(),
                conversation != null && conversation.isRemembered());
    }
}
