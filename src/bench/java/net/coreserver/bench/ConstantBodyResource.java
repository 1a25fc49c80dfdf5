package net.coreserver.bench;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What the service is measured against: bodies that cost nothing to make. */
@Path("/bench")
final class ConstantBodyResource {

    private static final Map<Integer, byte[]> BODIES = new ConcurrentHashMap<>();

    /**
     * A body that never changes.
     *
     * @param octets its length
     * @return the body
     */
    @GET
    @Path("/constant")
    @Operation(hidden = true)
    @NonBlocking
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] constant(@QueryParam("octets") int octets) {
        return BODIES.computeIfAbsent(octets, length -> {
            byte[] body = new byte[length];
            Arrays.fill(body, "x".getBytes(StandardCharsets.US_ASCII)[0]);
            return body;
        });
    }

    /**
     * Next to nothing.
     *
     * @return a word
     */
    @GET
    @Path("/hello")
    @Operation(hidden = true)
    @NonBlocking
    @Produces(MediaType.TEXT_PLAIN)
    public String hello() {
        return "hello";
    }
}
