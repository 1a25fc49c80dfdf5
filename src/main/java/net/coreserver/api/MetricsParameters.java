package net.coreserver.api;

import net.coreserver.api.metrics.MetricsOperations;
import net.coreserver.metrics.ProbeModule;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;

/** The parameters that only scrapers use. */
final class MetricsParameters {

    private MetricsParameters() {}

    static void declareIn(Components components) {
        declare(
                components,
                MetricsOperations.TARGET,
                "The name of the target; it has to be there.",
                SharedParameters.text("edge-1").pattern("^[a-z0-9][a-z0-9-]*$"));
        declare(
                components,
                MetricsOperations.MODULE,
                "What the metrics are named: as everywhere else, or as snmp_exporter names those of the IF-MIB.",
                SharedParameters.words(ProbeModule.words()).defaultValue(ProbeModule.NETCONF.word()));
    }

    private static void declare(Components components, String name, String description, Schema schema) {
        SharedParameters.declare(
                components,
                SharedParameters.own(MetricsOperations.PROBE_TARGET, name),
                name,
                In.QUERY,
                description,
                schema);
    }
}
