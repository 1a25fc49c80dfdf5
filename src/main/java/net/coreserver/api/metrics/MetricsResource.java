package net.coreserver.api.metrics;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import net.coreserver.api.http.LongWork;
import net.coreserver.api.http.MediaRanges;
import net.coreserver.api.http.PiecewiseAnswers;
import net.coreserver.api.http.Pulse;
import net.coreserver.api.http.Query;
import net.coreserver.api.problem.Problems;
import net.coreserver.metrics.Exposition;
import net.coreserver.metrics.ExpositionFormat;
import net.coreserver.metrics.Expositions;
import net.coreserver.metrics.ProbeModule;
import net.coreserver.metrics.ServiceMetrics;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitoredTarget;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What scrapers get. */
@Path("/")
@Singleton
@NonBlocking
@Tag(name = "Metrics")
final class MetricsResource {

    /** So many scrapes at the same time are plenty; each holds the snapshots that it tells of until it has ended. */
    static final int MOST_AT_ONCE = 16;

    private static final String CLASSIC = "text/plain";
    private static final String OPEN_METRICS = "application/openmetrics-text";

    private static final String CLASSIC_EXAMPLE = """
            # HELP netconf_target_up Whether a session with the target is open: 1 when it is, else 0.
            # TYPE netconf_target_up gauge
            netconf_target_up{target="edge-1"} 1
            """;

    private static final String OPEN_METRICS_EXAMPLE = """
            # TYPE netconf_target_up gauge
            # HELP netconf_target_up Whether a session with the target is open: 1 when it is, else 0.
            netconf_target_up{target="edge-1"} 1
            # EOF
            """;

    private final Monitor monitor;
    private final Expositions expositions;
    private final ServiceMetrics service;
    private final LongWork longWork;
    private final PiecewiseAnswers answers;

    MetricsResource(Monitor monitor, Expositions expositions, ServiceMetrics service, LongWork longWork, Pulse pulse) {
        this.monitor = monitor;
        this.expositions = expositions;
        this.service = service;
        this.longWork = longWork;
        this.answers = new PiecewiseAnswers(pulse, MOST_AT_ONCE);
    }

    void onStop(@Observes ShutdownEvent stop) {
        answers.end();
    }

    @GET
    @Path("metrics")
    @Produces({CLASSIC, OPEN_METRICS})
    @Operation(
            operationId = "getMetrics",
            summary = "All metrics, for Prometheus",
            description =
                    "What is known of all targets and interfaces, and how the service itself is. In OpenMetrics 1.0.0 for"
                            + " who prefers it, as Prometheus does, else in the text format 0.0.4; compressed for who takes"
                            + " gzip. A target that cannot be asked now is there with `netconf_target_up` 0, without its"
                            + " interfaces.")
    @APIResponse(
            responseCode = "200",
            description = "The metrics.",
            content = {
                @Content(
                        mediaType = CLASSIC,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "classic", value = CLASSIC_EXAMPLE)),
                @Content(
                        mediaType = OPEN_METRICS,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "openmetrics", value = OPEN_METRICS_EXAMPLE))
            })
    public byte[] metrics(@Context HttpServerRequest request) {
        Query.of(request, MetricsOperations.GET_METRICS);
        ExpositionFormat format = format(request);
        return answer(request, format, () -> expositions.ofAll(format, service.read(format)));
    }

    @GET
    @Path("probe")
    @Produces({CLASSIC, OPEN_METRICS})
    @Operation(
            operationId = "probeTarget",
            summary = "One target's metrics, for Prometheus",
            description =
                    "The same of one target, in the manner of exporters of many targets: nothing in it names the target,"
                            + " which the scraper does. It is told from the snapshot that there is; nobody is polled for it."
                            + " `probe_success` says whether it is known what the target is like now.")
    @APIResponse(
            responseCode = "200",
            description = "The metrics, also of a target that cannot be asked now.",
            content = {
                @Content(
                        mediaType = CLASSIC,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "classic", value = CLASSIC_EXAMPLE)),
                @Content(
                        mediaType = OPEN_METRICS,
                        schema = @Schema(implementation = String.class),
                        examples = @ExampleObject(name = "openmetrics", value = OPEN_METRICS_EXAMPLE))
            })
    public byte[] probe(@Context HttpServerRequest request) {
        Query query = Query.of(request, MetricsOperations.PROBE_TARGET);
        String name = query.one(MetricsOperations.TARGET)
                .filter(given -> !given.isEmpty())
                .orElseThrow(() -> Problems.invalidParameter(MetricsOperations.TARGET, "has to name a target"));
        ProbeModule module =
                query.one(MetricsOperations.MODULE).map(MetricsResource::module).orElse(ProbeModule.NETCONF);
        MonitoredTarget target = monitor.target(name).orElseThrow(() -> Problems.unknownTarget(name));
        ExpositionFormat format = format(request);
        return answer(request, format, () -> expositions.ofOne(target, module, format));
    }

    private static ProbeModule module(String word) {
        return ProbeModule.of(word)
                .orElseThrow(() -> Problems.invalidParameter(MetricsOperations.MODULE, word, ProbeModule.words()));
    }

    private static ExpositionFormat format(HttpServerRequest request) {
        List<ExpositionFormat> formats = Arrays.asList(ExpositionFormat.values());
        List<String> types = formats.stream().map(ExpositionFormat::mediaType).toList();
        return MediaRanges.preferred(request.headers().getAll(HttpHeaders.ACCEPT), types)
                .map(type -> formats.get(types.indexOf(type)))
                .orElse(ExpositionFormat.CLASSIC);
    }

    private byte[] answer(HttpServerRequest request, ExpositionFormat format, Supplier<Exposition> exposition) {
        return answers.answer(
                request, format.contentType(), longWork.run(exposition).thenApply(made -> made::next));
    }
}
