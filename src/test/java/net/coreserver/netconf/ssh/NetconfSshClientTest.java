package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import net.coreserver.netconf.AuthenticationException;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.FailureKind;
import net.coreserver.netconf.HostKeyException;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ParseException;
import net.coreserver.netconf.Peer;
import net.coreserver.netconf.ProtocolException;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.TransportException;
import net.coreserver.netconf.Xml;
import net.coreserver.netconf.framing.Framing;
import net.coreserver.netconf.operation.Get;
import net.coreserver.netconf.operation.SubtreeFilter;
import net.coreserver.testing.ScriptedServer;
import net.coreserver.testing.ScriptedServer.Conversation;
import net.coreserver.testing.ScriptedServer.Script;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client against real SSH, with a server that does each bad thing on demand. */
class NetconfSshClientTest {

    private static final Get GET = Get.of(SubtreeFilter.of("urn:test", "top"));
    private static final ReplyReader<String> TEXT = ReplyReader.ofData(Xml::text);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final String END_OF_MESSAGE = "]]>]]>";
    private static final String END_OF_CHUNKS = "\n##\n";
    private static final String DATA =
            "<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='%s'><data>%s</data></rpc-reply>";

    private static NetconfSshClient client = new NetconfSshClient();

    @BeforeAll
    static void start() {
        client = new NetconfSshClient();
    }

    @AfterAll
    static void stop() {
        client.close();
    }

