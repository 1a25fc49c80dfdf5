package net.coreserver.config;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jboss.logging.Logger;

/** Says, once the service listens, where it is found and who can find it. */
@Singleton
final class Announcement {

    private static final Logger LOG = Logger.getLogger("net.coreserver");

    void onListening(@ObservesAsync HttpServerStart start) {
        String host = start.options().getHost();
        int port = start.options().getPort();
        boolean loopback = isLoopback(host);
        LOG.infof(
                "CoreServer listens on %s:%d, %s",
                host,
                port,
                loopback
                        ? "for this machine alone (coreserver.listen says where)"
                        : "for whoever reaches it: there are no users yet, so put something in front that asks who is there");
        LOG.infof("Swagger UI: http://%s:%d/q/swagger-ui", loopback ? "localhost" : host, port);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false; // it listens there all the same, so that somebody else knows the name
        }
    }
}
