package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.SshAlgorithms;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.kex.KexProposalOption;
import org.apache.sshd.common.session.SessionContext;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know of one connection beside what MINA keeps: what it may use, and, from the one who saw it happen,
 * why it came to nothing. MINA itself would tell only that it did.
 */
final class Connection {

    private static final AttributeKey<Connection> KEY = new AttributeKey<>();
    private static final int SHOWN = 300;

    private final Endpoint endpoint;
    private final HostKeyCheck hostKey;
    private final ConnectPacing.Turn turn;
    private volatile @Nullable String mismatch;
    private volatile @Nullable String refusedQuestion;
    private volatile @Nullable String methods;
    private volatile @Nullable IOException lost;

    Connection(Endpoint endpoint, HostKeyCheck hostKey, ConnectPacing.Turn turn) {
        this.endpoint = endpoint;
        this.hostKey = hostKey;
        this.turn = turn;
    }

    static Connection of(SessionContext session) {
        Connection connection = session instanceof ClientSession client
                ? client.getConnectionContext().getAttribute(KEY)
                : null;
        if (connection == null) {
            throw new IllegalStateException("every session is made with its connection");
        }
        return connection;
    }

    /** In the form in which MINA takes it, to give it back in {@link #of}. */
    AttributeRepository context() {
        return AttributeRepository.ofKeyValuePair(KEY, this);
    }

    Endpoint endpoint() {
        return endpoint;
    }

    HostKeyCheck hostKey() {
        return hostKey;
    }

    /** Notes that the server has said who it is. */
    void serverSpoke() {
        turn.serverSpoke();
    }

    AlgorithmOffer offer() {
        return AlgorithmOffer.of(endpoint.algorithms()).preferring(hostKey.knownKeyTypes());
    }

    /** Notes that both sides have no algorithm in common. */
    void hasNothingInCommon(KexProposalOption option, Map<KexProposalOption, String> server) {
        String theirs = server.getOrDefault(option, "");
        List<String> legacy = AlgorithmOffer.of(SshAlgorithms.LEGACY).inCommon(option, theirs);
        String remedy = endpoint.algorithms() == SshAlgorithms.MODERN && !legacy.isEmpty()
                ? "; with `ssh-algorithms` set to `" + SshAlgorithms.LEGACY.word() + "` it would be "
                        + legacy.getFirst()
                : "";
        mismatch = "Server and client have none of the " + option.getDescription() + " in common: the server offers "
                + shown(theirs) + ", the client " + offer().names(option) + remedy;
    }

    /** Why no key exchange was possible, as a sentence; null as long as nothing stands against it. */
    @Nullable String mismatch() {
        return mismatch;
    }

    /** Notes that the server asked for something in the login that we do not have; the first such note counts. */
    void cannotAnswer(String question) {
        if (refusedQuestion == null) {
            refusedQuestion = question;
        }
    }

    /** Notes the methods that the server names for going on with the login. */
    void mayLogInBy(String names) {
        methods = names;
    }

    /** What to add to a refused login: what the server wants beyond what we have; empty when it is just not content. */
    String refusal() {
        if (refusedQuestion != null) {
            return ": " + refusedQuestion;
        }
        String named = methods;
        if (named == null || named.isEmpty() || ours().anyMatch(List.of(named.split(",", -1))::contains)) {
            return "";
        }
        return "; it takes " + shown(named.replace(",", ", "));
    }

    private Stream<String> ours() {
        Credentials credentials = endpoint.credentials();
        return Stream.concat(
                credentials.privateKey() == null ? Stream.of() : Stream.of(UserAuthPublicKeyFactory.NAME),
                credentials.password() == null
                        ? Stream.of()
                        : Stream.of(UserAuthPasswordFactory.NAME, UserAuthKeyboardInteractiveFactory.NAME));
    }

    /** Notes why the connection broke; the first reason counts. */
    void lostBy(IOException cause) {
        if (lost == null) {
            lost = cause;
        }
    }

    /** Why the connection broke; null as long as it has not, and when it was closed in an orderly way. */
    @Nullable IOException lost() {
        return lost;
    }

    /** What a peer said, fit to stand in a message: one line of printable characters, and not too many of them. */
    static String shown(String text) {
        String printable = text.codePoints()
                .limit(SHOWN + 1L)
                .mapToObj(character -> Character.isISOControl(character) ? " " : Character.toString(character))
                .collect(Collectors.joining())
                .strip();
        return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "...";
    }
}
