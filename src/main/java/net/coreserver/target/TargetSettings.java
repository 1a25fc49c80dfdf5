package net.coreserver.target;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.Secret;
import net.coreserver.netconf.SshAlgorithms;
import org.jspecify.annotations.Nullable;

/**
 * What was said of a target, or of many, understood: a layer that others can lie under. Every component but the first and the
 * last is null where nothing was said, or nothing that makes sense, which has been reported.
 *
 * @param said of what anything was said, be it right or wrong
 * @param host a host name or an IP address
 * @param port a TCP port
 * @param username the account to log in with
 * @param password its password, or the file that holds it
 * @param privateKey its private key as text, or the file that holds it
 * @param privateKeyPassphrase what the private key is encrypted with
 * @param hostKey how the server is recognised
 * @param sshAlgorithms what the connection may be protected with
 * @param pollInterval from the start of one poll to the start of the next
 * @param connectTimeout the deadline for everything up to and including the server's hello
 * @param rpcTimeout the deadline for one rpc
 * @param interfaceNames the names of the interfaces that are asked for
 * @param interfaceTypes the types of the interfaces that are asked for
 * @param eventStreams the event streams whose notifications are asked for
 * @param eventFilter which of these, as the XML of a subtree filter; empty for all
 * @param model the word of the data model by which it is asked for its interfaces; {@code auto} for the best that answers
 * @param enabled whether it is polled at all
 * @param labels the operator's own, by key
 */
