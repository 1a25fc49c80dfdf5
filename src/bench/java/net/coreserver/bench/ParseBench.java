package net.coreserver.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.MalformedMessageException;
import net.coreserver.netconf.Xml;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * What it costs to read a reply: CPU time of the one thread that does it, octets allocated, and the heap that is held
 * while a reply of 10, 1,000 and 100,000 interfaces passes through.
 *
 * <p>The contenders take turns, round by round, so that a machine that changes its speed does so for all.
 */
final class ParseBench {

    private static final int ROUNDS = 21;
    private static final int HEAP_ROUNDS = 3;
    private static final Duration WARM_UP = Duration.ofSeconds(4);
    private static final Duration ROUND = Duration.ofMillis(250);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final IetfInterfacesState MODEL = new IetfInterfacesState();

    /** Reads a document to its end. */
    @FunctionalInterface
    private interface Contender {
        void read(InputStream document) throws IOException, XMLStreamException, MalformedMessageException;
    }

    /** What one round found, per document. */
    private record Cost(double nanoseconds, double allocatedOctets) {}

    private ParseBench() {}

    /** Runs the benchmark and prints its results. */
    static void run(PrintStream out) throws IOException, XMLStreamException, MalformedMessageException {
        XMLInputFactory jdk = XMLInputFactory.newDefaultFactory();
        Map<String, Contender> contenders = new LinkedHashMap<>();
        contenders.put("the JDK's StAX, pulled", document -> pull(jdk.createXMLStreamReader(document)));
        contenders.put("Xml.reader, pulled", document -> pull(Xml.reader(document)));
        contenders.put("reader to records", ParseBench::readRecords);
        for (int interfaces : new int[] {50, 1_000}) {
            RepeatedInterfaces reply = new RepeatedInterfaces(interfaces);
            out.printf("%n%,d interfaces, %,d octets%n", interfaces, reply.octets());
            compare(contenders, reply, out);
        }
        out.printf("%nheap held when the last interface of a reply is read, and none is kept%n");
        heapHeld(new RepeatedInterfaces(10), 10); // the first time, the machinery that measures is counted, too
        for (int interfaces : new int[] {10, 1_000, 100_000}) {
            RepeatedInterfaces reply = new RepeatedInterfaces(interfaces);
            long most = Long.MIN_VALUE;
            for (int i = 0; i < HEAP_ROUNDS; i++) {
                most = Math.max(most, heapHeld(reply, interfaces));
            }
            out.printf("  %,7d interfaces, %,11d octets: at most %d KiB%n", interfaces, reply.octets(), most / 1024);
        }
    }

    private static void pull(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            reader.next();
        }
        reader.close();
    }

    private static void readRecords(InputStream document) throws XMLStreamException, MalformedMessageException {
        XMLStreamReader2 reader = Xml.reader(document);
        Xml.nextRoot(reader);
        Xml.nextChild(reader);
        if (MODEL.replyReader().read(reader).isEmpty()) {
            throw new IllegalStateException("no interfaces were read");
        }
        pull(reader);
    }

    private static long heapHeld(RepeatedInterfaces reply, int interfaces)
            throws XMLStreamException, MalformedMessageException {
        AtomicLong atTheLast = new AtomicLong();
        AtomicInteger read = new AtomicInteger();
        long before = liveHeap();
        XMLStreamReader2 reader = Xml.reader(reply.open());
        Xml.nextRoot(reader);
        Xml.nextChild(reader);
        MODEL.replyReader(sample -> {
                    if (read.incrementAndGet() == interfaces) {
                        atTheLast.set(liveHeap());
                    }
                })
                .read(reader);
        pull(reader);
        return atTheLast.get() - before;
    }

    private static long liveHeap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void compare(Map<String, Contender> contenders, RepeatedInterfaces reply, PrintStream out)
            throws IOException, XMLStreamException, MalformedMessageException {
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        for (var contender : contenders.entrySet()) {
            measure(contender.getValue(), reply, WARM_UP);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (var contender : contenders.entrySet()) {
                Cost cost = measure(contender.getValue(), reply, ROUND);
                costs.computeIfAbsent(contender.getKey(), name -> new ArrayList<>())
                        .add(cost);
            }
        }
        costs.forEach((name, rounds) -> {
            double[] nanoseconds =
                    rounds.stream().mapToDouble(Cost::nanoseconds).sorted().toArray();
            double median = nanoseconds[nanoseconds.length / 2];
            out.printf(
                    "  %-26s %6.1f MB/s (%.1f to %.1f), %.3f ms, %,.0f octets allocated%n",
                    name,
                    reply.octets() * 1000.0 / median,
                    reply.octets() * 1000.0 / nanoseconds[nanoseconds.length - 1],
                    reply.octets() * 1000.0 / nanoseconds[0],
                    median / 1e6,
                    rounds.getLast().allocatedOctets());
        });
    }

    private static Cost measure(Contender contender, RepeatedInterfaces reply, Duration atLeast)
            throws IOException, XMLStreamException, MalformedMessageException {
        long allocated = THREADS.getCurrentThreadAllocatedBytes();
        long start = THREADS.getCurrentThreadCpuTime();
        long taken;
        int documents = 0;
        do {
            contender.read(reply.open());
            documents++;
            taken = THREADS.getCurrentThreadCpuTime() - start;
        } while (taken < atLeast.toNanos());
        return new Cost(
                (double) taken / documents,
                (double) (THREADS.getCurrentThreadAllocatedBytes() - allocated) / documents);
    }
}
