package net.coreserver.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import net.coreserver.bench.contender.Server;

/** A NETCONF server that none of the compared clients' authors made for this comparison, as a process of its own. */
final class NetconfServer implements AutoCloseable {

    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path PRIVILEGE_SEPARATION = Path.of("/run/sshd");
    private static final Path REPLAY = Path.of("src", "bench", "openssh", "replay.pl");

    private final String name;
    private final Server server;
    private final ChildProcess process;

    private NetconfServer(String name, Server server, ChildProcess process) {
        this.name = name;
        this.server = server;
        this.process = process;
    }

    /** OpenSSH with a subsystem that answers at once. It logs in who runs the benchmark. */
    static NetconfServer openSsh(Workspace workspace, int interfaces) throws IOException, InterruptedException {
        int port = ChildProcess.freePort();
        Path data = workspace.file("data.xml");
        Files.writeString(data, InterfacesReply.data(interfaces));
        Path configuration = workspace.file("sshd_config");
        Files.writeString(configuration, """
                ListenAddress %s:%d
                HostKey %s
                AuthorizedKeysFile %s.pub
                PidFile none
                UsePAM no
                UseDNS no
                StrictModes no
                MaxStartups 100
                # Else bash takes the login for a first one, and reads a .bashrc that may take longer than all the rest.
                SetEnv SHLVL=1
                PasswordAuthentication no
                KbdInteractiveAuthentication no
                Subsystem netconf /usr/bin/perl %s %s
                """.formatted(
                Server.HOST, port, workspace.newKey("host-key"), workspace.clientKey(), REPLAY.toAbsolutePath(), data));
        String user = System.getProperty("user.name");
        if (user.equals("root") && !Files.exists(PRIVILEGE_SEPARATION)) {
            Files.createDirectory(
                    PRIVILEGE_SEPARATION,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        }
        ChildProcess sshd = ChildProcess.start(
                workspace.file("sshd.log"),
                false,
                List.of(SSHD.toString(), "-D", "-e", "-f", configuration.toString()));
        sshd.awaitPort(port);
        return new NetconfServer("OpenSSH", new Server(port, user, workspace.clientKey(), interfaces), sshd);
    }

    /** A device as OpenDaylight simulates one. It lets everybody in. */
    static NetconfServer openDaylight(Workspace workspace, OpenDaylight openDaylight, int interfaces)
            throws IOException, InterruptedException {
        int port = ChildProcess.freePort();
        Path rpcs = workspace.file("rpcs.xml");
        Files.writeString(rpcs, InterfacesReply.ofSimulator(interfaces));
        ChildProcess simulator = ChildProcess.start(
                workspace.file("testtool.log"),
                false,
                List.of(
                        ChildProcess.java(),
                        "-Xmx4g",
                        "-classpath",
                        openDaylight.classPath(),
                        "org.opendaylight.netconf.test.tool.Main",
                        "--ip",
                        Server.HOST,
                        "--starting-port",
                        Integer.toString(port),
                        "--exi",
                        "false",
                        "--rpc-config",
                        rpcs.toString()));
        simulator.awaitPort(port);
        return new NetconfServer(
                "OpenDaylight's simulated device",
                new Server(port, "admin", workspace.clientKey(), interfaces),
                simulator);
    }

    Server server() {
        return server;
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        process.close();
    }
}
