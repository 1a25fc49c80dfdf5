package net.coreserver.testing;

import java.io.IOException;
import java.time.Duration;
import net.coreserver.netconf.Endpoint;

/** A server on loopback that does what a test says. */
public interface FaultyServer extends AutoCloseable {

    /** The port on which it listens. */
    int port();

    /** How to reach it, under the name that errors and threads shall show. */
    Endpoint endpoint(String name, Duration connectTimeout, Duration rpcTimeout);

    @Override
    void close() throws IOException;
}