    private static void withSession(Script script, SessionTest test) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script)) {
            NetconfSession session = client.connect(server.endpoint());
            try {
                test.run(session);
            } finally {
                session.abort(); // the scripts do not answer close-session
            }
        }
    }

    private interface SessionTest {
        void run(NetconfSession session) throws Exception;
    }

    private static <E extends NetconfException> E connectFails(Class<E> type, Script script) throws Exception {
        try (ScriptedServer server = new ScriptedServer(script)) {
            E failure = catchThrowableOfType(type, () -> client.connect(server.endpoint()));
            await().untilAsserted(() -> assertThat(server.openConnections()).isZero());
            return failure;
        }
    }

    @Test
    void aSessionOfBase11IsChunked() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String id = peer.readRequest(END_OF_CHUNKS);
                    peer.sendChunked(DATA.formatted(id, "some text"));
                    peer.stayUntilClientLeaves();
                },
                session -> {
                    assertThat(session.framing()).isEqualTo(Framing.CHUNKED);
                    assertThat(session.sessionId()).isEqualTo(7);
                    assertThat(session.call(GET, TEXT, LONG)).isEqualTo("some text");
                });
    }

    @Test
    void aSessionOfBase10EndsItsMessages() throws Exception {
        withSession(
                peer -> {
                    peer.helloEndOfMessage();
                    String id = peer.readRequest(END_OF_MESSAGE);
                    peer.sendMessage(DATA.formatted(id, "some text"));
                    peer.stayUntilClientLeaves();
                },
                session -> {
                    assertThat(session.framing()).isEqualTo(Framing.END_OF_MESSAGE);
                    assertThat(session.call(GET, TEXT, LONG)).isEqualTo("some text");
                });
    }

    @Test
    void aSessionTellsWhomItReached() throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.helloEndOfMessage();
            peer.stayUntilClientLeaves();
        })) {
            NetconfSession session = client.connect(server.endpoint());
            try {
                Peer peer = session.peer().orElseThrow();
                assertThat(peer.address()).isEqualTo("127.0.0.1");
                assertThat(peer.port()).isEqualTo(server.port());
                assertThat(peer.hostKey()).isEqualTo(server.fingerprint());
                assertThat(peer.loginDuration()).isPositive();
                assertThat(session.helloDuration()).isPositive();
            } finally {
                session.abort();
            }
        }
    }

    @Test
    void whereNobodyListensTheFailureNamesTheAddress() throws Exception {
        Endpoint endpoint;
        try (ScriptedServer server = new ScriptedServer(Conversation::stayUntilClientLeaves)) {
            endpoint = server.endpoint();
        }
        assertThatThrownBy(() -> client.connect(endpoint))
                .isInstanceOf(TransportException.class)
                .hasMessageStartingWith("Cannot connect to port " + endpoint.port() + " of 127.0.0.1: ");
    }

    @Test
    void whatIsNegotiatedIsVisible() throws Exception {
        withSession(
                peer -> {
                    peer.helloEndOfMessage();
                    peer.stayUntilClientLeaves();
                },
                session -> assertThat(session.negotiated())
                        .containsEntry("keyExchange", "curve25519-sha256")
                        .containsEntry("hostKey", "ecdsa-sha2-nistp256")
                        .containsKeys("cipher"));
    }

    @Test
    void aReplyThatComesByteByByteIsRead() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String reply = DATA.formatted(peer.readRequest(END_OF_CHUNKS), "ü");
                    for (byte octet : Framing.CHUNKED.frame(reply.getBytes(StandardCharsets.UTF_8))) {
                        peer.send(new byte[] {octet});
                    }
                    peer.stayUntilClientLeaves();
                },
                session -> assertThat(session.call(GET, TEXT, LONG)).isEqualTo("ü"));
    }

    @Test
    void aReplyLargerThanTheWindowPasses() throws Exception {
        int octets = 5_000_000;
        withSession(
                peer -> {
                    peer.helloChunked();
                    String id = peer.readRequest(END_OF_CHUNKS);
                    peer.sendChunked(DATA.formatted(id, "x".repeat(octets)));
                    peer.stayUntilClientLeaves();
                },
                session -> assertThat(session.call(GET, TEXT, LONG).length()).isEqualTo(octets));
    }

    @Test
    void aReplyWithoutMessageIdBelongsToTheOnlyRpcInFlight() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    peer.readRequest(END_OF_CHUNKS);
                    peer.sendChunked(DATA.formatted("", "x").replace("message-id=''", ""));
                    peer.stayUntilClientLeaves();
                },
                session -> assertThat(session.call(GET, TEXT, LONG)).isEqualTo("x"));
    }

    @Test
    void aReplyToAnUnknownMessageIdAndANotificationAreReadOver() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String id = peer.readRequest(END_OF_CHUNKS);
                    peer.sendChunked(DATA.formatted("none-of-yours", "y"));
                    peer.sendChunked("<notification xmlns='urn:ietf:params:xml:ns:netconf:notification:1.0'/>");
                    peer.sendChunked(DATA.formatted(id, "x"));
                    peer.stayUntilClientLeaves();
                },
                session -> assertThat(session.call(GET, TEXT, LONG)).isEqualTo("x"));
    }

    @Test
    void aServerThatLooksAtTheFirstRpcOnlyWhenMoreComesIsNudged() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String first = peer.readRequest(END_OF_CHUNKS);
                    String nudge = peer.readRequest(END_OF_CHUNKS);
                    peer.sendChunked(DATA.formatted(first, "x"));
                    peer.sendChunked(DATA.formatted(nudge, ""));
                    peer.sendChunked(DATA.formatted(peer.readRequest(END_OF_CHUNKS), "y"));
                    peer.stayUntilClientLeaves();
                },
                session -> {
                    assertThat(session.call(GET, TEXT, LONG)).isEqualTo("x");
                    assertThat(session.call(GET, TEXT, LONG)).isEqualTo("y");
                });
    }

    @Test
    void aReplyThatComesTooLateIsReadOver() throws Exception {
        CountDownLatch timedOut = new CountDownLatch(1);
        withSession(
                peer -> {
                    peer.helloChunked();
                    String first = peer.readRequest(END_OF_CHUNKS);
                    timedOut.await();
                    peer.sendChunked(DATA.formatted(first, "late"));
                    peer.sendChunked(DATA.formatted(peer.readRequest(END_OF_CHUNKS), "in time"));
                    peer.stayUntilClientLeaves();
                },
                session -> {
                    assertThatThrownBy(() -> session.call(GET, TEXT, SHORT))
                            .isInstanceOf(DeadlineException.class)
                            .hasMessage("No get answer within 0.3 s");
                    timedOut.countDown();
                    assertThat(session.call(GET, TEXT, LONG)).isEqualTo("in time");
                });
    }

    @Test
    void aReplyThatStopsInTheMiddleMeetsTheDeadlineAndTheRestIsReadOver() throws Exception {
        CountDownLatch timedOut = new CountDownLatch(1);
        withSession(
                peer -> {
                    peer.helloEndOfMessage();
                    String reply = DATA.formatted(peer.readRequest(END_OF_MESSAGE), "x".repeat(10_000));
                    peer.send(reply.substring(0, 5_000));
                    timedOut.await();
                    peer.sendMessage(reply.substring(5_000));
                    peer.sendMessage(DATA.formatted(peer.readRequest(END_OF_MESSAGE), "whole"));
                    peer.stayUntilClientLeaves();
                },
                session -> {
                    assertThatThrownBy(() -> session.call(GET, TEXT, SHORT)).isInstanceOf(DeadlineException.class);
                    timedOut.countDown();
                    assertThat(session.call(GET, TEXT, LONG)).isEqualTo("whole");
                });
    }

    @Test
    void rpcErrorsAreReadInFull() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String id = peer.readRequest(END_OF_CHUNKS);
                    peer.sendChunked("""
                            <rpc-reply xmlns="urn:ietf:params:xml:ns:netconf:base:1.0" message-id="%s">
                              <rpc-error>
                                <error-type>application</error-type>
                                <error-tag>invalid-value</error-tag>
                                <error-severity>error</error-severity>
                                <error-app-tag>too-odd</error-app-tag>
                                <error-path xmlns:t="urn:test">/t:top/t:odd</error-path>
                                <error-message xml:lang="en">   that will not do   </error-message>
                                <error-info><bad-element>odd</bad-element></error-info>
                              </rpc-error>
                            </rpc-reply>""".formatted(id));
                    peer.stayUntilClientLeaves();
                },
                session -> {
                    RpcErrorException failure =
                            catchThrowableOfType(RpcErrorException.class, () -> session.call(GET, TEXT, LONG));
                    assertThat(failure).hasMessage("invalid-value: that will not do (at /t:top/t:odd)");
                    assertThat(failure.operation()).isEqualTo("get");
                    assertThat(failure.errors()).singleElement().satisfies(error -> {
                        assertThat(error.type()).isEqualTo("application");
                        assertThat(error.severity()).isEqualTo("error");
                        assertThat(error.appTag()).isEqualTo("too-odd");
                        assertThat(error.info()).contains("bad-element", ">odd<");
                    });
                });
    }

    @Test
    void aWarningDoesNotHideTheData() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String reply = DATA.formatted(peer.readRequest(END_OF_CHUNKS), "x");
                    peer.sendChunked(reply.replace(
                            "<data>",
                            "<rpc-error><error-tag>operation-failed</error-tag>"
                                    + "<error-severity>warning</error-severity></rpc-error><data>"));
                    peer.stayUntilClientLeaves();
                },
                session -> assertThat(session.call(GET, TEXT, LONG)).isEqualTo("x"));
    }

    @Test
    void okWhereDataWasExpectedIsAProtocolError() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String reply = DATA.formatted(peer.readRequest(END_OF_CHUNKS), "");
                    peer.sendChunked(reply.replace("<data></data>", "<ok/>"));
                    peer.stayUntilClientLeaves();
                },
                session -> assertThatThrownBy(() -> session.call(GET, TEXT, LONG))
                        .isInstanceOf(ProtocolException.class)
                        .hasMessageContaining("expected <data>, got <ok>"));
    }

    @Test
    void aReplyThatIsNotWellFormedFailsItsRpcAloneAndTheSessionGoesOn() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String id = peer.readRequest(END_OF_CHUNKS);
                    peer.sendChunked(DATA.formatted(id, "<a></b>"));
                    peer.sendChunked(DATA.formatted(peer.readRequest(END_OF_CHUNKS), "x"));
                    peer.stayUntilClientLeaves();
                },
                session -> {
                    assertThatThrownBy(() -> session.call(GET, TEXT, LONG))
                            .isInstanceOf(ParseException.class)
                            .hasMessageContaining("The reply is not well-formed XML at line 1");
                    assertThat(session.call(GET, TEXT, LONG)).isEqualTo("x");
                });
    }

    @Test
    void aDocumentTypeIsRefusedBeforeItsEntitiesGrow() throws Exception {
        String bomb = """
                <!DOCTYPE bomb [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
                <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>""";
        withSession(
                peer -> {
                    peer.helloChunked();
                    String id = peer.readRequest(END_OF_CHUNKS);
                    peer.sendChunked(bomb + DATA.formatted(id, "&c;"));
                    peer.stayUntilClientLeaves();
                },
                session -> {
                    assertThatThrownBy(() -> session.call(GET, TEXT, LONG))
                            .isInstanceOf(ProtocolException.class)
                            .hasMessageContaining("document type declaration");
                    assertThat(session.ended().get().kind()).isEqualTo(FailureKind.PROTOCOL);
                });
    }

    @Test
    void aDocumentThatNestsTooDeepIsRefused() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String id = peer.readRequest(END_OF_CHUNKS);
                    peer.sendChunked(DATA.formatted(id, "<a>".repeat(100_000)));
                    peer.stayUntilClientLeaves();
                },
                session -> assertThatThrownBy(() -> session.call(GET, TEXT, LONG))
                        .isInstanceOf(ParseException.class)
                        .hasMessageContaining("Maximum Element Depth"));
    }

    @Test
    void aChunkOfFourGigabytesEndsTheSessionWhenItIsAnnounced() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    peer.readRequest(END_OF_CHUNKS);
                    peer.send("\n#4294967295\n<rpc-reply");
                    peer.stayUntilClientLeaves();
                },
                session -> assertThatThrownBy(() -> session.call(GET, TEXT, LONG))
                        .isInstanceOf(ProtocolException.class)
                        .hasMessageContaining("The server broke the framing: a message of more than"));
    }

    @Test
    void garbageInPlaceOfAChunkEndsTheSession() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    peer.readRequest(END_OF_CHUNKS);
                    peer.send("%% Connection limit reached %%");
                    peer.stayUntilClientLeaves();
                },
                session -> {
                    assertThatThrownBy(() -> session.call(GET, TEXT, LONG))
                            .isInstanceOf(ProtocolException.class)
                            .hasMessageContaining("expected a LF before a chunk, got '%'");
                    assertThatThrownBy(() -> session.call(GET, TEXT, LONG)).isInstanceOf(ProtocolException.class);
                });
    }

    @Test
    void aServerThatLeavesInTheMiddleOfAReplyIsALostConnection() throws Exception {
        withSession(
                peer -> {
                    peer.helloChunked();
                    String reply = DATA.formatted(peer.readRequest(END_OF_CHUNKS), "x".repeat(1000));
                    peer.send("\n#" + reply.length() + "\n" + reply.substring(0, 300));
                },
                session -> {
                    assertThatThrownBy(() -> session.call(GET, TEXT, LONG)).isInstanceOf(TransportException.class);
                    assertThat(session.ended().get().kind()).isEqualTo(FailureKind.TRANSPORT);
                });
    }

    @Test
    void aServerThatLeavesBetweenRpcsEndsTheSession() throws Exception {
        withSession(
                ScriptedServer.Conversation::helloChunked,
                session -> assertThat(session.ended().get()).hasMessage("The server closed the session"));
    }

    @Test
    void theSessionIsClosedPolitely() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.helloChunked();
            String request = peer.readUntil(END_OF_CHUNKS);
            if (request.contains("<close-session/>")) {
                asked.countDown();
            }
            peer.sendChunked(
                    "<rpc-reply xmlns='urn:ietf:params:xml:ns:netconf:base:1.0' message-id='1'><ok/></rpc-reply>");
        })) {
            client.connect(server.endpoint()).close();
            asked.await();
            await().untilAsserted(() -> assertThat(server.openConnections()).isZero());
        }
    }

    @Test
    void aServerThatGoesBeforeItsHelloIsALostConnection() throws Exception {
        assertThat(connectFails(TransportException.class, peer -> {})).hasMessage("The server closed the session");
    }

    @Test
    void aHelloThatIsGarbageIsAParseError() throws Exception {
        assertThat(connectFails(ParseException.class, peer -> {
                    peer.sendMessage("% Bad command");
                    peer.stayUntilClientLeaves();
                }))
                .hasMessageContaining("not well-formed XML");
    }

    @Test
    void aHelloWithoutSessionIdIsAProtocolError() throws Exception {
        assertThat(connectFails(ProtocolException.class, peer -> {
                    peer.sendMessage(ScriptedServer.HELLO_1_0.replace("<session-id>7</session-id>", ""));
                    peer.stayUntilClientLeaves();
                }))
                .hasMessage("The server's hello has no session-id");
    }

    @Test
    void aHelloWithoutACommonVersionIsAProtocolError() throws Exception {
        assertThat(connectFails(ProtocolException.class, peer -> {
                    peer.sendMessage(ScriptedServer.hello("urn:ietf:params:netconf:base:9.9"));
                    peer.stayUntilClientLeaves();
                }))
                .hasMessage("The server's hello names neither base:1.0 nor base:1.1");
    }

    @Test
    void aServerThatNeverSaysHelloMeetsTheDeadline() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Conversation::stayUntilClientLeaves)) {
            Endpoint endpoint = server.hastyEndpoint(Duration.ofSeconds(5));
            assertThatThrownBy(() -> client.connect(endpoint))
                    .isInstanceOf(DeadlineException.class)
                    .hasMessageContaining("no hello in time");
            await().untilAsserted(() -> assertThat(server.openConnections()).isZero());
        }
    }

    @Test
    void aPortWhereNobodySpeaksSshMeetsTheDeadline() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            Endpoint endpoint = new Endpoint(
                    "silent",
                    "127.0.0.1",
                    silent.getLocalPort(),
                    Credentials.ofPassword("x", Secret.of("x")),
                    new HostKeyPolicy.Pinned("SHA256:" + "A".repeat(43)),
                    SHORT,
                    SHORT);
            assertThatThrownBy(() -> client.connect(endpoint)).isInstanceOf(DeadlineException.class);
        }
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        Endpoint endpoint = new Endpoint(
                "nowhere",
                "no-such-host.invalid",
                830,
                Credentials.ofPassword("x", Secret.of("x")),
                new HostKeyPolicy.Pinned("SHA256:" + "A".repeat(43)),
                LONG,
                LONG);
        assertThatThrownBy(() -> client.connect(endpoint))
                .isInstanceOf(TransportException.class)
                .hasMessageContaining("no-such-host.invalid is unknown");
    }

    @Test
    void aRefusedLoginIsToldApartAndTriedOnce() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Conversation::stayUntilClientLeaves)) {
            Endpoint endpoint = server.endpoint(new HostKeyPolicy.Pinned(server.fingerprint()), "test-wrong-password");
            assertThatThrownBy(() -> client.connect(endpoint))
                    .isInstanceOf(AuthenticationException.class)
                    .hasMessage("The server refused the login of test-user")
                    .hasMessageNotContaining("test-wrong-password");
            assertThat(server.logins()).isLessThanOrEqualTo(2);
            assertThat(server.sessions()).isZero();
        }
    }

    @Test
    void aKeyOtherThanThePinnedOneIsRefusedBeforeAnythingIsSent() throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Conversation::stayUntilClientLeaves)) {
            String other = "SHA256:" + "A".repeat(43);
            assertThatThrownBy(() -> client.connect(server.endpoint(new HostKeyPolicy.Pinned(other), "test-password")))
                    .isInstanceOf(HostKeyException.class)
                    .hasMessageContaining(server.fingerprint())
                    .hasMessageContaining(other);
            assertThat(server.logins()).isZero();
        }
    }

    @Test
    void aHostThatTheFileDoesNotListIsRefused(@TempDir Path directory) throws Exception {
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.Conversation::stayUntilClientLeaves)) {
            Path file = directory.resolve("known_hosts");
            assertThatThrownBy(
                            () -> client.connect(server.endpoint(new HostKeyPolicy.KnownHosts(file), "test-password")))
                    .isInstanceOf(HostKeyException.class)
                    .hasMessageContaining("is unknown; it shows the host key " + server.fingerprint());
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aHostThatTheFileListsIsAccepted(@TempDir Path directory) throws Exception {
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.helloEndOfMessage();
            peer.stayUntilClientLeaves();
        })) {
            Path file = directory.resolve("known_hosts");
            Files.write(
                    file,
                    List.of(
                            "# a comment",
                            "not a line that means anything",
                            "[127.0.0.1]:" + server.port() + " "
                                    + PublicKeyEntry.toString(server.hostKey().getPublic())));
            client.connect(server.endpoint(new HostKeyPolicy.KnownHosts(file), "test-password"))
                    .abort();
        }
    }

    @Test
    void aNewHostIsLearntAndAChangedKeyRefusedAndNeverOverwritten(@TempDir Path directory) throws Exception {
        Path learned = directory.resolve("data").resolve("known_hosts");
        HostKeyPolicy policy = new HostKeyPolicy.AcceptNew(directory.resolve("none"), learned);
        try (ScriptedServer server = new ScriptedServer(peer -> {
            peer.helloEndOfMessage();
            peer.stayUntilClientLeaves();
        })) {
            Endpoint endpoint = server.endpoint(policy, "test-password");
            client.connect(endpoint).abort();
            assertThat(learned).content().startsWith("[127.0.0.1]:" + server.port() + " ecdsa-sha2-nistp256 ");
            client.connect(endpoint).abort();
            assertThat(Files.readAllLines(learned)).hasSize(1);

            String otherKey = "[127.0.0.1]:" + server.port() + " "
                    + PublicKeyEntry.toString(
                            KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic())
                    + "\n";
            Files.writeString(learned, otherKey);
            assertThatThrownBy(() -> client.connect(endpoint))
                    .isInstanceOf(HostKeyException.class)
                    .hasMessageContaining("The host key has changed");
            assertThat(learned).hasContent(otherKey.strip());
        }
    }
}
