package net.coreserver.bench;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.stream.Collectors;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitoredTarget;
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
     * The last successful poll of every target.
     *
     * @return a line for each: its name, its state, and when that poll began in microseconds of the epoch; 0 for never
     */
    @GET
    @Path("/polls")
    @Operation(hidden = true)
    @Produces(MediaType.TEXT_PLAIN)
    public String polls() {
        return monitor.targets().stream().map(FleetResource::line).collect(Collectors.joining());
    }

    private static String line(MonitoredTarget target) {
        var latest = target.latest();
        Snapshot snapshot = latest.snapshot();
        long started = snapshot == null ? 0 : micros(snapshot.takenAt().minus(snapshot.pollDuration()));
        return target.target().name() + " " + latest.status().state().word() + " " + started + "\n";
    }

    private static long micros(Instant instant) {
        return instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1000;
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
