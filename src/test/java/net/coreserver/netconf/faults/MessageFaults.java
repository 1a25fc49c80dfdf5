package net.coreserver.netconf.faults;

import static net.coreserver.netconf.FailureKind.PARSE;
import static net.coreserver.netconf.FailureKind.PROTOCOL;
import static net.coreserver.netconf.FailureKind.RPC_ERROR;
import static net.coreserver.netconf.FailureKind.TIMEOUT;
import static net.coreserver.netconf.FailureKind.TRANSPORT;
import static net.coreserver.netconf.faults.Fault.beforeHello;
import static net.coreserver.netconf.faults.Fault.fails;
import static net.coreserver.netconf.faults.Fault.inSession;
import static net.coreserver.netconf.faults.Fault.works;
import static net.coreserver.netconf.faults.Replies.data;

import java.io.IOException;
import java.util.List;
import net.coreserver.netconf.faults.Fault.Outcome;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.ScriptedServer.Conversation;

/** What is wrong with a message, or with when it comes. */
final class MessageFaults {

    private static final String HELLO = ScriptedServer.HELLO_1_1;
    private static final String NO_HELLO = "The server sent no hello in time";
    private static final String NO_REPLY = "No get answer within 0.4 s";
    private static final long TRICKLE_MILLIS = 50;
    private static final String BOMB = """
            <!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>""";
    private static final String EXTERNAL = "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>";

    /** What answers a request, given its message-id. */
    private interface Answer {
        String to(String messageId);
    }

    private MessageFaults() {}

    static List<Fault> all() {
        return List.of(
                hello("half a hello, then silence", HELLO.substring(0, 200), fails(TIMEOUT, NO_HELLO)),
                closingHello(
                        "half a hello, then closes", HELLO.substring(0, 200), fails(TRANSPORT, "The server closed")),
                hello("a hello that is no XML", "% Bad command]]>]]>", fails(PARSE, "not well-formed XML")),
                hello("a hello with a document type", BOMB + HELLO + "]]>]]>", fails(PROTOCOL, "document type")),
                hello("a reply in place of hello", data("1", "x") + "]]>]]>", fails(PROTOCOL, "expected <hello>")),
                hello("a hello of zeros", "\0".repeat(100) + "]]>]]>", fails(PARSE, "not well-formed XML")),
                hello("a session-id of 2^32", helloWithId("4294967296"), fails(PROTOCOL, "session-id")),
                hello("a session-id in words", helloWithId("seven"), fails(PROTOCOL, "session-id")),
                hello("20,001 capabilities", helloWith(20_001), fails(PROTOCOL, "more than 20000 capabilities")),
                inSession("20,000 capabilities", MessageFaults::manyCapabilities, works("served")),
                inSession(
                        "hello twice",
                        MessageFaults::helloTwice,
                        fails(PROTOCOL, "<hello> where a reply was expected")),
                answer("no reply", id -> "", fails(TIMEOUT, NO_REPLY)).withShortPatience(),
                answer("a reply to nobody alone", id -> framed(data("x", "y")), fails(TIMEOUT, NO_REPLY))
                        .withShortPatience(),
                inSession("a reply octet by octet, too slowly", MessageFaults::trickledReply, fails(TIMEOUT, NO_REPLY))
                        .withShortPatience(),
                inSession("every reply twice", MessageFaults::everyReplyTwice, works("first")),
                answer(
                        "replies to nobody first",
                        id -> framed(data("x", "y")).repeat(1000) + framed(data(id, "data")),
                        works("data")),
                answer(
                        "an unknown message",
                        id -> framed("<rpc/>"),
                        fails(PROTOCOL, "<rpc> where a reply was expected")),
                answer("a message of blanks", id -> framed(" \n\t ") + framed(data(id, "data")), works("data")),
                answer("a message that is no XML", id -> framed("% busy"), fails(PARSE, "not well-formed XML")),
                answer("a document type", id -> framed(BOMB + data(id, "&d;")), fails(PROTOCOL, "document type")),
                answer(
                        "an external document type",
                        id -> framed(EXTERNAL + data(id, "x")),
                        fails(PROTOCOL, "document type")),
                answer(
                        "an entity that nobody declared",
                        id -> framed(data(id, "&c;")),
                        fails(PARSE, "The reply is not")),
                answer("elements too deep", id -> framed(data(id, "<a>".repeat(200_000))), fails(PARSE, "Depth")),
                answer(
                        "an attribute too long",
                        id -> framed(data(id, "<a b='" + "x".repeat(100_000) + "'/>")),
                        fails(PARSE, "")),
                answer(
                        "attributes too many",
                        id -> framed(data(id, "<a " + attributes(10_000) + "/>")),
                        fails(PARSE, "")),
                answer(
                        "namespaces too many",
                        id -> framed(data(id, "<a " + namespaces(10_000) + "/>")),
                        fails(PARSE, "")),
                answer(
                        "a tag that does not match",
                        id -> framed(data(id, "<a></b>")),
                        fails(PARSE, "The reply is not")),
                answer("a prefix that nobody declared", id -> framed(data(id, "<p:a>data</p:a>")), works("data")),
                answer(
                        "more after the reply",
                        id -> framed(data(id, "x") + "<more/>"),
                        fails(PARSE, "The reply is not")),
                answer("nothing in the reply", id -> framed(Replies.reply(id, "")), fails(PROTOCOL, "expected <data>")),
                answer(
                        "ok in place of data",
                        id -> framed(Replies.reply(id, "<ok/>")),
                        fails(PROTOCOL, "expected <data>, got <ok>")),
                answer(
                        "an rpc-error that says nothing",
                        id -> framed(Replies.reply(id, "<rpc-error/>")),
                        fails(RPC_ERROR, "")),
                answer("an rpc-error after data", MessageFaults::errorAfterData, fails(RPC_ERROR, "operation-failed")));
    }

