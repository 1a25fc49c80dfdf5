package net.coreserver.netconf.ssh;

import org.apache.sshd.client.auth.AbstractUserAuthFactory;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.client.session.ClientSession;
import org.jspecify.annotations.Nullable;

/**
 * The method {@code keyboard-interactive}, with nobody at the keyboard: the password answers the first question, in
 * whatever words and language it is asked, if it is asked alone and what is typed would not be shown. Any other question
 * ends the login. Source: RFC 4256.
 */
final class KeyboardInteractiveLogin extends UserAuthKeyboardInteractive {

    /** Servers announce things in rounds that ask nothing, before the question and after it. */
    private static final int MAX_ROUNDS = 5;

    private static final String[] NOTHING = {};

    private int rounds;
    private boolean answered;

    static UserAuthFactory factory() {
        return new AbstractUserAuthFactory(UserAuthKeyboardInteractiveFactory.NAME) {
            @Override
            public UserAuth createUserAuth(ClientSession session) {
                return new KeyboardInteractiveLogin();
            }
        };
    }

    @Override
    protected String @Nullable [] getUserResponses(
            String name, String instruction, String language, String[] prompts, boolean[] shown) {
        rounds++;
        if (rounds > MAX_ROUNDS) {
            return refuse("it asks on and on");
        }
        if (prompts.length == 0) {
            return NOTHING;
        }
        if (prompts.length > 1) {
            return refuse("it asks " + prompts.length + " things at once, the first being " + quoted(prompts[0]));
        }
        if (shown[0]) {
            return refuse("it asks for something that is no secret: " + quoted(prompts[0]));
        }
        if (answered) {
            return refuse("it asks for more than a password: " + quoted(prompts[0]));
        }
        String password = getCurrentPasswordCandidate();
        if (password == null) {
            return refuse("it asks for a password, and there is none: " + quoted(prompts[0]));
        }
        answered = true;
        return new String[] {password};
    }

    private String @Nullable [] refuse(String question) {
        Connection.of(getClientSession()).cannotAnswer(question);
        return null;
    }

    private static String quoted(String prompt) {
        return '"' + Connection.shown(prompt) + '"';
    }
}
