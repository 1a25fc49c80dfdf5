package net.coreserver.netconf.faults;

import static net.coreserver.netconf.FailureKind.PROTOCOL;
import static net.coreserver.netconf.FailureKind.TIMEOUT;
import static net.coreserver.netconf.FailureKind.TRANSPORT;
import static net.coreserver.netconf.faults.Fault.fails;
import static net.coreserver.netconf.faults.Fault.inSession;
import static net.coreserver.netconf.faults.Fault.works;
import static net.coreserver.netconf.faults.Replies.chunk;

import java.util.List;
import java.util.function.UnaryOperator;
import net.coreserver.netconf.faults.Fault.Outcome;

/** What breaks RFC 6242's framing, or stretches it: bytes in answer to one rpc. */
final class FramingFaults {

    private static final String BROKE = "The server broke the framing: ";
    private static final String NO_REPLY = "No get answer within 0.4 s";
    private static final String IN_THE_MIDDLE = "The connection was lost in the middle of the reply";
    private static final String CLOSED = "The server closed the session";
    private static final String END = "\n##\n";
    private static final long TRICKLE_MILLIS = 50;

    /** How many a reply in {@link #lines} holds. */
    private static final int LINE_FEEDS = 2;

    private FramingFaults() {}

    static List<Fault> all() {
        return List.of(
                answer("a chunk's size of 0", reply -> "\n#0\n", broke("expected a chunk's size, got '0'")),
                answer("leading zeros", reply -> "\n#0012\n", broke("expected a chunk's size, got '0'")),
                answer("a negative size", reply -> "\n#-5\n", broke("expected a chunk's size, got '-'")),
                answer("a size in words", reply -> "\n#ten\n", broke("expected a chunk's size, got 't'")),
                answer("a hexadecimal size", reply -> "\n#1f\n", broke("expected a digit or LF in a chunk's size")),
                answer("a size of 2^32", reply -> "\n#4294967296\n", broke("a chunk's size above 4294967295")),
                answer("a size of 10^30", reply -> "\n#1" + "0".repeat(30), broke("a chunk's size above 4294967295")),
                answer("a chunk above the bound", reply -> "\n#4294967295\n<", broke("a message of more than")),
                answer(
                        "no LF before a chunk",
                        reply -> chunk(reply).substring(1),
                        broke("expected a LF before a chunk")),
                answer(
                        "CRLF before a chunk",
                        reply -> "\r" + chunk(reply),
                        broke("expected a LF before a chunk, got 0x0d")),
                answer("no chunk but the end", reply -> END, broke("expected a chunk's size, got '#'")),
                answer(
                        "end-of-message after base:1.1",
                        reply -> reply + "]]>]]>",
                        broke("expected a LF before a chunk")),
                answer("LFs without end", reply -> "\n".repeat(100_000), broke("expected a # before a chunk's size")),
                answer("a few LFs more than there should be", FramingFaults::fewLineFeeds, works("data")),
                answer("chunks of one octet", FramingFaults::octetChunks, works("data")),
                answer("a size too small", reply -> sized(reply, -1), broke("expected a LF before a chunk, got '>'")),
                answer("a size too large", reply -> sized(reply, 2), broke("expected a LF before a chunk, got '#'")),
                answer("CRLFs that the size counts", reply -> chunk(lines(reply, "\r\n")) + END, works("data")),
                answer(
                        "a size that counts a CRLF for each LF",
                        reply -> sized(lines(reply, "\n"), LINE_FEEDS),
                        broke("expected a LF before a chunk, got '#'")),
                answer(
                        "a size in characters",
                        reply -> chunk(reply.replace(">data<", ">dätä<")) + END,
                        broke("expected a LF before a chunk, got 'y'")),
                answer(
                        "chunks above the bound",
                        reply -> chunk(reply) + "\n#268435456\n",
                        broke("a message of more than")),
                answer(
                        "LFs without end in a reply",
                        reply -> chunk(reply) + "\n".repeat(100_000),
                        broke("expected a #")),
                silent("half a chunk's header", reply -> "\n#1"),
                silent("half a reply", FramingFaults::half),
                silent("a reply without its end", reply -> chunk(reply)),
                leaves("half a chunk's header", reply -> "\n#1", CLOSED),
                leaves("half a reply", FramingFaults::half, IN_THE_MIDDLE),
                leaves("a reply without its end", reply -> chunk(reply), IN_THE_MIDDLE),
                trickle());
    }

    private static Outcome broke(String what) {
        return fails(PROTOCOL, BROKE + what);
    }

    private static Fault answer(String name, UnaryOperator<String> bytes, Outcome outcome) {
        return inSession(
                name,
                peer -> {
                    peer.send(bytes.apply(Replies.data(Replies.firstRequest(peer), "data")));
                    peer.stayUntilClientLeaves();
                },
                outcome);
    }

    private static Fault silent(String name, UnaryOperator<String> bytes) {
        return answer(name + ", then silence", bytes, fails(TIMEOUT, NO_REPLY)).withShortPatience();
    }

    private static Fault leaves(String name, UnaryOperator<String> bytes, String message) {
        return inSession(
                name + ", then closes",
                peer -> peer.send(bytes.apply(Replies.data(Replies.firstRequest(peer), "data"))),
                fails(TRANSPORT, message));
    }

    private static Fault trickle() {
        return inSession(
                        "a reply byte by byte, too slow for the deadline",
                        peer -> {
                            String reply = chunk(Replies.data(Replies.firstRequest(peer), "data")) + END;
                            for (int i = 0; i < reply.length(); i++) {
                                peer.send(reply.substring(i, i + 1));
                                Thread.sleep(TRICKLE_MILLIS); // the fault itself; nothing is waited for
                            }
                            peer.stayUntilClientLeaves();
                        },
                        fails(TIMEOUT, NO_REPLY))
                .withShortPatience();
    }

    private static String sized(String reply, int off) {
        return "\n#" + (reply.length() + off) + "\n" + reply + END + END;
    }

    private static String lines(String reply, String end) {
        return reply.replace("><", ">" + end + "<");
    }

    private static String half(String reply) {
        return chunk(reply).substring(0, chunk(reply).indexOf("</data>"));
    }

    private static String fewLineFeeds(String reply) {
        return "\n\n" + chunk(reply.substring(0, 20)) + "\n\n" + chunk(reply.substring(20)) + "\n" + END;
    }

    private static String octetChunks(String reply) {
        StringBuilder chunks = new StringBuilder();
        for (int i = 0; i < reply.length(); i++) {
            chunks.append(chunk(reply.substring(i, i + 1)));
        }
        return chunks + END;
    }
}
