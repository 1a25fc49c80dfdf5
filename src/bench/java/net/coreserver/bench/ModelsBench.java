package net.coreserver.bench;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.interfaces.yang.InterfaceModels;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * What it costs to read a reply of each model, of 67 interfaces or a few more: CPU time of the one thread that does it. Parsing is what
 * it takes to pull the same document through the same parser; the rest is the mapping, for which a model is answerable. The documents
 * are the fixtures of the tests, many times over under other names; the models take turns, round by round.
 */
final class ModelsBench {

    private static final int INTERFACES = 67;
    private static final int ROUNDS = 15;
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration ROUND = Duration.ofMillis(120);
    private static final Path FIXTURES = Path.of("src/test/resources/net/coreserver/interfaces/yang");
    private static final Pattern WHOLE =
            Pattern.compile("(.*?<(?:\\w+:)?rpc-reply[^>]*>)(.*)(</(?:\\w+:)?rpc-reply>\\s*)", Pattern.DOTALL);
    /** The key of those models in which it is no name. */
    private static final Pattern INDEX = Pattern.compile("(<(?:\\w+:)?[iI]f-?[iI]ndex>\\s*)([0-9]+)");

    private static final String MEASURE = "ietf-interfaces-state";
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A model with a document of its own, and what the rounds found, in nanoseconds. */
    private static final class Candidate {

        private final InterfaceModel model;
        private final byte[] document;
        private final int interfaces;
        private final ReplyReader<List<InterfaceSample>> reader;
        private final List<Double> reading = new ArrayList<>();
        private final List<Double> parsing = new ArrayList<>();

        Candidate(InterfaceModel model, byte[] document) throws XMLStreamException, MalformedMessageException {
            this.model = model;
            this.document = document;
            this.reader = model.replyReader();
            this.interfaces = read();
        }

        private int read() throws XMLStreamException, MalformedMessageException {
            XMLStreamReader2 xml = Xml.reader(new ByteArrayInputStream(document));
            Xml.nextRoot(xml);
            Xml.nextChild(xml);
            int count = reader.read(xml).size();
            pull(xml);
            return count;
        }

        private void parse() throws XMLStreamException {
            pull(Xml.reader(new ByteArrayInputStream(document)));
        }

        private static void pull(XMLStreamReader2 xml) throws XMLStreamException {
            while (xml.hasNext()) {
                xml.next();
            }
            xml.close();
        }

        void measure(Duration atLeast) throws XMLStreamException, MalformedMessageException {
            reading.add(perDocument(this::read, atLeast));
            parsing.add(perDocument(
                    () -> {
                        parse();
                        return 0;
                    },
                    atLeast));
        }

        void forget() {
            reading.clear();
            parsing.clear();
        }

        double read(List<Double> rounds) {
            return rounds.stream().sorted().toList().get(rounds.size() / 2);
        }

        double mappingOfOne() {
            return (read(reading) - read(parsing)) / interfaces;
        }
    }

    /** Work that is done once for a document. */
    @FunctionalInterface
    private interface Work {
        int run() throws XMLStreamException, MalformedMessageException;
    }

    private ModelsBench() {}

    /** Runs the benchmark and prints its results. */
    static void run(PrintStream out) throws IOException, XMLStreamException, MalformedMessageException {
        List<Candidate> candidates = new ArrayList<>();
        for (InterfaceModel model : InterfaceModels.LADDER) {
            candidates.add(new Candidate(model, document(model)));
        }
        for (Candidate candidate : candidates) {
            candidate.measure(WARM_UP);
            candidate.forget();
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (Candidate candidate : candidates) {
                candidate.measure(ROUND);
            }
        }
        double measure = candidates.stream()
                .filter(candidate -> candidate.model.name().equals(MEASURE))
                .findFirst()
                .orElseThrow()
                .mappingOfOne();
        out.printf(
                "%n  %-32s %10s %8s %9s %9s %12s %7s%n",
                "model", "interfaces", "octets", "ms", "parsing", "us mapping", "ratio");
        for (Candidate candidate : candidates) {
            out.printf(
                    "  %-32s %,10d %,8d %9.3f %9.3f %12.2f %7.2f%n",
                    candidate.model.name(),
                    candidate.interfaces,
                    candidate.document.length,
                    candidate.read(candidate.reading) / 1e6,
                    candidate.read(candidate.parsing) / 1e6,
                    candidate.mappingOfOne() / 1e3,
                    candidate.mappingOfOne() / measure);
        }
        out.printf("  mapping: of one interface; ratio: to that of %s%n", MEASURE);
    }

    private static double perDocument(Work work, Duration atLeast)
            throws XMLStreamException, MalformedMessageException {
        long start = THREADS.getCurrentThreadCpuTime();
        long taken;
        int documents = 0;
        do {
            work.run();
            documents++;
            taken = THREADS.getCurrentThreadCpuTime() - start;
        } while (taken < atLeast.toNanos());
        return (double) taken / documents;
    }

    /** The fixture so often that there are enough interfaces. */
    private static byte[] document(InterfaceModel model)
            throws IOException, XMLStreamException, MalformedMessageException {
        Path file = fixture(model);
        Matcher whole = WHOLE.matcher(Files.readString(file));
        if (!whole.matches()) {
            throw new IllegalStateException(file + " is no rpc-reply");
        }
        List<String> names = new Candidate(model, Files.readAllBytes(file))
                .reader.read(inside(Files.readString(file))).stream()
                        .map(InterfaceSample::name)
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        StringBuilder document = new StringBuilder(whole.group(1));
        for (int copy = 0; copy * names.size() < INTERFACES; copy++) {
            document.append(renamed(whole.group(2), names, copy));
        }
        return document.append(whole.group(3)).toString().getBytes(StandardCharsets.UTF_8);
    }

    /** That of the model; where it has none of its own, the first in which it finds interfaces. */
    private static Path fixture(InterfaceModel model) throws IOException, XMLStreamException {
        Path own = FIXTURES.resolve(model.name() + ".xml");
        if (Files.exists(own)) {
            return own;
        }
        try (Stream<Path> files = Files.list(FIXTURES)) {
            for (Path file : files.sorted().toList()) {
                if (finds(model, file)) {
                    return file;
                }
            }
        }
        throw new IllegalStateException("no fixture for " + model.name());
    }

    private static boolean finds(InterfaceModel model, Path file) throws IOException, XMLStreamException {
        try {
            return new Candidate(model, Files.readAllBytes(file)).interfaces > 0;
        } catch (MalformedMessageException e) {
            return false;
        }
    }

    private static XMLStreamReader2 inside(String document) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 xml = Xml.reader(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        Xml.nextRoot(xml);
        Xml.nextChild(xml);
        return xml;
    }

    private static String renamed(String payload, List<String> names, int copy) {
        String renamed = INDEX.matcher(payload)
                .replaceAll(index -> Matcher.quoteReplacement(index.group(1) + index.group(2))
                        + (copy == 0 ? "" : "%03d".formatted(copy)));
        for (String name : names) {
            renamed = renamed.replaceAll(
                    "(>\\s*)" + Pattern.quote(name) + "(\\s*<)",
                    "$1" + Matcher.quoteReplacement(name + "-" + copy) + "$2");
        }
        return renamed;
    }
}
