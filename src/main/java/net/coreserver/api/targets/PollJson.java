package net.coreserver.api.targets;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import net.coreserver.api.http.Seconds;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Snapshot;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Poll", description = "What a poll has seen, in short.")
record PollJson(
        @Schema(description = "The name of the target.", examples = "edge-1", required = true)
        String target,

        @Schema(
                implementation = String.class,
                format = "date-time",
                description = "When the target's reply had been read (RFC 3339).",
                examples = "2026-11-20T08:00:00.125Z",
                required = true)
        Instant takenAt,

        @Schema(
                description = "From the request to the end of the reply. Unit: seconds.",
                examples = "0.0125",
                minimum = "0",
                required = true)
        double pollDurationSeconds,

        @Schema(description = "How many interfaces the target has.", examples = "52", minimum = "0", required = true)
        int interfaces,

        @Schema(
                description = "How many interfaces are in each operational state, by its word; those that have none are"
                        + " not counted.",
                examples = "{\"up\": 49, \"down\": 3}",
                required = true)
        Map<String, Integer> operStatus) {

    static PollJson of(Snapshot snapshot) {
        Map<String, Integer> operStatus = new TreeMap<>();
        for (InterfaceSample sample : snapshot.interfaces()) {
            OperStatus status = sample.operStatus();
            if (status != null) {
                operStatus.merge(status.word(), 1, Integer::sum);
            }
        }
        return new PollJson(
                snapshot.target(),
                snapshot.takenAt().truncatedTo(ChronoUnit.MILLIS),
                Seconds.of(snapshot.pollDuration()),
                snapshot.interfaces().size(),
                operStatus);
    }
}
