package net.coreserver.netconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import net.coreserver.netconf.framing.Framing;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;
import net.coreserver.testing.InMemoryTransport;
import net.coreserver.testing.ScriptedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose reply is whose, and what a session makes of a server that does not keep to the rules. */
class NetconfSessionTest {

    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);
    private static final Get GET = Get.of(SubtreeFilter.of("urn:test", "top"));
    private static final ReplyReader<String> TEXT = ReplyReader.ofData(Xml::text);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final InMemoryTransport server = new InMemoryTransport();

    private static CompletableFuture<String> call(NetconfSession session, Duration timeout) {
        CompletableFuture<String> result = new CompletableFuture<>();
        VIRTUAL.execute(() -> {
            try {
                result.complete(session.call(GET, TEXT, timeout));
            } catch (NetconfException | InterruptedException e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    private static String valueOf(CompletableFuture<String> result) throws Exception {
        return result.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private static <T extends NetconfException> T failureOf(CompletableFuture<String> result, Class<T> type) {
        try {
            throw new AssertionError("answered: " + valueOf(result));
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(type);
            return type.cast(Objects.requireNonNull(e.getCause()));
        } catch (Exception e) {
            throw new AssertionError("no outcome", e);
        }
    }

    @Test
    void repliesFindTheirRpcsInWhateverOrderTheyCome() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> first = call(session, LONG);
        String firstId = server.nextMessageId();
        CompletableFuture<String> second = call(session, LONG);
        String secondId = server.nextMessageId();
        CompletableFuture<String> third = call(session, LONG);
        String thirdId = server.nextMessageId();
        server.reply(thirdId, "three");
        server.reply(firstId, "one");
        server.reply(secondId, "two");
        assertThat(valueOf(first)).isEqualTo("one");
        assertThat(valueOf(second)).isEqualTo("two");
        assertThat(valueOf(third)).isEqualTo("three");
    }

    @Test
    void aMessageIdWithBlanksAroundItIsTheSame() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.reply(" " + server.nextMessageId() + "\n", "value");
        assertThat(valueOf(call)).isEqualTo("value");
    }

    @Test
    void aReplyToAnRpcThatWasNeverSentIsReadOverCountedAndNamedWhenTheOwnOneStaysAway() throws Exception {
        NetconfSession session = server.openWith();
        server.reply("no-such-id", "not yours");
        await().until(() -> session.traffic().unclaimedReplies() == 1);
        CompletableFuture<String> call = call(session, SHORT);
        assertThat(failureOf(call, DeadlineException.class)).hasMessageContaining("no-such-id");
    }

    @Test
    void aSecondReplyToTheSameRpcIsReadOver() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> first = call(session, LONG);
        String firstId = server.nextMessageId();
        server.reply(firstId, "one");
        server.reply(firstId, "one again");
        assertThat(valueOf(first)).isEqualTo("one");
        CompletableFuture<String> second = call(session, LONG);
        server.reply(server.nextMessageId(), "two");
        assertThat(valueOf(second)).isEqualTo("two");
        assertThat(session.traffic().unclaimedReplies()).isEqualTo(1);
    }

    @Test
    void aReplyThatComesTooLateDoesNotAnswerTheNextRpc() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> late = call(session, SHORT);
        String lateId = server.nextMessageId();
        failureOf(late, DeadlineException.class);
        CompletableFuture<String> next = call(session, LONG);
        String nextId = server.nextMessageId();
        server.reply(lateId, "late");
        server.reply(nextId, "next");
        assertThat(valueOf(next)).isEqualTo("next");
    }

    @Test
    void aReplyWithoutMessageIdAnswersTheOnlyRpcInFlight() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.nextMessageId();
        server.receiveMessage("<rpc-reply><data>value</data></rpc-reply>");
        assertThat(valueOf(call)).isEqualTo("value");
    }

    @Test
    void aReplyWithoutMessageIdEndsTheSessionWhenTwoRpcsCouldBeMeant() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> first = call(session, LONG);
        server.nextMessageId();
        CompletableFuture<String> second = call(session, LONG);
        server.nextMessageId();
        server.receiveMessage("<rpc-reply><data>whose?</data></rpc-reply>");
        assertThat(failureOf(first, ProtocolException.class)).hasMessageContaining("without message-id");
        failureOf(second, ProtocolException.class);
        await().until(server::isClosed);
    }

    @Test
    void aReplyWithoutMessageIdIsNotTakenForTheNextRpcWhenALateOneIsDue() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> late = call(session, SHORT);
        server.nextMessageId();
        failureOf(late, DeadlineException.class);
        CompletableFuture<String> next = call(session, LONG);
        server.nextMessageId();
        server.receiveMessage("<rpc-reply><data>late</data></rpc-reply>");
        assertThat(failureOf(next, ProtocolException.class)).hasMessageContaining("2 replies are due");
    }

    @Test
    void aLateReplyWithoutMessageIdIsReadOverAndTheSessionGoesOn() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> late = call(session, SHORT);
        server.nextMessageId();
        failureOf(late, DeadlineException.class);
        server.receiveMessage("<rpc-reply><data>late</data></rpc-reply>");
        await().until(() -> session.traffic().unclaimedReplies() == 1);
        CompletableFuture<String> next = call(session, LONG);
        server.nextMessageId();
        server.receiveMessage("<rpc-reply><data>next</data></rpc-reply>");
        assertThat(valueOf(next)).isEqualTo("next");
    }

    @Test
    void anInterruptCancelsTheRpcAndTheSessionGoesOn() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                outcome.complete(new AssertionError(session.call(GET, TEXT, LONG)));
            } catch (InterruptedException e) {
                outcome.complete(e);
            }
        });
        String cancelledId = server.nextMessageId();
        caller.interrupt();
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
        CompletableFuture<String> next = call(session, LONG);
        String nextId = server.nextMessageId();
        server.reply(cancelledId, "cancelled");
        server.reply(nextId, "next");
        assertThat(valueOf(next)).isEqualTo("next");
    }

    @Test
    void aCallerThatStopsEarlyLeavesTheSessionUsable() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        ReplyReader<String> giveUp = reply -> {
            throw new MalformedMessageException("enough of it");
        };
        VIRTUAL.execute(() -> {
            try {
                outcome.complete(new AssertionError(session.call(GET, giveUp, LONG)));
            } catch (NetconfException | InterruptedException e) {
                outcome.complete(e);
            }
        });
        String id = server.nextMessageId();
        // Enough that it is read before the rest is there.
        server.receive("<rpc-reply message-id='" + id + "'><data>one" + " ".repeat(100_000));
        assertThat(outcome.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("enough of it");
        CompletableFuture<String> next = call(session, LONG);
        String nextId = server.nextMessageId();
        server.receive(" two</data></rpc-reply>]]>]]>");
        server.reply(nextId, "next");
        assertThat(valueOf(next)).isEqualTo("next");
    }

    @Test
    void aReaderThatFailsByMistakeCostsItsOwnRpcAlone() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        VIRTUAL.execute(() -> {
            try {
                ReplyReader<String> broken = reply -> {
                    throw new IllegalArgumentException("a mistake");
                };
                outcome.complete(new AssertionError(session.call(GET, broken, LONG)));
            } catch (RuntimeException | InterruptedException e) {
                outcome.complete(e);
            }
        });
        server.reply(server.nextMessageId(), "value");
        assertThat(outcome.get(20, TimeUnit.SECONDS))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("a mistake");
        CompletableFuture<String> next = call(session, LONG);
        server.reply(server.nextMessageId(), "next");
        assertThat(valueOf(next)).isEqualTo("next");
    }

    @Test
    void aServerThatTakesNoRequestMeetsTheDeadlineAndIsOwedNoReply() throws Exception {
        NetconfSession session = server.openWith();
        server.takeNothing();
        assertThatThrownBy(() -> session.call(GET, TEXT, SHORT))
                .isInstanceOf(DeadlineException.class)
                .hasMessageContaining("did not take the request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<ok/>", "", "<!-- nothing -->", "<result>1</result>"})
    void aReplyWithoutDataWhereDataWasAskedForIsAProtocolError(String content) throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.receiveMessage("<rpc-reply message-id='" + server.nextMessageId() + "'>" + content + "</rpc-reply>");
        assertThat(failureOf(call, ProtocolException.class)).hasMessageContaining("expected <data>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nc:rpc-reply xmlns:nc='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='%s'><nc:data>value</nc:data></nc:rpc-reply>",
                "\r\n\t <?xml version='1.0' encoding='ISO-8859-1'?>\n<rpc-reply message-id='%s'><data>\n value </data></rpc-reply>\n",
                "<rpc-reply message-id='%s' last-modified='2026-11-20T21:57:50Z'><rpc-error><error-severity>warning</error-severity></rpc-error><data>value</data></rpc-reply>"
            })
    void aReplyInOddDressIsUnderstood(String reply) throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.receiveMessage(reply.formatted(server.nextMessageId()));
        assertThat(valueOf(call)).isEqualTo("value");
    }

    @Test
    void messagesThatEndWithALineFeedAreTakenApart() throws Exception {
        NetconfSession session = server.open(ScriptedServer.HELLO_1_0);
        server.receive("\n");
        CompletableFuture<String> first = call(session, LONG);
        server.receive("<?xml version='1.0'?><rpc-reply message-id='" + server.nextMessageId()
                + "'><data>one</data></rpc-reply>]]>]]>\n");
        assertThat(valueOf(first)).isEqualTo("one");
        CompletableFuture<String> second = call(session, LONG);
        server.receive("<?xml version='1.0'?><rpc-reply message-id='" + server.nextMessageId()
                + "'><data>two</data></rpc-reply>]]>]]>\n");
        assertThat(valueOf(second)).isEqualTo("two");
    }

    @Test
    void aHelloInChunksIsUnderstood() throws Exception {
        String hello = ScriptedServer.HELLO_1_1;
        CompletableFuture<NetconfSession> opened = new CompletableFuture<>();
        VIRTUAL.execute(() -> {
            try {
                opened.complete(NetconfSession.open("in-memory", server, Deadline.in(LONG)));
            } catch (NetconfException | InterruptedException e) {
                opened.completeExceptionally(e);
            }
        });
        server.nextSent();
        // In two pieces, so that the first octet alone does not say it.
        server.receive("\n");
        server.receive("#" + hello.length() + "\n" + hello + "\n##\n");
        NetconfSession session = opened.get(20, TimeUnit.SECONDS);
        assertThat(session.framing()).isEqualTo(Framing.CHUNKED);
        assertThat(session.sessionId()).isEqualTo(7);
    }

    @Test
    void aHelloWithAMessageIdAndAnotherEncodingIsUnderstood() throws Exception {
        NetconfSession session = server.open("""
                <?xml version="1.0" encoding="ISO-8859-1"?>
                <nc:hello xmlns:nc="urn:ietf:params:xml:ns:netconf:base:1.0" message-id="101"><nc:capabilities>
                <nc:capability>
                   urn:ietf:params:netconf:base:1.0
                </nc:capability></nc:capabilities><nc:session-id> 12 </nc:session-id></nc:hello>""");
        assertThat(session.sessionId()).isEqualTo(12);
        assertThat(session.framing()).isEqualTo(Framing.END_OF_MESSAGE);
    }

    @Test
    void aSecondHelloEndsTheSession() throws Exception {
        NetconfSession session = server.openWith();
        server.receiveMessage(ScriptedServer.HELLO_1_0);
        assertThat(session.ended().get(20, TimeUnit.SECONDS))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("<hello>");
    }

    @Test
    void toAskAgainAndAgainWhetherTheSessionHasEndedLeavesNothingBehind() throws Exception {
        NetconfSession session = server.openWith();
        assertThat(session.ended()).isSameAs(session.ended()).isNotDone();
        assertThat(session.ended().getNumberOfDependents()).isZero();
    }

    @Test
    void everyRpcInFlightLearnsOfTheEndOfTheConnection() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> first = call(session, LONG);
        CompletableFuture<String> second = call(session, LONG);
        server.nextMessageId();
        server.nextMessageId();
        server.lose(new IOException("reset by peer"));
        assertThat(failureOf(first, TransportException.class)).hasMessageContaining("reset by peer");
        failureOf(second, TransportException.class);
        assertThatThrownBy(() -> session.call(GET, TEXT, LONG)).isInstanceOf(TransportException.class);
    }

    @Test
    void errorsAfterTheDataCountAndThoseBeforeItDoNotHideIt() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.receiveMessage("<rpc-reply message-id='" + server.nextMessageId()
                + "'><data>half</data><rpc-error><error-type>applicatio</error-type><error-tag>resource-denied</error-tag>"
                + "<error-message xml:lang='en'>\n   too much  \n</error-message></rpc-error></rpc-reply>");
        RpcErrorException refused = failureOf(call, RpcErrorException.class);
        assertThat(refused.errors()).singleElement().satisfies(error -> {
            assertThat(error.type()).isEqualTo("applicatio");
            assertThat(error.message()).isEqualTo("too much");
        });
        assertThat(session.traffic().rpcErrors()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " xmlns:ns0='urn:x'", " xmlns:ns9=''"})
    void anErrorPathWithAPrefixThatStandsForNothingIsKeptAsSent(String declaration) throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.receiveMessage("<rpc-reply message-id='" + server.nextMessageId()
                + "'><rpc-error><error-tag>bad-element</error-tag><error-path" + declaration
                + ">/ns9:top/ns9:leaf</error-path></rpc-error></rpc-reply>");
        assertThat(failureOf(call, RpcErrorException.class).errors().getFirst().path())
                .isEqualTo("/ns9:top/ns9:leaf");
    }

    @Test
    void whatIsNotXmlInATextIsReplacedAndCounted() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.reply(server.nextMessageId(), "a\bb&#8;c");
        assertThat(valueOf(call)).isEqualTo("a\uFFFDb\uFFFDc");
        assertThat(session.traffic().replacedCharacters()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<ok/>", "", "\n  ", "<nc:ok xmlns:nc='urn:ietf:params:xml:ns:netconf:base:1.0'/>"})
    void okAndTheEmptyReplyThatSomeServersSendInItsPlaceAreTheSame(String content) throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = new CompletableFuture<>();
        VIRTUAL.execute(() -> {
            try {
                call.complete("ok: " + session.call(GET, ReplyReader.OK, LONG));
            } catch (NetconfException | InterruptedException e) {
                call.completeExceptionally(e);
            }
        });
        server.receiveMessage("<rpc-reply message-id='" + server.nextMessageId() + "'>" + content + "</rpc-reply>");
        assertThat(valueOf(call)).isEqualTo("ok: true");
    }

    @Test
    void aTextOfMoreThanTenMegabytesIsReadWhole() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.reply(server.nextMessageId(), "x".repeat(11_000_000));
        assertThat(valueOf(call)).hasSize(11_000_000);
    }

    @Test
    void everythingThatErrorInfoHoldsIsKept() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.receiveMessage("<rpc-reply message-id='" + server.nextMessageId()
                + "'><rpc-error><error-info><bad-element>get-data</bad-element>\n<bad-namespace>urn:x</bad-namespace>"
                + "text<v:number xmlns:v='urn:vendor'>229</v:number></error-info></rpc-error></rpc-reply>");
        assertThat(failureOf(call, RpcErrorException.class).errors().getFirst().info())
                .isEqualTo("<bad-element>get-data</bad-element><bad-namespace>urn:x</bad-namespace>text"
                        + "<number xmlns=\"urn:vendor\">229</number>");
    }

    @Test
    void everyOctetThatWasReceivedIsGivenBackToTheWindow() throws Exception {
        NetconfSession session = server.openWith();
        CompletableFuture<String> call = call(session, LONG);
        server.reply(server.nextMessageId(), "value");
        assertThat(valueOf(call)).isEqualTo("value");
        await().until(() -> server.consumedOctets() >= session.traffic().octetsReceived());
    }
}
