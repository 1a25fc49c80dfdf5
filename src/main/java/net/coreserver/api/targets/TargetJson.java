package net.coreserver.api.targets;

import java.util.Map;
import java.util.TreeMap;
import net.coreserver.api.http.Seconds;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.target.Target;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Target", description = "A NETCONF server that is monitored.")
record TargetJson(
        @Schema(
                description = "Its name: lower-case letters, digits and hyphens.",
                examples = "edge-1",
                pattern = "^[a-z0-9][a-z0-9-]*$",
                required = true)
        String name,

        @Schema(description = "A host name or an IP address.", examples = "192.0.2.10", required = true)
        String host,

        @Schema(
                description = "The TCP port of its NETCONF server.",
                minimum = "1",
                maximum = "65535",
                examples = "830",
                required = true)
        int port,

        @Schema(
                description = "From the start of one poll to the start of the next. Unit: seconds.",
                examples = "10",
                required = true)
        double pollIntervalSeconds,

        @Schema(
                description = "The operator's own labels, by key.",
                examples = "{\"site\": \"berlin\", \"role\": \"edge\"}",
                required = true)
        Map<String, String> labels,

        @Schema(
                description = "Where it comes from: the operator's configuration, the targets file, this API, or the"
                        + " embedded agent. Only what comes from this API is changed and deleted by it.",
                enumeration = {"configuration", "file", "api", "agent"},
                examples = "api",
                required = true)
        String source,

        @Schema(
                description = "Its health.",
                examples = "{\"state\": \"up\", \"since\": \"2026-11-20T07:30:00Z\"}",
                required = true)
        TargetStatusJson status) {

    static TargetJson inShort(MonitoredTarget monitored) {
        return of(
                monitored.target(), TargetStatusJson.inShort(monitored.latest().status()));
    }

    static TargetJson inFull(MonitoredTarget monitored) {
        return of(monitored.target(), TargetStatusJson.inFull(monitored.latest().status()));
    }

    private static TargetJson of(Target target, TargetStatusJson status) {
        return new TargetJson(
                target.name(),
                target.endpoint().host(),
                target.endpoint().port(),
                Seconds.of(target.pollInterval()),
                new TreeMap<>(target.labels()),
                target.source().word(),
                status);
    }
}
