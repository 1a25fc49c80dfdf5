package net.coreserver.netconf.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import net.coreserver.netconf.FailureKind;
import net.coreserver.testing.FaultyServer;
import net.coreserver.testing.RawServer;
import net.coreserver.testing.ScriptedServer;
import org.apache.sshd.server.SshServer;

/**
 * One bad thing that a server can do, and what the client must make of it.
 *
 * @param name what the server does
 * @param server starts a server that does it
 * @param stage whose patience is short
 * @param patience how long the client waits at that stage
 * @param outcome what it then has
 */
record Fault(String name, Starter server, Stage stage, Duration patience, Outcome outcome) {

    /** Long enough for everything that is not meant to time out, on a busy machine, too. */
    static final Duration LONG = Duration.ofSeconds(30);

    /** Leaves time for a key exchange on a busy machine, so that the deadline falls where the fault is. */
    private static final Duration SHORT_CONNECT = Duration.ofSeconds(2);

    private static final Duration SHORT_CALL = Duration.ofMillis(400);

    /** Starts a server. */
    interface Starter {
        FaultyServer start() throws Exception;
    }

    /** Which of the client's two patiences a fault tries. */
    enum Stage {
        CONNECT,
        CALL
    }

    /** What the client has in the end. */
    sealed interface Outcome {}

    /** An exception of this kind, whose message says what was wrong. */
    record Failure(FailureKind kind, String message) implements Outcome {}

    /** The data of the reply. */
    record Data(String text) implements Outcome {}

    static Outcome fails(FailureKind kind, String message) {
        return new Failure(kind, message);
    }

    static Outcome works(String text) {
        return new Data(text);
    }

    /** A server that does not speak SSH, or not as one should. */
    static Fault belowSsh(String name, RawServer.Script script, Outcome outcome) {
        return new Fault(name, () -> new RawServer(script), Stage.CONNECT, SHORT_CONNECT, outcome);
    }

    /** A server with an SSH that is set up to misbehave, for a client that cannot connect. */
    static Fault inSsh(String name, Consumer<SshServer> setUp, Outcome outcome) {
        return new Fault(
                name,
                () -> new ScriptedServer(ScriptedServer.Conversation::stayUntilClientLeaves, setUp),
                Stage.CONNECT,
                SHORT_CONNECT,
                outcome);
    }

    /** A server that goes wrong before the session is there. */
    static Fault beforeHello(String name, ScriptedServer.Script script, Outcome outcome) {
        return new Fault(name, () -> new ScriptedServer(script), Stage.CONNECT, SHORT_CONNECT, outcome);
    }

    /** A server that goes wrong once the session is there, and stays until the client leaves. */
    static Fault inSession(String name, ScriptedServer.Script script, Outcome outcome) {
        return new Fault(name, () -> new ScriptedServer(script), Stage.CALL, LONG, outcome);
    }

    /** The same, for a client that must not wait long for its reply. */
    Fault withShortPatience() {
        return new Fault(name, server, stage, SHORT_CALL, outcome);
    }

    FaultyServer start() throws Exception {
        return server.start();
    }

    Duration connectTimeout() {
        return stage == Stage.CONNECT ? patience : LONG;
    }

    Duration rpcTimeout() {
        return stage == Stage.CALL ? patience : LONG;
    }

    /** Sends one text again and again until the client leaves. */
    static void sendForEver(ScriptedServer.Conversation peer, String text) throws IOException {
        while (true) {
            peer.send(text);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
