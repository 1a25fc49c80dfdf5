package net.coreserver.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.coreserver.bench.contender.CommandLoop;
import net.coreserver.bench.contender.Server;

/** A contender in a process of its own, which does one thing at a time and waits between them. */
final class ContenderProcess implements AutoCloseable {

    /** The same for all: what is compared is the clients, not how their machines are set up. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-Xms256m",
            "-Xmx1g",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private static final String CONTENDER = "net.coreserver.bench.contender.";

    private final String name;
    private final ChildProcess child;
    private final BufferedReader answers;
    private final Writer commands;

    private ContenderProcess(
            String name, Workspace workspace, String mainClass, String classPath, List<String> arguments)
            throws IOException {
        this.name = name;
        List<String> command = new ArrayList<>();
        command.add(ChildProcess.java());
        command.addAll(JVM_OPTIONS);
        Stream.of(System.getProperty("bench.jvm", "").split(" "))
                .filter(option -> !option.isEmpty())
                .forEach(command::add);
        command.addAll(List.of("-classpath", classPath, CONTENDER + mainClass));
        command.addAll(arguments);
        child = ChildProcess.start(workspace.file(mainClass + ".log"), true, command);
        answers = child.process().inputReader(StandardCharsets.UTF_8);
        commands = child.process().outputWriter(StandardCharsets.UTF_8);
    }

    static ContenderProcess coreServer(Workspace workspace, Server server) throws IOException {
        return new ContenderProcess(
                "CoreServer",
                workspace,
                "CoreServerContender",
                System.getProperty("java.class.path"),
                List.of(server.arguments()));
    }

    /** MINA with the algorithms that another negotiated. */
    static ContenderProcess mina(Workspace workspace, Server server, String algorithms) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(server.arguments()));
        arguments.addAll(List.of(algorithms.split(" ")));
        return new ContenderProcess(
                "MINA alone", workspace, "MinaContender", System.getProperty("java.class.path"), arguments);
    }

    /** MINA with the algorithms that it prefers by itself. */
    static ContenderProcess minaAsItComes(Workspace workspace, Server server) throws IOException {
        return new ContenderProcess(
                "MINA by default",
                workspace,
                "MinaContender",
                System.getProperty("java.class.path"),
                List.of(server.arguments()));
    }

    static ContenderProcess openDaylight(Workspace workspace, Server server, OpenDaylight openDaylight)
            throws IOException {
        return new ContenderProcess(
                "OpenDaylight",
                workspace,
                "OpenDaylightContender",
                openDaylight.contenderClassPath(),
                List.of(server.arguments()));
    }

    /** Opens sessions, and tells what was negotiated for the first. */
    String connect(int count) throws IOException {
        return ask("connect", count);
    }

    Cost get(int count) throws IOException {
        return Cost.parse(ask("get", count));
    }

    Cost each(int count) throws IOException {
        return Cost.parse(ask("each", count));
    }

    Cost cycle(int count) throws IOException {
        return Cost.parse(ask("cycle", count));
    }

    Footprint footprint() throws IOException {
        return Footprint.parse(ask("footprint", 0));
    }

    private String ask(String command, int argument) throws IOException {
        commands.write(command + " " + argument + "\n");
        commands.flush();
        for (String line = answers.readLine(); line != null; line = answers.readLine()) {
            if (line.startsWith(CommandLoop.ANSWER)) {
                return line.substring(CommandLoop.ANSWER.length());
            }
        }
        throw new IOException(name + " failed at " + command + ":\n" + child.log());
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        child.close();
    }

    /** What a number of equal operations took, each on average. */
    record Cost(long operations, double cpuMillis, double elapsedMillis) {

        private static final double NANOS_PER_MILLI = 1e6;

        private static Cost parse(String figures) {
            String[] words = figures.split(" ", -1);
            long operations = Long.parseLong(words[0]);
            return new Cost(
                    operations,
                    Long.parseLong(words[1]) / NANOS_PER_MILLI / operations,
                    Long.parseLong(words[2]) / NANOS_PER_MILLI / operations);
        }
    }

    /** What a process holds. */
    record Footprint(long heapOctets, int threads, int peakThreads, int openFiles) {

        private static Footprint parse(String figures) {
            String[] words = figures.split(" ", -1);
            return new Footprint(
                    Long.parseLong(words[0]),
                    Integer.parseInt(words[1]),
                    Integer.parseInt(words[2]),
                    Integer.parseInt(words[3]));
        }
    }
}
