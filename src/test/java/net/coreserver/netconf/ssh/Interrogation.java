package net.coreserver.netconf.ssh;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.auth.AbstractUserAuth;
import org.apache.sshd.server.auth.AbstractUserAuthFactory;
import org.apache.sshd.server.auth.UserAuth;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/** A server's side of {@code keyboard-interactive} that asks what a test wants, round by round. */
final class Interrogation {

    /** One thing that is asked. */
    record Prompt(String text, boolean shown) {}

    private final IntFunction<@Nullable List<Prompt>> rounds;
    private final List<String> answers = new CopyOnWriteArrayList<>();

    /**
     * Makes an interrogation.
     *
     * @param rounds what is asked in each round, counted from zero; null after the last, when the login is granted if all
     *     answers were the password
     */
    Interrogation(IntFunction<@Nullable List<Prompt>> rounds) {
        this.rounds = rounds;
    }

    static Prompt hidden(String text) {
        return new Prompt(text, false);
    }

    /** What the client has answered so far. */
    List<String> answers() {
        return answers;
    }

    UserAuthFactory factory() {
        return new AbstractUserAuthFactory("keyboard-interactive") {
            @Override
            public UserAuth createUserAuth(ServerSession session) {
                return new Asking();
            }
        };
    }

    private final class Asking extends AbstractUserAuth {

        private int round;

        Asking() {
            super("keyboard-interactive");
        }

        @Override
        protected @Nullable Boolean doAuth(Buffer buffer, boolean first) throws Exception {
            if (!first) {
                int command = buffer.getUByte();
                if (command != SshConstants.SSH_MSG_USERAUTH_INFO_RESPONSE) {
                    throw new IllegalStateException("message " + command + " in place of an answer");
                }
                for (int left = buffer.getInt(); left > 0; left--) {
                    answers.add(buffer.getString());
                }
            }
            List<Prompt> prompts = rounds.apply(round);
            round++;
            if (prompts == null) {
                return answers.stream().allMatch(HelloServer.PASSWORD::equals);
            }
            Buffer request = getServerSession().createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST);
            request.putString("");
            request.putString("");
            request.putString("");
            request.putInt(prompts.size());
            for (Prompt prompt : prompts) {
                request.putString(prompt.text());
                request.putBoolean(prompt.shown());
            }
            getServerSession().writePacket(request);
            return null;
        }
    }
}
