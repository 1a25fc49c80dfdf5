package net.coreserver.api.interfaces;

import java.util.List;
import net.coreserver.interfaces.Anomaly;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Anomaly",
        description = "What the target sent of an interface and what cannot be, such as a negative counter.")
record AnomalyJson(
        @Schema(
                description = "The name that the value would have here, and that is absent for it.",
                examples = "inOctets",
                required = true)
        String leaf,

        @Schema(
                description = "What the target sent; its first 64 characters, if there are more.",
                examples = "-324",
                maxLength = Anomaly.MAX_CHARACTERS,
                required = true)
        String value) {

    static @Nullable List<AnomalyJson> of(List<Anomaly> anomalies) {
        return anomalies.isEmpty()
                ? null
                : anomalies.stream()
                        .map(anomaly -> new AnomalyJson(anomaly.leaf(), anomaly.value()))
                        .toList();
    }
}
