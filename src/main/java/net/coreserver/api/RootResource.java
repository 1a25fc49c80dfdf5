package net.coreserver.api;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** Where people come in. */
@Path("/")
@NonBlocking
final class RootResource {

    @GET
    @Operation(hidden = true)
    public RestResponse<Void> root() {
        return RestResponse.seeOther(URI.create("/q/swagger-ui/"));
    }
}
