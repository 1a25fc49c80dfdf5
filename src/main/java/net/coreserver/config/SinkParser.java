package net.coreserver.config;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.coreserver.event.EventFilter;
import net.coreserver.event.EventKind;
import net.coreserver.event.Severity;
import net.coreserver.event.sink.Authorities;
import net.coreserver.event.sink.Destination;
import net.coreserver.event.sink.SinkSettings;
import net.coreserver.event.sink.SinkType;
import net.coreserver.event.sink.SyslogFacility;
import net.coreserver.event.sink.SyslogTransport;
import net.coreserver.netconf.Secret;
import net.coreserver.target.DurationRange;
import net.coreserver.target.HostName;
import net.coreserver.target.InvalidValueException;
import net.coreserver.target.NearestWord;
import net.coreserver.target.Target;
import net.coreserver.target.TextList;
import net.coreserver.target.ValueParser;
import org.jspecify.annotations.Nullable;

/** Makes settings of what was given for sinks, and reports what is missing or does not fit together. */
final class SinkParser {

    /** How long one request may take. */
    static final DurationRange TIMEOUT = new DurationRange("100ms", "5m");

    /** How long an event is tried to be sent. */
    static final DurationRange GIVE_UP_AFTER = new DurationRange("1m", "365d");

    private static final String STANDARD_OUTPUT = "-";

    private static final ValueParser<SinkType> TYPE = choice(SinkType.values(), SinkType::word, SinkType::of);
    private static final ValueParser<SyslogTransport> TRANSPORT =
            choice(SyslogTransport.values(), SyslogTransport::word, SyslogTransport::of);
    private static final ValueParser<SyslogFacility> FACILITY =
            choice(SyslogFacility.values(), SyslogFacility::word, SyslogFacility::of);

    private final GivenKeys givens;
    private final FilePaths files;
    private final ValueParser<Secret> secret;
    private final Problems problems;

    /**
     * Makes a parser.
     *
     * @param givens what was given
     * @param files where files are looked for
     * @param secret how a secret is given, references included
     * @param problems where problems are reported
     */
    SinkParser(GivenKeys givens, FilePaths files, ValueParser<Secret> secret, Problems problems) {
        this.givens = givens;
        this.files = files;
        this.secret = secret;
        this.problems = problems;
    }

    /** {@return those that have no problem, in the natural order of their names} */
    List<SinkSettings> sinks() {
        List<SinkSettings> sinks = new ArrayList<>();
        for (String name : givens.sinks()) {
            SinkSettings sink = sink(name);
            if (sink != null) {
                sinks.add(sink);
            }
        }
        return sinks;
    }

    private @Nullable SinkSettings sink(String name) {
        SinkType type = required(name, SinkKey.TYPE, TYPE, "it is " + words(SinkType.values(), SinkType::word));
        if (type == null) {
            return null;
        }
        refuseForeign(name, type);
        boolean isEnabled = value(name, SinkKey.ENABLED, ValueParser.FLAG);
        Duration giveUpAfter = value(name, SinkKey.GIVE_UP_AFTER, GIVE_UP_AFTER);
        Destination destination = switch (type) {
            case WEBHOOK -> webhook(name);
            case SYSLOG -> syslog(name);
            case JSON_LINES -> jsonLines(name);
        };
        EventFilter filter = filter(name);
        return destination == null ? null : new SinkSettings(name, isEnabled, filter, giveUpAfter, destination);
    }

    private void refuseForeign(String name, SinkType type) {
        for (SinkKey key : SinkKey.values()) {
            Given given = given(name, key);
            if (given != null && !key.belongsTo(type)) {
                List<SinkType> owners =
                        Arrays.stream(SinkType.values()).filter(key::belongsTo).toList();
                problems.add("`" + given.spelling() + "` is for sinks of type "
                        + words(owners.toArray(SinkType[]::new), SinkType::word) + ", and `" + name + "` is of type `"
                        + type.word() + "`.");
            }
        }
    }

    private EventFilter filter(String name) {
        Set<EventKind> kinds = optional(
                name,
                SinkKey.KINDS,
                list("kind", EventKind.class, EnumSet.complementOf(EnumSet.of(EventKind.TEST)), EventKind::word));
        Set<Severity> severities = optional(
                name,
                SinkKey.SEVERITIES,
                list("severity", Severity.class, EnumSet.allOf(Severity.class), Severity::word));
        Set<String> targets = optional(name, SinkKey.TARGETS, SinkParser::targets);
        return new EventFilter(
                targets == null ? Set.of() : targets,
                Set.of(),
                kinds == null ? Set.of() : kinds,
                severities == null ? Set.of() : severities,
                null,
                null);
    }

    private @Nullable Destination webhook(String name) {
        URI url = required(name, SinkKey.URL, SinkParser::url, "it is where the events are posted to");
        Path authorities = authorities(name);
        if (url != null && authorities != null && !"https".equals(url.getScheme())) {
            problems.add("`" + spelling(name, SinkKey.CA_FILE) + "` is for `https`, and `" + spelling(name, SinkKey.URL)
                    + "` has `http`.");
        }
        Secret signing = optional(name, SinkKey.SECRET, secret);
        Secret token = optional(name, SinkKey.BEARER_TOKEN, secret);
        int batchSize = value(name, SinkKey.BATCH_SIZE, SinkParser::batchSize);
        Duration timeout = value(name, SinkKey.TIMEOUT, TIMEOUT);
        return url == null ? null : new Destination.Webhook(url, signing, token, batchSize, timeout, authorities);
    }

