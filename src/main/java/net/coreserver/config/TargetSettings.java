package net.coreserver.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.SshAlgorithms;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a target, or of all of them: every component is null where nothing (or nothing that makes sense, which
 * has been reported) was said.
 */
record TargetSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable Path privateKeyFile,
        @Nullable Secret privateKeyPassphrase,
        @Nullable HostKeyPolicy hostKey,
        @Nullable SshAlgorithms sshAlgorithms,
        @Nullable Duration pollInterval,
        @Nullable Duration connectTimeout,
        @Nullable Duration rpcTimeout,
        @Nullable Boolean enabled,
        Map<String, String> labels) {

    /**
     * Completes what was said of a target.
     *
     * @param defaults what is said of those that do not say it themselves
     * @return both; of two labels of one key, the target's own
     */
    TargetSettings orElse(TargetSettings defaults) {
        Map<String, String> merged = new HashMap<>(defaults.labels);
        merged.putAll(labels);
        return new TargetSettings(
                first(host, defaults.host),
                first(port, defaults.port),
                first(username, defaults.username),
                first(password, defaults.password),
                first(privateKeyFile, defaults.privateKeyFile),
                first(privateKeyPassphrase, defaults.privateKeyPassphrase),
                first(hostKey, defaults.hostKey),
                first(sshAlgorithms, defaults.sshAlgorithms),
                first(pollInterval, defaults.pollInterval),
                first(connectTimeout, defaults.connectTimeout),
                first(rpcTimeout, defaults.rpcTimeout),
                first(enabled, defaults.enabled),
                merged);
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T other) {
        return own != null ? own : other;
    }
}
