package net.coreserver.target;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Understands what is said of targets. What a word means depends on who says it: the operator may point at files and
 * variables of this machine, a client of the API may not.
 */
public final class SettingsGrammar {

    /** How often a target can be polled. */
    public static final DurationRange POLL_INTERVAL = new DurationRange("100ms", "1d");

    /** How long a connect may take. */
    public static final DurationRange CONNECT_TIMEOUT = new DurationRange("100ms", "10m");

    /** How long an rpc may take: a server with a thousand interfaces has been seen to need a minute. */
    public static final DurationRange RPC_TIMEOUT = new DurationRange("100ms", "1h");

    /** How many interfaces, or types of them, can be named; each makes the request longer. */
    public static final int MAX_INTERFACES = 100;

    private static final int MAX_LABEL_TEXT = 1024;

    private final ValueParser<HostKeyPolicy> hostKey;
    private final ValueParser<Secret> secret;
    private final @Nullable ValueParser<Path> file;

    private SettingsGrammar(
            ValueParser<HostKeyPolicy> hostKey, ValueParser<Secret> secret, @Nullable ValueParser<Path> file) {
        this.hostKey = hostKey;
        this.secret = secret;
        this.file = file;
    }

    /**
     * The operator's.
     *
     * @param hostKey how servers are recognised
     * @param secret how a secret is given, references included
     * @param file how a file is given
     * @return the grammar
     */
    public static SettingsGrammar ofOperator(
            ValueParser<HostKeyPolicy> hostKey, ValueParser<Secret> secret, ValueParser<Path> file) {
        return new SettingsGrammar(hostKey, secret, file);
    }

    /**
     * A client's: whatever would make the service read a file or a variable is refused.
     *
     * @param hostKey how servers are recognised
     * @return the grammar
     */
    public static SettingsGrammar ofClient(ValueParser<HostKeyPolicy> hostKey) {
        return new SettingsGrammar(
                hostKey,
                text -> {
                    if (SecretReference.isOne(text)) {
                        throw new InvalidValueException(
                                "a reference (`file:`, `env:`) is honoured in the operator's configuration only");
                    }
                    return Secret.of(text);
                },
                null);
    }

    /** {@return what can be said in this grammar} */
    public Set<TargetKey> keys() {
        EnumSet<TargetKey> keys = EnumSet.allOf(TargetKey.class);
        if (file == null) {
            keys.remove(TargetKey.PASSWORD_FILE);
            keys.remove(TargetKey.PRIVATE_KEY_FILE);
        }
        return Collections.unmodifiableSet(keys);
    }

    /** {@return what counts where nobody says anything} */
    public TargetSettings standard() {
        Map<TargetKey, String> texts = new TreeMap<>();
        for (TargetKey key : TargetKey.values()) {
            String standard = key.standard();
            if (standard != null) {
                texts.put(key, standard);
            }
        }
        return read(new StatedSettings(texts, Map.of()), problem -> {
            throw new IllegalStateException("a standard value is wrong: " + problem);
        });
    }

    /**
     * Understands what was said.
     *
     * @param stated the words
     * @param problems where it is reported what makes no sense
     * @return the values of what does
     */
    public TargetSettings read(StatedSettings stated, Consumer<SettingsProblem> problems) {
        return new Understanding(stated, problems).settings();
    }

    /** One statement that is being understood. */
    private final class Understanding {

        private final StatedSettings stated;
        private final Consumer<SettingsProblem> problems;

        Understanding(StatedSettings stated, Consumer<SettingsProblem> problems) {
            this.stated = stated;
            this.problems = problems;
        }

        TargetSettings settings() {
            return new TargetSettings(
                    stated.texts().keySet(),
                    value(TargetKey.HOST, HostName.PARSER),
                    value(TargetKey.PORT, ValueParser.PORT),
                    value(TargetKey.USERNAME, ValueParser.TEXT),
                    secret(TargetKey.PASSWORD, TargetKey.PASSWORD_FILE, "a password"),
                    secret(TargetKey.PRIVATE_KEY, TargetKey.PRIVATE_KEY_FILE, "a private key"),
                    value(TargetKey.PRIVATE_KEY_PASSPHRASE, secret),
                    value(TargetKey.HOST_KEY, hostKey),
                    value(TargetKey.SSH_ALGORITHMS, ValueParser.SSH_ALGORITHMS),
                    duration(TargetKey.POLL_INTERVAL, POLL_INTERVAL),
                    duration(TargetKey.CONNECT_TIMEOUT, CONNECT_TIMEOUT),
                    duration(TargetKey.RPC_TIMEOUT, RPC_TIMEOUT),
                    value(TargetKey.INTERFACE_NAMES, TextList.UP_TO_MAX),
                    value(TargetKey.INTERFACE_TYPES, SettingsGrammar::types),
                    value(TargetKey.EVENT_STREAMS, EventSelectionText::streams),
                    value(TargetKey.EVENT_FILTER, EventSelectionText::filter),
                    value(TargetKey.MODEL, ModelText::parse),
                    value(TargetKey.ENABLED, ValueParser.FLAG),
                    labels());
        }

        /** A secret, or the file that holds it: two ways to say one thing, so that saying one puts another layer's aside. */
        private @Nullable Secret secret(TargetKey key, TargetKey fileKey, String meaning) {
            Secret known = value(key, secret);
            Path inFile = file(fileKey);
            if (stated.texts().containsKey(key) && stated.texts().containsKey(fileKey)) {
                problems.accept(new SettingsProblem.SaidTwice(key, fileKey, meaning));
            }
            return inFile != null ? Secret.inFile(inFile) : known;
        }

        private @Nullable Path file(TargetKey key) {
            return value(key, text -> {
                if (file == null) {
                    throw new InvalidValueException("a file is named in the operator's configuration only");
                }
                return file.parse(text);
            });
        }

        private @Nullable Duration duration(TargetKey key, DurationRange range) {
            return value(key, range);
        }

        private <T> @Nullable T value(TargetKey key, ValueParser<T> parser) {
            String text = stated.texts().get(key);
            if (text == null) {
                return null;
            }
            try {
                return parser.parse(text);
            } catch (InvalidValueException e) {
                problems.accept(new SettingsProblem.Invalid(key, e.rule()));
                return null;
            }
        }

        private Map<String, String> labels() {
            Map<String, String> labels = new TreeMap<>();
            stated.labels().forEach((key, text) -> {
                if (!Target.isName(key)) {
                    problems.accept(new SettingsProblem.InvalidLabel(
                            key, "the name of a label is lower-case letters, digits and hyphens, no hyphen first"));
                } else if (text.length() > MAX_LABEL_TEXT) {
                    problems.accept(new SettingsProblem.InvalidLabel(
                            key, "a label has at most " + MAX_LABEL_TEXT + " characters"));
                } else {
                    labels.put(key, text);
                }
            });
            return labels;
        }
    }

    private static Set<InterfaceType> types(String text) throws InvalidValueException {
        Set<InterfaceType> types = new LinkedHashSet<>();
        for (String type : TextList.UP_TO_MAX.parse(text)) {
            if (!(InterfaceType.of(type) instanceof InterfaceType.Iana iana)) {
                throw new InvalidValueException("`" + type + "` in it is no type of IANA's"
                        + " (`ethernetCsmacd`, `ieee8023adLag`, `l3ipvlan`, ...)");
            }
            types.add(iana);
        }
        return types;
    }
}
