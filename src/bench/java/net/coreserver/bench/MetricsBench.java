package net.coreserver.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.coreserver.agent.AgentServer;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;

/**
 * Scrapes of {@code /metrics} for 50,000 interfaces, against a constant body of the same length from the same process, in turn; and
 * what scrapes hold in memory that their scrapers have not read to the end.
 */
final class MetricsBench {

    private static final int TARGETS = 10;
    private static final int INTERFACES_EACH = 5_000;
    private static final int ROUNDS = 11;
    private static final int WARM_UP_ROUNDS = 5;
    private static final int OPEN_SCRAPES = 8;
    private static final int BUFFER_OCTETS = 256 * 1024;
    private static final String PATH = "/metrics";

    private MetricsBench() {}

    static void run(PrintStream out) throws IOException, InterruptedException {
        List<AgentServer> agents = new ArrayList<>();
        try {
            Map<String, String> environment = new HashMap<>();
            for (int i = 0; i < TARGETS; i++) {
                AgentServer agent = AgentServer.start(new SyntheticInterfaces(INTERFACES_EACH));
                agents.add(agent);
                environment.putAll(environment(agent.endpoint("target-" + i)));
            }
            try (CoreServerProcess server =
                    new CoreServerProcess(RestBench.SERVICE, List.of("-Xmx512m"), environment)) {
                server.awaitOk("/q/health/ready");
                awaitAll(server);
                measure(server, out);
            }
        } finally {
            agents.forEach(AgentServer::close);
        }
    }

    private static void awaitAll(CoreServerProcess server) throws IOException, InterruptedException {
        for (int i = 0; i < TARGETS; i++) {
            server.awaitOk("/api/v1/targets/target-" + i + "/interfaces?limit=1");
        }
    }

    private static void measure(CoreServerProcess server, PrintStream out) throws IOException, InterruptedException {
        long octets = scrape(server, PATH, "identity").octets();
        String constant = "/bench/constant?octets=" + octets;
        List<Double> plain = new ArrayList<>();
        List<Double> compressed = new ArrayList<>();
        List<Double> constants = new ArrayList<>();
        long compressedOctets = 0;
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            double ours = scrape(server, PATH, "identity").seconds();
            Scrape gzip = scrape(server, PATH, "gzip");
            double theirs = scrape(server, constant, "identity").seconds();
            compressedOctets = gzip.octets();
            if (round >= 0) {
                plain.add(ours);
                compressed.add(gzip.seconds());
                constants.add(theirs);
            }
        }
        out.printf("%d interfaces of %d targets, %d octets%n", TARGETS * INTERFACES_EACH, TARGETS, octets);
        out.printf("a scrape: median %.2f s, worst %.2f s%n", median(plain), worst(plain));
        out.printf(
                "with gzip, %d octets: median %.2f s, worst %.2f s%n",
                compressedOctets, median(compressed), worst(compressed));
        out.printf("a constant body of the plain length: median %.2f s%n", median(constants));
        out.printf("ratio, constant to scrape: %.2f%n", median(constants) / median(plain));
        measureHeap(server, out);
    }

    /** Scrapes that stand still show what each of them holds. */
    private static void measureHeap(CoreServerProcess server, PrintStream out)
            throws IOException, InterruptedException {
        long before = Long.parseLong(server.text("/bench/live-heap"));
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < OPEN_SCRAPES; i++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
                open.add(socket);
                ask(socket, server.port(), PATH, "identity");
                socket.getInputStream().readNBytes(BUFFER_OCTETS);
            }
            long held = Long.parseLong(server.text("/bench/live-heap")) - before;
            out.printf(
                    "live heap: %d MiB; for each scrape that stands still: %.1f MiB more (heap limit 512 MiB)%n",
                    before >> 20, held / (double) (1 << 20) / OPEN_SCRAPES);
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
        out.printf("resident: %d MiB%n", server.residentMebibytes());
    }

    /** One answer, read to its end and thrown away. */
    private record Scrape(long octets, double seconds) {}

    private static Scrape scrape(CoreServerProcess server, String path, String coding) throws IOException {
        long started = System.nanoTime();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            ask(socket, server.port(), path, coding);
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_OCTETS);
            boolean isChunked = readHead(in);
            long octets = isChunked ? readChunks(in) : readAll(in);
            return new Scrape(octets, (System.nanoTime() - started) / 1e9);
        }
    }

    private static void ask(Socket socket, int port, String path, String coding) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nAccept-Encoding: " + coding
                                + "\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean readHead(InputStream in) throws IOException {
        String status = readLine(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered " + status);
        }
        boolean isChunked = false;
        for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
            isChunked |= header.toLowerCase(Locale.ROOT).equals("transfer-encoding: chunked");
        }
        return isChunked;
    }

    private static long readChunks(InputStream in) throws IOException {
        long octets = 0;
        for (int length = chunk(in); length > 0; length = chunk(in)) {
            in.skipNBytes(length);
            octets += length;
            readLine(in);
        }
        return octets;
    }

    private static int chunk(InputStream in) throws IOException {
        return Integer.parseInt(readLine(in), 16);
    }

    private static long readAll(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER_OCTETS];
        long octets = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            octets += read;
        }
        return octets;
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new IOException("the server closed the connection");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static double worst(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    private static Map<String, String> environment(Endpoint endpoint) throws IOException {
        if (!(endpoint.hostKeyPolicy() instanceof HostKeyPolicy.Pinned(String fingerprint))
                || endpoint.credentials().password() == null) {
            throw new IllegalStateException("the agent is reached with a password and a pinned key");
        }
        String prefix =
                "CORESERVER_TARGETS_" + endpoint.target().replace('-', '_').toUpperCase(Locale.ROOT) + '_';
        return Map.of(
                prefix + "HOST", endpoint.host(),
                prefix + "PORT", Integer.toString(endpoint.port()),
                prefix + "USERNAME", endpoint.credentials().username(),
                prefix + "PASSWORD", endpoint.credentials().password().reveal(),
                prefix + "HOST_KEY", fingerprint,
                prefix + "POLL_INTERVAL", "1h");
    }
}
