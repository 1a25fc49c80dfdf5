package net.coreserver.metrics;

import java.util.List;

/**
 * What metrics are like.
 *
 * @param targetLabels which labels of a target stand with all that is told of it; no two of one name
 * @param hasTimestamps whether samples of interfaces carry the time at which they were seen
 */
public record MetricsSettings(List<TargetLabel> targetLabels, boolean hasTimestamps) {

    /** Copies the labels. */
    public MetricsSettings {
        targetLabels = List.copyOf(targetLabels);
    }
}
