package net.coreserver.config;

import java.nio.file.Path;
import java.util.Set;
import net.coreserver.event.EventLogSettings;
import net.coreserver.history.HistorySettings;
import net.coreserver.metrics.MetricsSettings;
import net.coreserver.target.CredentialsKeys;
import org.jspecify.annotations.Nullable;

/**
 * What is configured of the service as a whole.
 *
 * @param dataDir the directory in which the service keeps its state, absolute; it need not exist yet
 * @param allowedHosts the names, besides loopback's, by which clients may address the service: host names in lower case
 *     and IP addresses (IPv6 without brackets), without port; {@link #ANY_HOST} among them stands for any name
 * @param targetsFile the file in which targets are described, absolute; it need not exist; null for none
 * @param agent whether the embedded agent runs
 * @param credentialsKeys what stored credentials are encrypted with
 * @param events the bounds of the log of events
 * @param history the bounds of the history
 * @param metrics what metrics are like
 */
record Settings(
        Path dataDir,
        Set<String> allowedHosts,
        @Nullable Path targetsFile,
        AgentMode agent,
        CredentialsKeys credentialsKeys,
        EventLogSettings events,
        HistorySettings history,
        MetricsSettings metrics) {

    /** Among the allowed hosts: any. */
    static final String ANY_HOST = "*";

    /** Copies the hosts. */
    Settings {
        allowedHosts = Set.copyOf(allowedHosts);
    }
}
