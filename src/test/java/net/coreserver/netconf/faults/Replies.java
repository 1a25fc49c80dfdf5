package net.coreserver.netconf.faults;

import java.io.IOException;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;
import net.coreserver.testing.ScriptedServer.Conversation;

/** What client and server say to each other in these tests. */
final class Replies {

    static final Get GET = Get.of(SubtreeFilter.of("urn:test", "top"));
    static final ReplyReader<String> TEXT = ReplyReader.ofData(Xml::text);

    /** Counts the elements inside {@code data}, however many they are. */
    static final ReplyReader<String> COUNT = ReplyReader.ofData(reply -> {
        long elements = 0;
        while (Xml.nextChild(reply)) {
            elements++;
            Xml.skip(reply);
        }
        return Long.toString(elements);
    });

    private static final String END_OF_CHUNKS = "\n##\n";

    private Replies() {}

    static String start(String messageId) {
        return "<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='" + messageId + "'>";
    }

    static String reply(String messageId, String content) {
        return start(messageId) + content + "</rpc-reply>";
    }

    static String data(String messageId, String content) {
        return reply(messageId, "<data>" + content + "</data>");
    }

    /** Exchanges hellos of base:1.1, takes the first request, and gives its message-id. */
    static String firstRequest(Conversation peer) throws IOException {
        peer.helloChunked();
        return peer.readRequest(END_OF_CHUNKS);
    }

    /** Answers requests, as a good server would, until the client leaves. */
    static void serve(Conversation peer) throws IOException {
        while (true) {
            peer.sendChunked(data(peer.readRequest(END_OF_CHUNKS), "served"));
        }
    }

    /** One chunk. */
    static String chunk(String content) {
        return "\n#" + content.length() + "\n" + content;
    }
}
