package net.coreserver.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.ProfileConfigSourceInterceptor;
import io.smallrye.config.SmallRyeConfig;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.coreserver.interfaces.NaturalOrder;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Finds every name that was given in this service's name, and reports those that are bound to nothing.
 *
 * <p>It goes through the names source by source, not through those of the configuration as a whole: that one also has,
 * for every variable, a guess at the property which it might mean.
 */
final class GivenNames {

    private static final int PREFIX_LENGTH = Key.PROPERTY_PREFIX.length();

    /**
     * What Kubernetes sets in every container for a service whose name begins with ours: nobody meant us by it. Source:
     * the Kubernetes documentation of services, section on environment variables.
     */
    private static final Pattern SERVICE_LINK = Pattern.compile(
            "CORESERVER_(?!TARGETS_|DEFAULTS_|SINKS_)(?:[A-Z0-9_]+?_)??"
                    + "(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT_[0-9]+_(?:TCP|UDP|SCTP)(?:_[A-Z]+)?|(?<url>PORT))");

    private static final Pattern SERVICE_URL = Pattern.compile("(?:tcp|udp|sctp)://.*");

    private final SortedSet<Key> keys = new TreeSet<>(Comparator.comparing(Key::property, NaturalOrder.BY_NAME));
    private final Problems problems;

    private GivenNames(Problems problems) {
        this.problems = problems;
    }

    /**
     * Finds the keys that were given.
     *
     * @param config all sources
     * @param problems where the other names are reported
     * @return the keys, in their natural order
     */
    static SortedSet<Key> keys(SmallRyeConfig config, Problems problems) {
        GivenNames names = new GivenNames(problems);
        for (ConfigSource source : config.getConfigSources()) {
            if (source instanceof EnvConfigSource environment) {
                new TreeMap<>(environment.getProperties()).forEach(names::addVariable);
            } else {
                new TreeSet<>(source.getPropertyNames()).forEach(name -> names.addProperty(name, config.getProfiles()));
            }
        }
        return names.keys;
    }

    private void addProperty(String given, List<String> profiles) {
        String name = ProfileConfigSourceInterceptor.activeName(given, profiles);
        // Of any case, and a variable's name too: in a properties file that is as much a mistake as any other.
        if (name.length() > PREFIX_LENGTH
                && KeyGrammar.canonicalVariable(name.substring(0, PREFIX_LENGTH))
                        .equals(Key.VARIABLE_PREFIX)) {
            switch (KeyGrammar.ofProperty(name)) {
                case Reading.Known(Key key) -> keys.add(key);
                case Reading.Refused refused -> refuse(refused);
                case Reading.Unknown _ ->
                    problems.add("`" + name + "` is not a key of this service; the nearest one is `"
                            + NearestKey.toProperty(name) + "`.");
            }
        }
    }

    private void addVariable(String name, String value) {
        String canonical = KeyGrammar.canonicalVariable(name);
        if (canonical.startsWith(Key.VARIABLE_PREFIX)) {
            switch (KeyGrammar.ofVariable(name)) {
                case Reading.Known(Key key) -> keys.add(key);
                case Reading.Refused refused -> refuse(refused);
                case Reading.Unknown _ -> {
                    if (!isServiceLink(canonical, value)) {
                        problems.add("`" + name + "` is not a variable of this service; the nearest one is `"
                                + NearestKey.toVariable(name) + "`.");
                    }
                }
            }
        }
    }

    private void refuse(Reading.Refused refused) {
        problems.add("`" + refused.subject() + "`: " + refused.reason() + ".");
    }

    private static boolean isServiceLink(String variable, String value) {
        Matcher link = SERVICE_LINK.matcher(variable);
        return link.matches()
                && (link.group("url") == null || SERVICE_URL.matcher(value).matches());
    }
}
