package net.coreserver.target;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.Endpoint;
import org.jspecify.annotations.Nullable;

/**
 * A NETCONF server that is monitored.
 *
 * @param endpoint where it is, with the credentials and the deadlines; it carries the target's name
 * @param pollInterval from the start of one poll to the start of the next
 * @param enabled whether it is polled at all
 * @param labels the operator's own, by key
 * @param interfaces which of its interfaces are asked for
 * @param events which notifications it is asked for
 * @param model the word of the data model by which it is asked for its interfaces; null for the best that answers
 * @param source where it comes from
 */
public record Target(
        Endpoint endpoint,
        Duration pollInterval,
        boolean enabled,
        Map<String, String> labels,
        InterfaceSelection interfaces,
        EventSelection events,
        @Nullable String model,
        TargetSource source) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    /** Copies the labels; refuses a name that is not allowed, and an interval that is not positive. */
    public Target {
        if (!isName(endpoint.target())) {
            throw new IllegalArgumentException("a target's name is lower-case letters, digits and hyphens");
        }
        if (!pollInterval.isPositive()) {
            throw new IllegalArgumentException("a poll interval is positive");
        }
        labels = Map.copyOf(labels);
    }

    /**
     * A target of the configuration, of whose interfaces, events and model nothing special is said.
     *
     * @param endpoint where it is
     * @param pollInterval from the start of one poll to the start of the next
     * @param enabled whether it is polled at all
     * @param labels the operator's own, by key
     */
    public Target(Endpoint endpoint, Duration pollInterval, boolean enabled, Map<String, String> labels) {
        this(
                endpoint,
                pollInterval,
                enabled,
                labels,
                InterfaceSelection.ALL,
                EventSelection.STANDARD,
                null,
                TargetSource.CONFIGURATION);
    }

    /**
     * Tells whether a text can name a target: lower-case letters, digits and hyphens, no hyphen first, so that every
     * name has one form as an environment variable and needs no escaping in a URL.
     *
     * @param text any text
     * @return whether it can
     */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** {@return its name} */
    public String name() {
        return endpoint.target();
    }
}
