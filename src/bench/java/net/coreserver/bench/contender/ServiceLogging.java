package net.coreserver.bench.contender;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Logging as the service has it. What is on its class path logs everything until it is told what is wanted. */
final class ServiceLogging {

    /** Held, since a logger that nobody holds may be collected and lose its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private ServiceLogging() {}

    static void configure() {
        ROOT.setLevel(Level.INFO);
    }
}