    private @Nullable Destination syslog(String name) {
        String host =
                required(name, SinkKey.HOST, HostName.PARSER, "it is the host name or the IP address of the server");
        SyslogTransport transport = value(name, SinkKey.TRANSPORT, TRANSPORT);
        SyslogFacility facility = value(name, SinkKey.FACILITY, FACILITY);
        Integer port = optional(name, SinkKey.PORT, ValueParser.PORT);
        Path authorities = authorities(name);
        if (authorities != null && transport != SyslogTransport.TLS) {
            problems.add("`" + spelling(name, SinkKey.CA_FILE) + "` is for `tls`, and the transport is `"
                    + transport.word() + "`.");
        }
        return host == null
                ? null
                : new Destination.Syslog(
                        host, port == null ? transport.port() : port, transport, facility, authorities);
    }

    private @Nullable Destination jsonLines(String name) {
        String text = required(
                name, SinkKey.FILE, ValueParser.TEXT, "it is the file to write to, or `-` for the standard output");
        if (text == null) {
            return null;
        }
        if (text.equals(STANDARD_OUTPUT)) {
            return new Destination.JsonLines(null);
        }
        Path file = optional(name, SinkKey.FILE, files.writable());
        return file == null ? null : new Destination.JsonLines(file);
    }

    /** They are read once now, so that what is wrong with them is found out before they are needed. */
    private @Nullable Path authorities(String name) {
        return optional(name, SinkKey.CA_FILE, text -> {
            Path file = files.filled().parse(text);
            try {
                var _ = Authorities.in(file);
            } catch (IOException e) {
                throw new InvalidValueException("a file of authorities holds certificates as PEM");
            }
            return file;
        });
    }

    private <T> @Nullable T required(String name, SinkKey key, ValueParser<T> parser, String meaning) {
        if (given(name, key) == null) {
            problems.add("`" + givens.spelling(name, key) + "` is missing: " + meaning + ".");
            return null;
        }
        return optional(name, key, parser);
    }

    private <T> @Nullable T optional(String name, SinkKey key, ValueParser<T> parser) {
        Given given = given(name, key);
        return given == null ? null : given.parse(parser, problems);
    }

    /** Of a key that has a standard value; that is what counts when what was given makes no sense. */
    private <T> T value(String name, SinkKey key, ValueParser<T> parser) {
        T found = optional(name, key, parser);
        if (found != null) {
            return found;
        }
        try {
            return parser.parse(Objects.requireNonNull(key.standard()));
        } catch (InvalidValueException e) {
            throw new IllegalStateException("the standard value of `" + key.word() + "` is none", e);
        }
    }

    private String spelling(String name, SinkKey key) {
        Given given = given(name, key);
        return given == null ? givens.spelling(name, key) : given.spelling();
    }

    private @Nullable Given given(String name, SinkKey key) {
        return givens.find(new Key.OfSink(name, key));
    }

    private static URI url(String text) throws InvalidValueException {
        try {
            URI url = new URI(text.strip());
            String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https"))
                    && url.getHost() != null
                    && url.getFragment() == null) {
                if (url.getUserInfo() != null) {
                    throw new InvalidValueException(
                            "a user name and a password do not belong to it; `bearer-token` can prove who sends");
                }
                return url;
            }
        } catch (URISyntaxException e) {
            // The text may hold a token, and stands in the exception.
        }
        throw new InvalidValueException("it begins with `http://` or `https://` and a host");
    }

    private static int batchSize(String text) throws InvalidValueException {
        if (text.matches("[0-9]{1,4}")) {
            int size = Integer.parseInt(text);
            if (size >= 1 && size <= Destination.Webhook.MAX_BATCH) {
                return size;
            }
        }
        throw new InvalidValueException("it is a whole number from 1 to " + Destination.Webhook.MAX_BATCH);
    }

    private static Set<String> targets(String text) throws InvalidValueException {
        Set<String> targets = TextList.UP_TO_MAX.parse(text);
        for (String target : targets) {
            if (!Target.isName(target)) {
                throw new InvalidValueException(
                        "`" + Given.shown(target) + "` in it cannot name a target; the names have commas in between");
            }
        }
        return targets;
    }

    private static <T extends Enum<T>> ValueParser<Set<T>> list(
            String what, Class<T> type, Set<T> all, Function<T, String> word) {
        List<String> words = all.stream().map(word).toList();
        return text -> {
            Set<T> found = EnumSet.noneOf(type);
            for (String entry : TextList.UP_TO_MAX.parse(text)) {
                T value = all.stream()
                        .filter(each -> word.apply(each).equals(entry))
                        .findFirst()
                        .orElse(null);
                if (value == null) {
                    throw new InvalidValueException("`" + Given.shown(entry) + "` in it is no " + what
                            + "; the nearest one is `" + NearestWord.among(entry, words) + "`");
                }
                found.add(value);
            }
            return found;
        };
    }

    private static <T> ValueParser<T> choice(T[] all, Function<T, String> word, Function<String, Optional<T>> finder) {
        return text -> finder.apply(text).orElseThrow(() -> new InvalidValueException("it is " + words(all, word)));
    }

    private static <T> String words(T[] all, Function<T, String> word) {
        List<String> words =
                Arrays.stream(all).map(each -> "`" + word.apply(each) + "`").toList();
        if (words.size() == 1) {
            return words.getFirst();
        }
        return words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " or " + words.getLast();
    }
}
