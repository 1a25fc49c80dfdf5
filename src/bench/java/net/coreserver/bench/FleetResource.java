package net.coreserver.bench;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitoredTarget;
import net.coreserver.monitor.PollReport;
import net.coreserver.monitor.TargetStatus;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the benchmark of a fleet asks of the service and the API does not tell, or not as cheaply. */
@Path("/bench")
final class FleetResource {

    /** A collection leaves what has finalizers and cleaners for the next one. */
    private static final int COLLECTIONS = 4;

    private final Monitor monitor;

    @Inject
    FleetResource(Monitor monitor) {
        this.monitor = monitor;
    }

    /**
     * The last poll of every target.
     *
     * @return a line for each: its name, its state, when that poll began, how much later that was than planned, and the
     *     interval to the next, all in microseconds, and the first of them of the epoch; 0 for no poll
     */
    @GET
    @Path("/polls")
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_PLAIN)
    public String polls() {
        return monitor.targets().stream().map(FleetResource::line).collect(Collectors.joining());
    }

    private static String line(MonitoredTarget monitored) {
        TargetStatus status = monitored.latest().status();
        PollReport poll = status.isRemembered() ? null : status.lastPoll();
        Duration stretched = status.stretchedInterval();
        Duration interval = stretched == null ? monitored.target().pollInterval() : stretched;
        return "%s %s %d %d %d%n"
                .formatted(
                        monitored.target().name(),
                        status.state().word(),
                        poll == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, poll.startedAt()),
                        poll == null ? 0 : micros(poll.lateness()),
                        micros(interval));
    }

    private static long micros(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
    }

    /**
     * Collects garbage.
     *
     * @return the octets of heap that live
     */
    @GET
    @Path("/live-heap")
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_PLAIN)
    public String liveHeap() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Long.toString(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
}
