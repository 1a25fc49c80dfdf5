package net.coreserver.event.sink;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What this host is called. It does not change while the service runs, and is looked up once. */
final class HostName {

    private HostName() {}

    private static final class Known {

        private static final String NAME = lookedUp();

        private static String lookedUp() {
            try {
                return InetAddress.getLocalHost().getHostName();
            } catch (UnknownHostException e) {
                return ""; // it has a name, and no address by that name
            }
        }
    }

    /** The name; empty when it has none. */
    static String ofThisHost() {
        return Known.NAME;
    }
}
