package net.coreserver.api.inventory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.netconf.Credentials;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.target.InvalidValueException;
import net.coreserver.target.StatedSettings;
import net.coreserver.target.StoredTarget;
import net.coreserver.target.Target;
import net.coreserver.target.TargetKey;
import net.coreserver.target.TextList;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(
        name = "Settings",
        description = "What is said of a target. What is absent is not said: then the default counts. Of secrets only"
                + " that they are there.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettingsJson(
        @Schema(description = "A host name or an IP address.", examples = "192.0.2.10") @Nullable String host,

        @Schema(
                description = "The TCP port of its SSH server.",
                minimum = "1",
                maximum = "65535",
                defaultValue = "830",
                examples = "830")
        @Nullable Integer port,

        @Schema(description = "The account to log in with.", examples = "monitor") @Nullable String username,

        @Schema(
                description =
                        "How the server is recognised: `known-hosts`, `accept-new`, or the fingerprint of its key.",
                defaultValue = "known-hosts",
                examples = "accept-new")
        @Nullable String hostKey,

        @Schema(
                description = "What the connection may be protected with.",
                enumeration = {"modern", "legacy"},
                defaultValue = "modern",
                examples = "modern")
        @Nullable String sshAlgorithms,

        @Schema(
                description = "From the start of one poll to the start of the next: `500ms`, `10s`, `5m`, `1h`, `1d` or"
                        + " ISO 8601.",
                defaultValue = "10s",
                examples = "10s")
        @Nullable String pollInterval,

        @Schema(
                description = "How long everything up to the server's hello may take.",
                defaultValue = "10s",
                examples = "10s")
        @Nullable String connectTimeout,

        @Schema(description = "How long one rpc may take.", defaultValue = "30s", examples = "30s") @Nullable String rpcTimeout,

        @Schema(
                description = "The exact names of the interfaces that are asked for; absent for all.",
                examples = "[\"GigabitEthernet0/0/1\"]")
        @Nullable List<String> interfaceNames,

        @Schema(
                description = "The types of the interfaces that are asked for; absent for all.",
                examples = "[\"ethernetCsmacd\"]")
        @Nullable List<String> interfaceTypes,

        @Schema(
                description = "The event streams whose notifications the target is asked for; `none` alone for none.",
                defaultValue = "[\"NETCONF\"]",
                examples = "[\"NETCONF\"]")
        @Nullable List<String> eventStreams,

        @Schema(
                description = "Which of these notifications: `all`, or the elements of a subtree filter as XML.",
                defaultValue = "all",
                examples = "<link-down xmlns=\"http://yuma123.org/ns/interfaces-notifications\"/>")
        @Nullable String eventFilter,

        @Schema(
                description = "The data model by which it is asked for its interfaces, by its word; `auto` for the best"
                        + " one that it announces and that answers.",
                defaultValue = "auto",
                examples = "openconfig-interfaces")
        @Nullable String model,

        @Schema(description = "Whether it is polled at all.", defaultValue = "true", examples = "true") @Nullable Boolean enabled,

        @Schema(description = "Labels, by key.", examples = "{\"site\": \"berlin\"}")
        Map<String, String> labels,

        @Schema(
                description = "Whether there is a password. Read-only: passed over in a request.",
                readOnly = true,
                examples = "true")
        boolean hasPassword,

        @Schema(
                description = "Whether there is a private key. Read-only: passed over in a request.",
                readOnly = true,
                examples = "false")
        boolean hasPrivateKey,

        @Schema(
                description = "Whether there is a passphrase of the private key. Read-only: passed over in a request.",
                readOnly = true,
                examples = "false")
        boolean hasPrivateKeyPassphrase) {

    /** As it was said. */
    static SettingsJson of(StoredTarget target) {
        StatedSettings stated = target.stated();
        String port = stated.texts().get(TargetKey.PORT);
        String enabled = stated.texts().get(TargetKey.ENABLED);
        return new SettingsJson(
                stated.texts().get(TargetKey.HOST),
                port == null ? null : Integer.valueOf(port),
                stated.texts().get(TargetKey.USERNAME),
                stated.texts().get(TargetKey.HOST_KEY),
                stated.texts().get(TargetKey.SSH_ALGORITHMS),
                stated.texts().get(TargetKey.POLL_INTERVAL),
                stated.texts().get(TargetKey.CONNECT_TIMEOUT),
                stated.texts().get(TargetKey.RPC_TIMEOUT),
                list(stated.texts().get(TargetKey.INTERFACE_NAMES)),
                list(stated.texts().get(TargetKey.INTERFACE_TYPES)),
                list(stated.texts().get(TargetKey.EVENT_STREAMS)),
                stated.texts().get(TargetKey.EVENT_FILTER),
                stated.texts().get(TargetKey.MODEL),
                enabled == null ? null : Boolean.valueOf(enabled),
                new TreeMap<>(stated.labels()),
                target.secrets().contains(TargetKey.PASSWORD),
                target.secrets().contains(TargetKey.PRIVATE_KEY),
                target.secrets().contains(TargetKey.PRIVATE_KEY_PASSPHRASE));
    }

    /** As it counts, whoever said it. */
    static SettingsJson of(Target target) {
        Endpoint endpoint = target.endpoint();
        Credentials credentials = endpoint.credentials();
        return new SettingsJson(
                endpoint.host(),
                endpoint.port(),
                credentials.username(),
                word(endpoint.hostKeyPolicy()),
                endpoint.algorithms().word(),
                DurationText.of(target.pollInterval()),
                DurationText.of(endpoint.connectTimeout()),
                DurationText.of(endpoint.rpcTimeout()),
                target.interfaces().names().isEmpty()
                        ? null
                        : List.copyOf(target.interfaces().names()),
                target.interfaces().types().isEmpty()
                        ? null
                        : target.interfaces().types().stream()
                                .map(InterfaceType::text)
                                .toList(),
                target.events().streams().isEmpty()
                        ? List.of("none")
                        : target.events().streams(),
                target.events().filter().isEmpty() ? "all" : target.events().filter(),
                target.model() == null ? "auto" : target.model(),
                target.enabled(),
                new TreeMap<>(target.labels()),
                credentials.password() != null,
                credentials.privateKey() != null,
                credentials.privateKeyPassphrase() != null);
    }

    private static String word(HostKeyPolicy policy) {
        return switch (policy) {
            case HostKeyPolicy.KnownHosts _ -> "known-hosts";
            case HostKeyPolicy.AcceptNew _ -> "accept-new";
            case HostKeyPolicy.Pinned(String fingerprint) -> fingerprint;
        };
    }

    private static @Nullable List<String> list(@Nullable String text) {
        try {
            return text == null ? null : List.copyOf(TextList.UP_TO_MAX.parse(text));
        } catch (InvalidValueException e) {
            return List.of(text);
        }
    }
}