    private static Fault hello(String name, String bytes, Outcome outcome) {
        return beforeHello(
                name,
                peer -> {
                    peer.send(bytes);
                    peer.stayUntilClientLeaves();
                },
                outcome);
    }

    private static Fault closingHello(String name, String bytes, Outcome outcome) {
        return beforeHello(name, peer -> peer.send(bytes), outcome);
    }

    private static Fault answer(String name, Answer answer, Outcome outcome) {
        return inSession(
                name,
                peer -> {
                    peer.send(answer.to(Replies.firstRequest(peer)));
                    peer.stayUntilClientLeaves();
                },
                outcome);
    }

    private static String framed(String message) {
        return Replies.chunk(message) + "\n##\n";
    }

    private static String helloWithId(String id) {
        return HELLO.replace("<session-id>7<", "<session-id>" + id + "<") + "]]>]]>";
    }

    private static String helloWith(int capabilities) {
        int more = capabilities - 2;
        return HELLO.replace(
                        "</capabilities>",
                        "<capability>urn:test:module?module=test&amp;revision=2026-01-01</capability>".repeat(more)
                                + "</capabilities>")
                + "]]>]]>";
    }

    private static void manyCapabilities(Conversation peer) throws IOException {
        peer.send(helloWith(20_000));
        peer.readUntil("]]>]]>");
        Replies.serve(peer);
    }

    private static void helloTwice(Conversation peer) throws IOException {
        Replies.firstRequest(peer);
        peer.sendChunked(HELLO);
        peer.stayUntilClientLeaves();
    }

    private static void everyReplyTwice(Conversation peer) throws IOException {
        String id = Replies.firstRequest(peer);
        peer.sendChunked(data(id, "first"));
        peer.sendChunked(data(id, "second"));
        peer.stayUntilClientLeaves();
    }

    private static void trickledReply(Conversation peer) throws IOException, InterruptedException {
        for (char octet : framed(data(Replies.firstRequest(peer), "data")).toCharArray()) {
            peer.send(String.valueOf(octet));
            Thread.sleep(TRICKLE_MILLIS); // the fault itself; nothing is waited for
        }
        peer.stayUntilClientLeaves();
    }

    private static String errorAfterData(String id) {
        return framed(Replies.reply(
                id,
                "<data>x</data><rpc-error><error-tag>operation-failed</error-tag>"
                        + "<error-severity>error</error-severity></rpc-error>"));
    }

    private static String attributes(int count) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < count; i++) {
            attributes.append("a").append(i).append("='' ");
        }
        return attributes.toString();
    }

    private static String namespaces(int count) {
        StringBuilder namespaces = new StringBuilder();
        for (int i = 0; i < count; i++) {
            namespaces.append("xmlns:a").append(i).append("='urn:a' ");
        }
        return namespaces.toString();
    }
}
