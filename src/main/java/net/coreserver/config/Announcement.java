package net.coreserver.config;

import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Says, once the service listens, where it is found and who can find it. */
@Singleton
final class Announcement {

    private static final Logger LOG = Logger.getLogger("net.coreserver");

    void onListening(@ObservesAsync HttpServerStart start) {
        String host = start.options().getHost();
        int port = start.options().getPort();
        boolean forThisMachineAlone =
                addressOf(host).filter(InetAddress::isLoopbackAddress).isPresent();
        boolean foundAsLocalhost = forThisMachineAlone
                || addressOf(host).filter(InetAddress::isAnyLocalAddress).isPresent();
        LOG.infof(
                "CoreServer listens on %s:%d, %s",
                host,
                port,
                forThisMachineAlone
                        ? "for this machine alone (coreserver.listen says where)"
                        : "for whoever reaches it, to read and to change: there are no users yet, so put something in front that asks who is there");
        LOG.infof("Swagger UI: http://%s:%d/q/swagger-ui", foundAsLocalhost ? "localhost" : host, port);
    }

    private static Optional<InetAddress> addressOf(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return Optional.empty(); // it listens there all the same, so that somebody else knows the name
        }
    }
}
