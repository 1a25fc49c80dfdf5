package net.coreserver.bench.contender;

import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Logging as the service has it. What is on its class path logs everything, and keeps it, until it is told what is wanted. */
final class ServiceLogging {

    /** Both held, since a logger that nobody holds may be collected and lose its level. */
    private static final Logger ROOT = Logger.getLogger("");

    private static final Logger MINA = Logger.getLogger("org.apache.sshd");

    private ServiceLogging() {}

    static void configure() {
        ROOT.setLevel(Level.INFO);
        MINA.setLevel(Level.SEVERE);
        for (Handler handler : ROOT.getHandlers()) {
            ROOT.removeHandler(handler);
        }
        ROOT.addHandler(new ConsoleHandler());
    }
}
