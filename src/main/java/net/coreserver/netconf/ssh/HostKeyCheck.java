package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/** Decides, for one connection, whether the key that the server shows is the one that the policy wants. */
final class HostKeyCheck {

    /** Where a connection's check is found in its context. */
    static final AttributeKey<HostKeyCheck> KEY = new AttributeKey<>();

    private final String host;
    private final int port;
    private final HostKeyPolicy policy;
    private volatile @Nullable String refusal;

    HostKeyCheck(Endpoint endpoint) {
        this.host = endpoint.host();
        this.port = endpoint.port();
        this.policy = endpoint.hostKeyPolicy();
    }

    static HostKeyCheck of(ClientSession session) {
        HostKeyCheck check = session.getConnectionContext().getAttribute(KEY);
        if (check == null) {
            throw new IllegalStateException("every connection is made with its check");
        }
        return check;
    }

    /** Why the key was refused, as a sentence; null as long as none was. */
    @Nullable String refusal() {
        return refusal;
    }

    /** The types of the keys that are known for the host; empty when any will do. */
    Set<String> knownKeyTypes() {
        try {
            return known().stream().map(KeyUtils::getKeyType).collect(Collectors.toSet());
        } catch (IOException e) {
            return Set.of(); // accepts() meets the same and says so
        }
    }

    boolean accepts(PublicKey key) {
        String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        try {
            refusal = switch (policy) {
                case HostKeyPolicy.Pinned(String pinned) ->
                    pinned.equals(fingerprint)
                            ? null
                            : "The server shows the host key " + fingerprint + ", not the pinned " + pinned;
                case HostKeyPolicy.KnownHosts(Path file) -> refuse(key, fingerprint, "; add it to " + file);
                case HostKeyPolicy.AcceptNew(Path file, Path learned) -> refuseUnlessNew(key, fingerprint, learned);
            };
        } catch (IOException e) {
            refusal = "The known host keys cannot be read: " + NetconfSshClient.rootMessage(e);
        }
        return refusal == null;
    }

    private @Nullable String refuse(PublicKey key, String fingerprint, String remedy) throws IOException {
        if (revoked().stream().anyMatch(revoked -> KeyUtils.compareKeys(revoked, key))) {
            return "The server shows the host key " + fingerprint + ", which is revoked";
        }
        List<PublicKey> known = known();
        if (known.stream().anyMatch(knownKey -> KeyUtils.compareKeys(knownKey, key))) {
            return null;
        }
        if (known.isEmpty()) {
            return "The host " + KnownHosts.name(host, port) + " is unknown; it shows the host key " + fingerprint
                    + remedy;
        }
        return "The host key has changed: the server shows " + fingerprint + ", but known is "
                + known.stream()
                        .map(knownKey -> KeyUtils.getFingerPrint(BuiltinDigests.sha256, knownKey))
                        .collect(Collectors.joining(" or "));
    }

    private @Nullable String refuseUnlessNew(PublicKey key, String fingerprint, Path learned) throws IOException {
        String reason = refuse(key, fingerprint, "");
        if (reason != null && known().isEmpty() && revoked().isEmpty()) {
            new KnownHosts(learned).add(host, port, key);
            return null;
        }
        return reason;
    }

    private List<PublicKey> known() throws IOException {
        return files().known(host, port);
    }

    private List<PublicKey> revoked() throws IOException {
        return files().revoked(host, port);
    }

    private KnownHosts files() {
        return switch (policy) {
            case HostKeyPolicy.Pinned ignored -> new KnownHosts(List.of());
            case HostKeyPolicy.KnownHosts(Path file) -> new KnownHosts(List.of(file));
            case HostKeyPolicy.AcceptNew(Path file, Path learned) -> new KnownHosts(List.of(learned, file));
        };
    }
}
