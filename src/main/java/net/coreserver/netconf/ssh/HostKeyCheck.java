package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.coreserver.netconf.ConnectProgress;
import net.coreserver.netconf.ConnectStep;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyException;
import net.coreserver.netconf.HostKeyPolicy;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.jspecify.annotations.Nullable;

/** Decides, for one connection, whether the key that the server shows is the one that the policy wants. */
final class HostKeyCheck {

    private final String host;
    private final int port;
    private final HostKeyPolicy policy;
    private final KnownHosts.Keys keys;
    private final ConnectProgress progress;
    private volatile @Nullable PublicKey accepted;
    private volatile @Nullable String refusal;

    private HostKeyCheck(Endpoint endpoint, KnownHosts.Keys keys, ConnectProgress progress) {
        this.host = endpoint.host();
        this.port = endpoint.port();
        this.policy = endpoint.hostKeyPolicy();
        this.keys = keys;
        this.progress = progress;
    }

    /** Reads what is known of a server; whoever calls may block. */
    static HostKeyCheck of(Endpoint endpoint, ConnectProgress progress) {
        KnownHosts files = new KnownHosts(
                switch (endpoint.hostKeyPolicy()) {
                    case HostKeyPolicy.Pinned ignored -> List.of();
                    case HostKeyPolicy.KnownHosts(Path file) -> List.of(file);
                    case HostKeyPolicy.AcceptNew(Path file, Path learned, boolean _) -> List.of(learned, file);
                });
        try {
            return new HostKeyCheck(endpoint, files.keys(endpoint.host(), endpoint.port()), progress);
        } catch (IOException e) {
            throw new HostKeyException(
                    endpoint.target(), "connect", "The known host keys cannot be read: " + Failures.rootMessage(e), e);
        }
    }

    /** Why the key was refused, as a sentence; null as long as none was. */
    @Nullable String refusal() {
        return refusal;
    }

    /** The types of the keys that are known for the host; empty when any will do. */
    Set<String> knownKeyTypes() {
        List<PublicKey> known = keys.known().isEmpty() ? keys.ofPort22() : keys.known();
        return known.stream().map(KeyUtils::getKeyType).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a key will do. It is asked again with every new exchange of keys, and then only the same key will. */
    boolean accepts(PublicKey key) {
        PublicKey before = accepted;
        if (before != null && KeyUtils.compareKeys(before, key)) {
            return true;
        }
        String fingerprint = KeyUtils.getFingerPrint(BuiltinDigests.sha256, key);
        refusal = before != null
                ? "The server shows the host key " + fingerprint + " in place of the one that it has shown before"
                : switch (policy) {
                    case HostKeyPolicy.Pinned(String pinned) ->
                        pinned.equals(fingerprint)
                                ? null
                                : "The server shows the host key " + fingerprint + ", not the pinned " + pinned;
                    case HostKeyPolicy.KnownHosts(Path file) -> refuse(keys, key, fingerprint, "; add it to " + file);
                    case HostKeyPolicy.AcceptNew(Path file, Path learned, boolean learns) ->
                        refuseUnlessNew(key, fingerprint, learns ? List.of(learned, file) : List.of());
                };
        if (refusal != null) {
            return false;
        }
        accepted = key;
        progress.passed(ConnectStep.HOST_KEY, fingerprint);
        return true;
    }

    private @Nullable String refuse(KnownHosts.Keys listed, PublicKey key, String fingerprint, String remedy) {
        if (listed.forbid(key)) {
            return "The server shows the host key " + fingerprint + ", which is revoked";
        }
        if (listed.allow(key)) {
            return null;
        }
        if (listed.known().isEmpty()) {
            return "The host " + KnownHosts.name(host, port) + " is unknown; it shows the host key " + fingerprint
                    + remedy;
        }
        return "The host key has changed: the server shows " + fingerprint + ", but known is "
                + listed.known().stream()
                        .map(known -> KeyUtils.getFingerPrint(BuiltinDigests.sha256, known))
                        .collect(Collectors.joining(" or "));
    }

    /** Files to write down what is new, or none. */
    private @Nullable String refuseUnlessNew(PublicKey key, String fingerprint, List<Path> files) {
        if (!keys.known().isEmpty() || keys.allow(key) || keys.forbid(key)) {
            return refuse(keys, key, fingerprint, "");
        }
        if (files.isEmpty()) {
            return null;
        }
        try {
            return refuse(new KnownHosts(files).learn(host, port, key), key, fingerprint, "");
        } catch (IOException e) {
            return "The new host key " + fingerprint + " cannot be written down: " + Failures.rootMessage(e);
        }
    }
}
