package net.coreserver.api.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import net.coreserver.api.http.Seconds;
import net.coreserver.api.targets.FailureJson;
import net.coreserver.monitor.ConnectionReport;
import net.coreserver.monitor.ConnectionReport.Step;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ConnectionReport", description = "What came of trying a target's settings.")
record ConnectionReportJson(
        @Schema(description = "Whether every step was passed.", examples = "true", required = true)
        boolean passed,

        @Schema(
                description = "The steps, in their order.",
                examples = "[{\"step\": \"resolve\", \"outcome\": \"passed\", \"detail\": \"192.0.2.10\","
                        + " \"durationSeconds\": 0.004}]",
                required = true)
        List<StepJson> steps) {

    @Schema(name = "ConnectionStep", description = "What came of one step.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StepJson(
            @Schema(
                    description = "Which one.",
                    enumeration = {"resolve", "connect", "host-key", "authenticate", "hello", "model", "poll"},
                    examples = "authenticate",
                    required = true)
            String step,

            @Schema(
                    description = "`skipped`: it was not tried, since one before it failed.",
                    enumeration = {"passed", "failed", "skipped"},
                    examples = "passed",
                    required = true)
            String outcome,

            @Schema(
                    description = "What came of it, in a few words; absent when it failed or was skipped.",
                    examples = "as monitor")
            @Nullable String detail,

            @Schema(
                    description = "How long it took. Unit: seconds; absent when it was skipped.",
                    minimum = "0",
                    examples = "0.031")
            @Nullable Double durationSeconds,

            @Schema(
                    description = "Why it failed; absent when it did not.",
                    examples = "{\"kind\": \"authentication\", \"message\": \"The server refused the login of"
                            + " monitor\", \"at\": \"2026-11-20T07:59:40Z\"}")
            @Nullable FailureJson failure) {}

    static ConnectionReportJson of(ConnectionReport report) {
        List<StepJson> steps = new ArrayList<>();
        ConnectionReport.Failed failed = report.failed();
        for (Step step : Step.values()) {
            steps.add(report.steps().stream()
                    .filter(passed -> passed.step() == step)
                    .findFirst()
                    .map(passed ->
                            new StepJson(step.word(), "passed", passed.outcome(), Seconds.of(passed.duration()), null))
                    .orElseGet(() -> failed != null && failed.step() == step
                            ? new StepJson(
                                    step.word(),
                                    "failed",
                                    null,
                                    Seconds.of(failed.duration()),
                                    FailureJson.of(failed.failure()))
                            : new StepJson(step.word(), "skipped", null, null, null)));
        }
        return new ConnectionReportJson(failed == null, steps);
    }
}
