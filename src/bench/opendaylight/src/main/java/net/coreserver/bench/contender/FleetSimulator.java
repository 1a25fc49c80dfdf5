package net.coreserver.bench.contender;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.opendaylight.netconf.test.tool.NetconfDeviceSimulator;
import org.opendaylight.netconf.test.tool.config.ConfigurationBuilder;
import org.slf4j.LoggerFactory;

/**
 * OpenDaylight's simulated devices on several addresses, each device on a port of its own. Once it has answered
 * {@code > started}, every line of standard input is answered with what {@link Logins} has seen since the line before; the
 * end of the input ends it.
 */
final class FleetSimulator {

    private FleetSimulator() {}

    /**
     * Runs the devices.
     *
     * @param arguments the file with the replies, the first port, the devices of each address, then the addresses
     */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err); // else a log that nobody reads would fill the pipe, and block every thread that logs
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        Logins logins = new Logins();
        List<NetconfDeviceSimulator> simulators = new ArrayList<>();
        int firstPort = Integer.parseInt(arguments[1]);
        int devices = Integer.parseInt(arguments[2]);
        for (String address : List.of(arguments).subList(3, arguments.length)) {
            NetconfDeviceSimulator simulator = new NetconfDeviceSimulator(new ConfigurationBuilder()
                    .setIp(address)
                    .setStartingPort(firstPort)
                    .setDeviceCount(devices)
                    .setSsh(true)
                    .setRpcConfigFile(new File(arguments[0]))
                    .setPublickeyAuthenticator(logins)
                    .build());
            int started = simulator.start().size();
            if (started != devices) {
                throw new IllegalStateException(started + " of " + devices + " devices started on " + address);
            }
            simulators.add(simulator);
        }
        out.println("> started");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (in.readLine() != null) {
            out.println("> " + logins.figures());
        }
        simulators.forEach(NetconfDeviceSimulator::close);
        System.exit(0); // the simulator leaves threads behind
    }
}
