package net.coreserver.agent;

import static net.coreserver.agent.RawClient.netconf;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.agent.RawClient.Netconf;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.netconf.Xml;
import org.apache.sshd.client.session.ClientSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Holds what the agent sends against the modules that the agent sends, with {@code yanglint}.
 *
 * <p>Where there is no {@code yanglint} these tests are skipped, unless {@code -Dyanglint=required}.
 */
@Timeout(120)
final class YangModulesTest {

    private static final String YANGLINT = "yanglint";
    private static final String NCM = "urn:ietf:params:xml:ns:yang:ietf-netconf-monitoring";
    private static final Pattern DATA = Pattern.compile("<data>(.*)</data>", Pattern.DOTALL);

    private final YangLibrary library = YangLibrary.ofAgent();

    @TempDir
    private Path directory;

    private static boolean missing;

    @BeforeAll
    static void findYanglint() throws InterruptedException {
        try {
            run(List.of(YANGLINT, "--version"));
        } catch (IOException e) {
            missing = true;
            if (!isRequired()) {
                System.getLogger(YangModulesTest.class.getName())
                        .log(
                                Level.WARNING,
                                "SKIPPED: there is no yanglint here, so the YANG modules and the agent's replies are not"
                                        + " validated. Install libyang2-tools; -Dyanglint=required makes it mandatory.");
            }
        }
    }

    private static boolean isRequired() {
        return System.getProperty("yanglint", "").equals("required");
    }

    @BeforeEach
    void needYanglint() {
        if (missing) {
            if (isRequired()) {
                throw new AssertionError("yanglint is required and cannot be run: install libyang2-tools");
            }
            throw new TestAbortedException("there is no yanglint here");
        }
    }

    private record Outcome(int exitCode, String output) {}

    private static Outcome run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return new Outcome(process.exitValue(), output);
        } finally {
            process.destroyForcibly();
        }
    }

    /** Runs yanglint over the modules that the agent implements, with the features that it announces. */
    private Outcome yanglint(Path... data) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(YANGLINT, "-D", "-p", directory.toString()));
        List<YangModule> implemented =
                library.modules().stream().filter(YangModule::implemented).toList();
        for (YangModule module : implemented) {
            command.add("-F");
            command.add(module.name() + ":" + String.join(",", module.features()));
        }
        for (YangModule module : implemented) {
            command.add(file(module).toString());
        }
        for (Path each : data) {
            command.add(each.toString());
        }
        return run(command);
    }

    private Path file(YangModule module) {
        return directory.resolve(module.name() + "@" + module.revision() + ".yang");
    }

    /** Fetches all modules, then everything that {@code get} gives, from a running agent. */
    private String fetchAll(InterfaceSource source) throws IOException, XMLStreamException {
        try (AgentServer agent = AgentServer.start(source);
                RawClient client = new RawClient();
                ClientSession session = client.login(agent.endpoint("test"))) {
            Netconf netconf = netconf(session);
            netconf.send(Netconf.HELLO_1_0);
            netconf.readUntil("]]>]]>");
            for (YangModule module : library.modules()) {
                String reply = call(
                        netconf,
                        "<get-schema xmlns='" + NCM + "'><identifier>" + module.name() + "</identifier><version>"
                                + module.revision() + "</version></get-schema>");
                Files.writeString(file(module), dataText(reply));
            }
            Matcher data = DATA.matcher(call(netconf, "<get/>"));
            assertThat(data.find()).isTrue();
            return data.group(1);
        }
    }

    private static String call(Netconf netconf, String operation) throws IOException {
        netconf.send(
                "<rpc xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'>" + operation + "</rpc>]]>]]>");
        String reply = netconf.readUntil("]]>]]>");
        assertThat(reply).doesNotContain("<rpc-error>");
        return reply.substring(0, reply.length() - "]]>]]>".length());
    }

    private static String dataText(String reply) throws XMLStreamException {
        XMLStreamReader reader = Xml.reader(new ByteArrayInputStream(reply.getBytes(StandardCharsets.UTF_8)));
        reader.nextTag();
        reader.nextTag();
        assertThat(reader.getLocalName()).isEqualTo("data");
        return reader.getElementText();
    }

    private Path write(String data) throws IOException {
        return Files.writeString(directory.resolve("reply.xml"), data);
    }

    @Test
    void acceptsTheModulesWithoutAWarning() throws Exception {
        fetchAll(List::of);

        assertThat(yanglint()).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void acceptsTheInterfacesOfThisHost() throws Exception {
        Path reply = write(fetchAll(InterfaceSource.ofThisHost()));

        assertThat(yanglint(reply)).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void acceptsAllThatALinuxHostCanTell(@TempDir Path root) throws Exception {
        HostTree host = new HostTree(root).bootTime(1_700_000_000);
        HostTree.Interface port = host.add("eth0", 2)
                .file("type", "1")
                .file("flags", "0x1003")
                .file("operstate", "lowerlayerdown")
                .file("address", "02:fc:00:00:00:01")
                .file("speed", "400000")
                .file("mtu", "65536")
                .file("ifalias", "to the <core>");
        host.add("br0", 3)
                .file("flags", "0x1002")
                .file("operstate", "notpresent")
                .above(port);
        host.count("eth0", "18446744073709551615 9 4294967296 5000000000 0 0 0 8 1 1 0 0 0 0 0 0");
        AddressSource.Addresses addresses = new AddressSource.Addresses(
                List.of(new IpPrefix("192.0.2.1", 24)), List.of(new IpPrefix("2001:db8::1", 64)));

        Path reply = write(fetchAll(new LinuxInterfaceSource(root, () -> Map.of(2, addresses), Instant::now)));

        assertThat(yanglint(reply)).isEqualTo(new Outcome(0, ""));
    }

    @Test
    void findsWhatTheAgentSaysItDoesNotTell() throws Exception {
        String valid = fetchAll(InterfaceSource.ofThisHost());

        Path reply = write(valid.replaceFirst("</oper-status>", "$0<last-change>2026-01-01T00:00:00Z</last-change>"));

        Outcome outcome = yanglint(reply);
        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.output()).contains("last-change");
    }
}
