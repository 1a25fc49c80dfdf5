package net.coreserver.api;

import java.util.List;
import net.coreserver.api.history.HistoryProblems;
import net.coreserver.api.http.HostGuard;
import net.coreserver.api.inventory.InventoryProblems;
import net.coreserver.api.problem.ContentErrorJson;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.api.problem.Problems;
import net.coreserver.api.targets.TargetProblems;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.RpcError;
import net.coreserver.target.TargetSource;

/** A problem of each type, for the API's document. */
final class ProblemExamples {

    private static final String INTERFACES = "/api/v1/targets/edge-1/interfaces";

    private ProblemExamples() {}

    static Problem of(ProblemType type) {
        return switch (type) {
            case MALFORMED_REQUEST, NOT_ACCEPTABLE, URI_TOO_LONG, HEADER_FIELDS_TOO_LARGE ->
                Problems.ofStatus(type.status()).at(INTERFACES);
            case MALFORMED_CONTENT ->
                Problem.of(type, "The body is no well-formed JSON: line 3, column 7.")
                        .at("/api/v1/targets");
            case INVALID_SETTINGS ->
                Problem.of(type, "1 thing is wrong with the settings.")
                        .listing(List.of(new ContentErrorJson("/3/port", "a port is a whole number from 1 to 65535")))
                        .at("/api/v1/targets");
            case TARGET_EXISTS ->
                Problem.of(type, "There is a target of this name already.")
                        .listing(List.of(new ContentErrorJson(
                                "/3/name", "there is a target \"edge-1\" of the source configuration")))
                        .at("/api/v1/targets");
            case READ_ONLY_TARGET ->
                InventoryProblems.readOnly("edge-1", TargetSource.CONFIGURATION)
                        .problem()
                        .at("/api/v1/targets/edge-1/settings");
            case PRECONDITION_FAILED ->
                InventoryProblems.changedMeanwhile("edge-1").problem().at("/api/v1/targets/edge-1/settings");
            case PRECONDITION_REQUIRED ->
                InventoryProblems.preconditionRequired("edge-1").problem().at("/api/v1/targets/edge-1/settings");
            case STORE_UNAVAILABLE ->
                Problem.of(type, "The database /var/lib/coreserver/coreserver.db cannot grow: the disk is full.")
                        .at("/api/v1/targets");
            case METHOD_NOT_ALLOWED, CONTENT_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE ->
                Problems.ofStatus(type.status()).at("/api/v1/targets/edge-1/poll");
            case UNKNOWN_PATH -> Problems.ofStatus(type.status()).at("/api/v2");
            case INVALID_PARAMETER ->
                Problems.invalidParameter("operStatus", "upp", List.of("up", "down"))
                        .problem()
                        .at(INTERFACES);
            case UNKNOWN_PARAMETER ->
                Problems.unknownParameter("opperStatus", List.of("operStatus", "adminStatus"))
                        .problem()
                        .at(INTERFACES);
            case UNKNOWN_TARGET -> Problems.unknownTarget("edge-9").problem().at("/api/v1/targets/edge-9");
            case UNKNOWN_INTERFACE ->
                Problems.unknownInterface("edge-1", "eth9").problem().at(INTERFACES + "/eth9");
            case UNKNOWN_EVENT ->
                Problem.of(type, "The log has no event 12 any more: the oldest is 4001.")
                        .at("/api/v1/events/12");
            case UNKNOWN_SINK -> Problems.unknownSink("pager").problem().at("/api/v1/sinks/pager");
            case HISTORY_OFF -> HistoryProblems.off().problem().at(INTERFACES + "/eth0/history");
            case MISDIRECTED_REQUEST ->
                HostGuard.misdirected("attacker.example").at(INTERFACES);
            case INTERNAL_ERROR ->
                Problem.of(type, "The service made a mistake; its log has it as 5f0c1d3e.")
                        .loggedAs("5f0c1d3e")
                        .at(INTERFACES);
            case TARGET_RPC_ERROR ->
                failed(type, "get: operation-failed: The interface table is being rebuilt", FailureKind.RPC_ERROR, RPC);
            case TARGET_PROTOCOL_ERROR ->
                failed(type, "get: the reply answers another message-id", FailureKind.PROTOCOL, List.of());
            case TARGET_PARSE_ERROR -> failed(type, "get: the reply is cut off", FailureKind.PARSE, List.of());
            case TARGET_UNAVAILABLE -> failed(type, "connect: connection refused", FailureKind.TRANSPORT, List.of());
            case TARGET_DISABLED -> TargetProblems.disabled("edge-1").at(INTERFACES);
            case NO_SNAPSHOT -> failed(type, "connect: connection refused", FailureKind.TRANSPORT, List.of());
            case SERVICE_BUSY ->
                Problems.busy("More long reads wait than it serves at once.")
                        .problem()
                        .at("/api/v1/interfaces");
            case TARGET_TIMEOUT -> failed(type, "get: no answer within 10 s", FailureKind.TIMEOUT, List.of());
        };
    }

    private static final List<RpcError> RPC = List.of(new RpcError(
            "application", "operation-failed", "error", null, null, "The interface table is being rebuilt", null));

    private static Problem failed(ProblemType type, String what, FailureKind kind, List<RpcError> errors) {
        return Problem.of(type, "The target edge-1, " + what)
                .about("edge-1", null)
                .because(kind, errors)
                .at(INTERFACES);
    }
}
