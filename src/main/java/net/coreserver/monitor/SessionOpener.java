package net.coreserver.monitor;

import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfSession;

/** Opens sessions, whatever carries them. */
@FunctionalInterface
public interface SessionOpener {

    /**
     * Opens a session within the endpoint's connect timeout.
     *
     * @param endpoint the server
     * @return the session, which the caller closes
     * @throws net.coreserver.netconf.NetconfException when it cannot be opened
     * @throws InterruptedException when the calling thread is interrupted
     */
    NetconfSession open(Endpoint endpoint) throws InterruptedException;
}
