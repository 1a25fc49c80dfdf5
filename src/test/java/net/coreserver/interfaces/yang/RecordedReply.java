package net.coreserver.interfaces.yang;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.RpcError;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;
import net.coreserver.testing.InMemoryTransport;

/**
 * A reply that somebody kept in a file: all of it, or from {@code data} on, or only what a tool left of its inside. It is put back
 * into an {@code rpc-reply} and goes through a session of its own for every model that tries to read it, its octets as they are but
 * for the message-id.
 */
final class RecordedReply {

    /** What comes of a reply. */
    sealed interface Outcome {

        /** A model, the first of the ladder, found interfaces in it. */
        record Interfaces(String model, List<InterfaceSample> samples) implements Outcome {}

        /** The server refused. */
        record Refused(List<RpcError> errors) implements Outcome {}

        /** No model found an interface; what the last of them said of it. */
        record Nothing(String reason) implements Outcome {}
    }

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Get ANY = Get.of(SubtreeFilter.of("urn:test", "any"));

    private static final Pattern BEFORE_ROOT =
            Pattern.compile("(?:\\s|\\xEF\\xBB\\xBF|<\\?.*?\\?>|<!--.*?-->)*+", Pattern.DOTALL);
    private static final Pattern ROOT = Pattern.compile("<(?:[^\\s:>/]+:)?([^\\s:>/]+)[^>]*>");
    private static final Pattern MESSAGE_ID = Pattern.compile("\\smessage-id\\s*=\\s*(?:\"[^\"]*\"|'[^']*')");

    /** One character for each octet, so that those which are no UTF-8 stay as they are. */
    private final String document;

    private final String root;

    RecordedReply(byte[] octets) {
        String all = new String(octets, ISO_8859_1);
        Matcher before = BEFORE_ROOT.matcher(all);
        this.document = before.lookingAt() ? all.substring(before.end()) : all;
        Matcher tag = ROOT.matcher(document);
        this.root = tag.lookingAt() ? tag.group(1) : "";
    }

    /** Reads it with the first model that finds an interface in it. */
    Outcome read(List<InterfaceModel> ladder) throws InterruptedException {
        Outcome outcome = new Outcome.Nothing("no model was tried");
        for (InterfaceModel model : ladder) {
            for (String reply : replies()) {
                outcome = read(reply, model);
                if (!(outcome instanceof Outcome.Nothing)) {
                    return outcome;
                }
            }
        }
        return outcome;
    }

    /** What the server may have sent, without a message-id. A payload alone does not tell whether it stood in {@code data}. */
    private List<String> replies() {
        return switch (root) {
            case "rpc-reply" -> List.of(withoutMessageId());
            case "data", "rpc-error" -> List.of(inReply(document));
            default -> List.of(inReply("<data>" + document + "</data>"), inReply(document));
        };
    }

    private String withoutMessageId() {
        Matcher tag = ROOT.matcher(document);
        return tag.lookingAt()
                ? MESSAGE_ID.matcher(tag.group()).replaceFirst("") + document.substring(tag.end())
                : document;
    }

    private static String inReply(String content) {
        return "<rpc-reply xmlns=\"urn:ietf:params:xml:ns:netconf:base:1.0\">" + content + "</rpc-reply>";
    }

    private static Outcome read(String reply, InterfaceModel model) throws InterruptedException {
        InMemoryTransport server = new InMemoryTransport();
        NetconfSession session = server.openWith();
        Thread answering = Thread.ofVirtual().start(() -> {
            server.nextSent();
            // The only rpc in flight gets the reply, which needs no message-id then.
            server.receive((reply + "]]>]]>").getBytes(ISO_8859_1));
        });
        try {
            return read(session, model.name(), model.replyReader());
        } finally {
            answering.join();
            session.abort();
        }
    }

    private static Outcome read(NetconfSession session, String model, ReplyReader<List<InterfaceSample>> reader)
            throws InterruptedException {
        try {
            List<InterfaceSample> samples = session.call(ANY, reader, PATIENCE);
            return samples.isEmpty()
                    ? new Outcome.Nothing("a reply without interfaces, says " + model)
                    : new Outcome.Interfaces(model, samples);
        } catch (RpcErrorException e) {
            return new Outcome.Refused(e.errors());
        } catch (NetconfException e) {
            return new Outcome.Nothing(e.getMessage() + ", says " + model);
        }
    }
}
