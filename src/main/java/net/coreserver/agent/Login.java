package net.coreserver.agent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Secret;
import org.apache.sshd.server.auth.password.PasswordAuthenticator;
import org.apache.sshd.server.session.ServerSession;

/** The one account of one agent, made up at its start and known to nobody but who asks that agent. */
final class Login implements PasswordAuthenticator {

    private static final int USERNAME_OCTETS = 12;
    private static final int PASSWORD_OCTETS = 32;

    private final String username;
    private final String password;

    private Login(String username, String password) {
        this.username = username;
        this.password = password;
    }

    static Login random() {
        SecureRandom random = new SecureRandom();
        return new Login(text(random, USERNAME_OCTETS), text(random, PASSWORD_OCTETS));
    }

    private static String text(SecureRandom random, int octets) {
        byte[] bytes = new byte[octets];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    Credentials credentials() {
        return Credentials.ofPassword(username, Secret.of(password));
    }

    /** Takes as long for a wrong name or password as for the right ones, as far as it lies with us. */
    @Override
    public boolean authenticate(String givenUsername, String givenPassword, ServerSession session) {
        boolean rightUsername = isEqual(username, givenUsername);
        boolean rightPassword = isEqual(password, givenPassword);
        return rightUsername && rightPassword;
    }

    private static boolean isEqual(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
