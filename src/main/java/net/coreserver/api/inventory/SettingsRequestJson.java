package net.coreserver.api.inventory;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Stands in the API's document alone: requests are read member by member, by {@link SettingsContent}. */
@Schema(
        name = "SettingsRequest",
        description = "What is to be said of a target; null for what is not to be said any more.")
record SettingsRequestJson(
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

        @Schema(description = "Labels, by key.", examples = "{\"site\": \"berlin\"}") @Nullable Map<String, String> labels,

        @Schema(
                description = "The password of the account; at rest it is encrypted.",
                writeOnly = true,
                examples = "test-password")
        @Nullable String password,

        @Schema(
                description = "A private key of the account, as the text of an OpenSSH or PEM file.",
                writeOnly = true,
                examples = "-----BEGIN OPENSSH PRIVATE KEY-----")
        @Nullable String privateKey,

        @Schema(description = "What the private key is encrypted with.", writeOnly = true, examples = "test-passphrase")
        @Nullable String privateKeyPassphrase) {}
