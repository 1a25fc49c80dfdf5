package net.coreserver.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/** Makes targets of what was given for them, and reports what is missing or does not fit together. */
final class TargetParser {

    /** How often a target can be polled. */
    static final DurationRange POLL_INTERVAL = new DurationRange("100ms", "1d");

    /** How long a connect may take. */
    static final DurationRange CONNECT_TIMEOUT = new DurationRange("100ms", "10m");

    /** How long an rpc may take: a server with a thousand interfaces has been seen to need a minute. */
    static final DurationRange RPC_TIMEOUT = new DurationRange("100ms", "1h");

    private final GivenKeys givens;
    private final FilePaths files;
    private final ValueParser<HostKeyPolicy> hostKey;
    private final Problems problems;

    /**
     * Makes a parser.
     *
     * @param givens what was given
     * @param files where files are looked for
     * @param hostKey how servers are recognised
     * @param problems where problems are reported
     */
    TargetParser(GivenKeys givens, FilePaths files, ValueParser<HostKeyPolicy> hostKey, Problems problems) {
        this.givens = givens;
        this.files = files;
        this.hostKey = hostKey;
        this.problems = problems;
    }

    /**
     * Makes the targets.
     *
     * @return those that have no problem, in the natural order of their names
     */
    List<Target> targets() {
        TargetSettings defaults = said(Scope.Defaults.ALL_TARGETS).orElse(standard());
        List<Target> targets = new ArrayList<>();
        for (String name : givens.targets()) {
            Target target = target(name, said(new Scope.Named(name)).orElse(defaults));
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }

    private @Nullable Target target(String name, TargetSettings settings) {
        require(name, TargetKey.HOST, "it is the host name or the IP address of the NETCONF server");
        require(name, TargetKey.USERNAME, "it is the account to log in with");
        boolean mayLogIn = anyGiven(name, TargetKey.PASSWORD, TargetKey.PASSWORD_FILE, TargetKey.PRIVATE_KEY_FILE);
        if (!mayLogIn) {
            problems.add("Target `" + name + "` has nothing to log in with: it takes `"
                    + givens.spelling(name, TargetKey.PASSWORD) + "`, `"
                    + givens.spelling(name, TargetKey.PASSWORD_FILE) + "` or `"
                    + givens.spelling(name, TargetKey.PRIVATE_KEY_FILE) + "`.");
        }
        Given passphrase = givens.find(new Key.OfTarget(new Scope.Named(name), TargetKey.PRIVATE_KEY_PASSPHRASE));
        if (passphrase != null && !anyGiven(name, TargetKey.PRIVATE_KEY_FILE)) {
            problems.add(passphrase + ": there is no private key that it could open; that takes `"
                    + givens.spelling(name, TargetKey.PRIVATE_KEY_FILE) + "`.");
        }
        // What is null now has been reported.
        if (settings.host() == null
                || settings.port() == null
                || settings.username() == null
                || (settings.password() == null && settings.privateKeyFile() == null)
                || settings.hostKey() == null
                || settings.sshAlgorithms() == null
                || settings.pollInterval() == null
                || settings.connectTimeout() == null
                || settings.rpcTimeout() == null
                || settings.enabled() == null) {
            return null;
        }
        Credentials credentials = new Credentials(
                settings.username(), settings.password(), settings.privateKeyFile(), settings.privateKeyPassphrase());
        Endpoint endpoint = new Endpoint(
                name,
                settings.host(),
                settings.port(),
                credentials,
                settings.hostKey(),
                settings.sshAlgorithms(),
                settings.connectTimeout(),
                settings.rpcTimeout());
        return new Target(endpoint, settings.pollInterval(), settings.enabled(), settings.labels());
    }

    private void require(String name, TargetKey key, String meaning) {
        if (!anyGiven(name, key)) {
            problems.add("`" + givens.spelling(name, key) + "` is missing: " + meaning + ".");
        }
    }

    /** Whether a target or the defaults say one of these, be it right or wrong. */
    private boolean anyGiven(String name, TargetKey... keys) {
        for (TargetKey key : keys) {
            if (givens.find(new Key.OfTarget(new Scope.Named(name), key)) != null
                    || givens.find(new Key.OfTarget(Scope.Defaults.ALL_TARGETS, key)) != null) {
                return true;
            }
        }
        return false;
    }

    private TargetSettings said(Scope scope) {
        return new TargetSettings(
                value(scope, TargetKey.HOST, HostName.PARSER),
                value(scope, TargetKey.PORT, ValueParser.PORT),
                value(scope, TargetKey.USERNAME, ValueParser.TEXT),
                password(scope),
                value(scope, TargetKey.PRIVATE_KEY_FILE, files.filled()),
                value(scope, TargetKey.PRIVATE_KEY_PASSPHRASE, Secret::of),
                value(scope, TargetKey.HOST_KEY, hostKey),
                value(scope, TargetKey.SSH_ALGORITHMS, ValueParser.SSH_ALGORITHMS),
                value(scope, TargetKey.POLL_INTERVAL, POLL_INTERVAL),
                value(scope, TargetKey.CONNECT_TIMEOUT, CONNECT_TIMEOUT),
                value(scope, TargetKey.RPC_TIMEOUT, RPC_TIMEOUT),
                value(scope, TargetKey.ENABLED, ValueParser.FLAG),
                givens.labels(scope));
    }

    private TargetSettings standard() {
        return new TargetSettings(
                null,
                standard(TargetKey.PORT, ValueParser.PORT),
                null,
                null,
                null,
                null,
                standard(TargetKey.HOST_KEY, hostKey),
                standard(TargetKey.SSH_ALGORITHMS, ValueParser.SSH_ALGORITHMS),
                standard(TargetKey.POLL_INTERVAL, POLL_INTERVAL),
                standard(TargetKey.CONNECT_TIMEOUT, CONNECT_TIMEOUT),
                standard(TargetKey.RPC_TIMEOUT, RPC_TIMEOUT),
                standard(TargetKey.ENABLED, ValueParser.FLAG),
                Map.of());
    }

    /** The password or the file that holds it: two ways to say one thing, so that saying one puts a default of both aside. */
    private @Nullable Secret password(Scope scope) {
        Secret password = value(scope, TargetKey.PASSWORD, Secret::of);
        Path file = value(scope, TargetKey.PASSWORD_FILE, files.filled());
        Given said = givens.find(new Key.OfTarget(scope, TargetKey.PASSWORD));
        Given saidAgain = givens.find(new Key.OfTarget(scope, TargetKey.PASSWORD_FILE));
        if (said != null && saidAgain != null) {
            problems.add("`" + said.spelling() + "` and `" + saidAgain.spelling()
                    + "` are both given: a password comes from one of them.");
        }
        return file != null ? Secret.inFile(file) : password;
    }

    private <T> @Nullable T value(Scope scope, TargetKey key, ValueParser<T> parser) {
        Given given = givens.find(new Key.OfTarget(scope, key));
        return given == null ? null : given.parse(parser, problems);
    }

    private <T> @Nullable T standard(TargetKey key, ValueParser<T> parser) {
        String text = key.standard();
        Key ofAll = new Key.OfTarget(Scope.Defaults.ALL_TARGETS, key);
        return text == null ? null : new Given(ofAll, ofAll.property(), text).parse(parser, problems);
    }
}
