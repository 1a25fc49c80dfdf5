package net.coreserver.config;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.coreserver.event.EventLogSettings;
import net.coreserver.history.HistorySettings;
import net.coreserver.metrics.MetricsSettings;
import net.coreserver.metrics.TargetLabel;
import net.coreserver.target.CredentialsKeys;
import net.coreserver.target.DurationRange;
import net.coreserver.target.HostName;
import net.coreserver.target.InvalidValueException;
import net.coreserver.target.KeyRing;
import net.coreserver.target.ValueParser;
import org.jspecify.annotations.Nullable;

/** Makes settings of what was given for the service as a whole. What makes no sense is reported, and as good as not given. */
final class SettingsParser {

    /** The file in the data directory with the keys that the service has made itself. */
    private static final String CREDENTIALS_KEY_FILE = "credentials.key";

    /** How long an event may be kept. */
    static final DurationRange EVENTS_MAX_AGE = new DurationRange("1h", "3650d");

    /** How much room events may take. */
    static final OctetRange EVENTS_MAX_SIZE = new OctetRange("1MiB", "100GiB");

    /** How many events a second of one target may be kept. */
    static final NumberRange EVENTS_FLOOD_RATE = new NumberRange(1, 100_000);

    /** How large the history may become; less would hold hardly anything beside what the database needs itself. */
    static final OctetRange HISTORY_MAX_SIZE = new OctetRange("64MiB", "1024GiB");

    /** How long samples may be kept, which are rolled up some hours at a time. */
    static final DurationRange HISTORY_SAMPLES_MAX_AGE = new DurationRange("6h", "3650d");

    /** How long roll-ups may be kept. */
    static final DurationRange HISTORY_ROLL_UPS_MAX_AGE = new DurationRange("2d", "3650d");

    private final GivenKeys givens;
    private final FilePaths files;
    private final Problems problems;

    /**
     * Makes a parser.
     *
     * @param givens what was given
     * @param files where files are looked for
     * @param problems where problems are reported
     */
    SettingsParser(GivenKeys givens, FilePaths files, Problems problems) {
        this.givens = givens;
        this.files = files;
        this.problems = problems;
    }

    /** {@return the settings} */
    Settings settings() {
        // Quarkus uses it without us; here it only gets a sentence of its own when it is wrong.
        value(ServiceKey.LISTEN, HostName.PARSER);
        Set<String> allowedHosts = value(ServiceKey.ALLOWED_HOSTS, SettingsParser::hosts);
        Boolean agent = value(ServiceKey.AGENT_ENABLED, ValueParser.FLAG);
        Path dataDir = path(ServiceKey.DATA_DIR, files.directory());
        return new Settings(
                dataDir,
                allowedHosts == null ? Set.of() : allowedHosts,
                value(ServiceKey.TARGETS_FILE, files.readableIfPresent()),
                agent == null ? AgentMode.WHEN_NO_TARGET : agent ? AgentMode.ON : AgentMode.OFF,
                credentialsKeys(dataDir),
                new EventLogSettings(
                        standing(ServiceKey.EVENTS_MAX_AGE, EVENTS_MAX_AGE),
                        standing(ServiceKey.EVENTS_MAX_SIZE, EVENTS_MAX_SIZE),
                        standing(ServiceKey.EVENTS_FLOOD_RATE, EVENTS_FLOOD_RATE)),
                new HistorySettings(
                        standing(ServiceKey.HISTORY_ENABLED, ValueParser.FLAG),
                        standing(ServiceKey.HISTORY_MAX_SIZE, HISTORY_MAX_SIZE),
                        standing(ServiceKey.HISTORY_SAMPLES_MAX_AGE, HISTORY_SAMPLES_MAX_AGE),
                        standing(ServiceKey.HISTORY_FIVE_MINUTES_MAX_AGE, HISTORY_ROLL_UPS_MAX_AGE),
                        standing(ServiceKey.HISTORY_HOURS_MAX_AGE, HISTORY_ROLL_UPS_MAX_AGE)),
                metrics());
    }

    private MetricsSettings metrics() {
        List<TargetLabel> labels = value(ServiceKey.METRICS_TARGET_LABELS, TargetLabelList.PARSER);
        return new MetricsSettings(
                labels == null ? List.of() : labels, standing(ServiceKey.METRICS_TIMESTAMPS, ValueParser.FLAG));
    }

    /** The value that is given or, where none is, the standard one. */
    private <T> T standing(ServiceKey key, ValueParser<T> parser) {
        T given = value(key, parser);
        if (given != null) {
            return given;
        }
        String standard = key.standard();
        try {
            return parser.parse(String.valueOf(standard));
        } catch (InvalidValueException e) {
            throw new IllegalStateException("the standard value " + standard + " makes no sense", e);
        }
    }

    private CredentialsKeys credentialsKeys(Path dataDir) {
        KeyRing given = value(ServiceKey.CREDENTIALS_KEY, KeyRing.PARSER);
        // It is read once now, so that what is wrong with it is found out before anything needs it.
        Path file = value(ServiceKey.CREDENTIALS_KEY_FILE, text -> {
            Path path = files.filled().parse(text);
            new CredentialsKeys.InFile(path).ring();
            return path;
        });
        if (given != null && file != null) {
            problems.add("`" + new Key.OfService(ServiceKey.CREDENTIALS_KEY).property() + "` and `"
                    + new Key.OfService(ServiceKey.CREDENTIALS_KEY_FILE).property()
                    + "` are both given: the keys come from one of them.");
        }
        return given != null
                ? new CredentialsKeys.Given(given)
                : new CredentialsKeys.InFile(file != null ? file : dataDir.resolve(CREDENTIALS_KEY_FILE));
    }

    /** {@return the file in which known host keys are looked up, absolute; it need not exist} */
    Path knownHostsFile() {
        return path(ServiceKey.KNOWN_HOSTS_FILE, files.readableIfPresent());
    }

    private Path path(ServiceKey key, ValueParser<Path> parser) {
        Path path = value(key, parser);
        return path != null ? path : files.standard(key);
    }

    private <T> @Nullable T value(ServiceKey key, ValueParser<T> parser) {
        Given given = givens.find(new Key.OfService(key));
        return given == null ? null : given.parse(parser, problems);
    }

    private static Set<String> hosts(String text) throws InvalidValueException {
        Set<String> hosts = new LinkedHashSet<>();
        for (String entry : text.split(",", -1)) {
            String host = entry.strip();
            if (host.equals(Settings.ANY_HOST)) {
                hosts.add(host);
            } else if (!host.isEmpty()) {
                hosts.add(host(host));
            }
        }
        return hosts;
    }

    private static String host(String entry) throws InvalidValueException {
        try {
            return HostName.PARSER.parse(entry).toLowerCase(Locale.ROOT);
        } catch (InvalidValueException e) {
            throw new InvalidValueException(
                    "`" + entry + "` in it is no host name and no IP address (a port does not belong"
                            + " to it); the list has commas in between, and `*` stands for any name");
        }
    }
}