public record TargetSettings(
        Set<TargetKey> said,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable Secret privateKey,
        @Nullable Secret privateKeyPassphrase,
        @Nullable HostKeyPolicy hostKey,
        @Nullable SshAlgorithms sshAlgorithms,
        @Nullable Duration pollInterval,
        @Nullable Duration connectTimeout,
        @Nullable Duration rpcTimeout,
        @Nullable Set<String> interfaceNames,
        @Nullable Set<InterfaceType> interfaceTypes,
        @Nullable List<String> eventStreams,
        @Nullable String eventFilter,
        @Nullable String model,
        @Nullable Boolean enabled,
        Map<String, String> labels) {

    private static final List<TargetKey> PRIVATE_KEYS = List.of(TargetKey.PRIVATE_KEY_FILE, TargetKey.PRIVATE_KEY);
    private static final List<TargetKey> PASSWORDS = List.of(TargetKey.PASSWORD, TargetKey.PASSWORD_FILE);

    /** Copies the set and the map. */
    public TargetSettings {
        Set<TargetKey> keys = EnumSet.noneOf(TargetKey.class);
        keys.addAll(said);
        said = Collections.unmodifiableSet(keys);
        labels = Map.copyOf(labels);
    }

    /**
     * Lays this over others.
     *
     * @param under what counts where this says nothing
     * @return both; of two labels of one key, this one's
     */
    public TargetSettings orElse(TargetSettings under) {
        Set<TargetKey> keys = EnumSet.noneOf(TargetKey.class);
        keys.addAll(said);
        keys.addAll(under.said);
        Map<String, String> merged = new HashMap<>(under.labels);
        merged.putAll(labels);
        return new TargetSettings(
                keys,
                first(host, under.host),
                first(port, under.port),
                first(username, under.username),
                first(password, under.password),
                first(privateKey, under.privateKey),
                first(privateKeyPassphrase, under.privateKeyPassphrase),
                first(hostKey, under.hostKey),
                first(sshAlgorithms, under.sshAlgorithms),
                first(pollInterval, under.pollInterval),
                first(connectTimeout, under.connectTimeout),
                first(rpcTimeout, under.rpcTimeout),
                first(interfaceNames, under.interfaceNames),
                first(interfaceTypes, under.interfaceTypes),
                first(eventStreams, under.eventStreams),
                first(eventFilter, under.eventFilter),
                first(model, under.model),
                first(enabled, under.enabled),
                merged);
    }

    /**
     * These settings without whatever proves who we are, for targets that anybody may point at a host of their own.
     *
     * @return the others
     */
    public TargetSettings withoutCredentials() {
        Set<TargetKey> keys = EnumSet.noneOf(TargetKey.class);
        said.stream().filter(key -> !key.credential()).forEach(keys::add);
        return new TargetSettings(
                keys,
                host,
                port,
                null,
                null,
                null,
                null,
                hostKey,
                sshAlgorithms,
                pollInterval,
                connectTimeout,
                rpcTimeout,
                interfaceNames,
                interfaceTypes,
                eventStreams,
                eventFilter,
                model,
                enabled,
                labels);
    }

    /**
     * Makes a target of them.
     *
     * @param name its name
     * @param source where it comes from
     * @param under what counts where they say nothing; it holds every standard value
     * @param allowed what whoever speaks may say, for remedies
     * @param problems where it is reported what is missing
     * @return the target, or null when there is a problem, reported now or before
     */
    public @Nullable Target complete(
            String name,
            TargetSource source,
            TargetSettings under,
            Set<TargetKey> allowed,
            Consumer<SettingsProblem> problems) {
        TargetSettings whole = orElse(under);
        boolean hasKey = PRIVATE_KEYS.stream().anyMatch(whole.said::contains);
        // A passphrase that lies under them may be meant for the keys of others.
        if (!hasKey && said.contains(TargetKey.PRIVATE_KEY_PASSPHRASE)) {
            problems.accept(
                    new SettingsProblem.NoPrivateKey(List.of(loginKeys(allowed).getLast())));
            return null;
        }
        return whole.target(name, source, hasKey, allowed, problems);
    }

    private @Nullable Target target(
            String name,
            TargetSource source,
            boolean hasKey,
            Set<TargetKey> allowed,
            Consumer<SettingsProblem> problems) {
        require(TargetKey.HOST, "it is the host name or the IP address of the NETCONF server", problems);
        require(TargetKey.USERNAME, "it is the account to log in with", problems);
        if (!hasKey && PASSWORDS.stream().noneMatch(said::contains)) {
            problems.accept(new SettingsProblem.NoCredentials(loginKeys(allowed)));
        }
        // What is null now has been reported.
        if (host == null
                || port == null
                || username == null
                || (password == null && privateKey == null)
                || hostKey == null
                || sshAlgorithms == null
                || pollInterval == null
                || connectTimeout == null
                || rpcTimeout == null
                || eventStreams == null
                || eventFilter == null
                || model == null
                || enabled == null) {
            return null;
        }
        Credentials credentials =
                new Credentials(username, password, privateKey, privateKey == null ? null : privateKeyPassphrase);
        Endpoint endpoint =
                new Endpoint(name, host, port, credentials, hostKey, sshAlgorithms, connectTimeout, rpcTimeout);
        InterfaceSelection selection = new InterfaceSelection(
                interfaceNames == null ? Set.of() : interfaceNames, interfaceTypes == null ? Set.of() : interfaceTypes);
        return new Target(
                endpoint,
                pollInterval,
                enabled,
                labels,
                selection,
                new EventSelection(eventStreams, eventFilter),
                ModelText.target(model),
                source);
    }

    private void require(TargetKey key, String meaning, Consumer<SettingsProblem> problems) {
        if (!said.contains(key)) {
            problems.accept(new SettingsProblem.Missing(key, meaning));
        }
    }

    /** Who may name a file had better do so; a key as it is, line breaks and all, is for those who may not. */
    private static List<TargetKey> loginKeys(Set<TargetKey> allowed) {
        return allowed.contains(TargetKey.PRIVATE_KEY_FILE)
                ? List.of(TargetKey.PASSWORD, TargetKey.PASSWORD_FILE, TargetKey.PRIVATE_KEY_FILE)
                : List.of(TargetKey.PASSWORD, TargetKey.PRIVATE_KEY);
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T other) {
        return own != null ? own : other;
    }
}
