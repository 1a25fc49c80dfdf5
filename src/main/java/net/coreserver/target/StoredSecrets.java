package net.coreserver.target;

import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import net.coreserver.netconf.Secret;
import org.jspecify.annotations.Nullable;

/** Opens secrets that were stored. One that cannot be opened is still there, and says why where it is needed. */
final class StoredSecrets {

    private static final System.Logger LOG = System.getLogger(StoredSecrets.class.getName());

    private final KeyRing ring;
    /** Why there are no keys; null when there are. */
    private final @Nullable String reason;

    private StoredSecrets(KeyRing ring, @Nullable String reason) {
        this.ring = ring;
        this.reason = reason;
    }

    static StoredSecrets of(CredentialsKeys keys) {
        try {
            return new StoredSecrets(keys.ring(), null);
        } catch (InvalidValueException e) {
            return new StoredSecrets(KeyRing.EMPTY, e.rule());
        }
    }

    /** The secrets of a target. */
    Map<TargetKey, Secret> of(TargetTables.Row row) {
        Map<TargetKey, Secret> secrets = new EnumMap<>(TargetKey.class);
        row.secrets()
                .forEach((word, secret) ->
                        TargetCompletion.key(word).ifPresent(key -> secrets.put(key, opened(row.name(), key, secret))));
        return secrets;
    }

    private Secret opened(String target, TargetKey key, SealedSecret sealed) {
        try {
            return Secret.of(ring.open(sealed, target, key));
        } catch (InvalidValueException e) {
            String sentence = reason == null ? e.rule() : e.rule() + ". " + reason;
            LOG.log(System.Logger.Level.WARNING, sentence);
            return Secret.unreadable(sentence);
        }
    }

    /** Encrypts with the newest key what was encrypted with another one. */
    void sealAnew(TargetTables tables) throws SQLException {
        if (ring.isEmpty()) {
            return;
        }
        int count = 0;
        for (TargetTables.Row row : tables.read()) {
            for (Map.Entry<String, SealedSecret> secret : row.secrets().entrySet()) {
                Optional<TargetKey> key = TargetCompletion.key(secret.getKey());
                if (key.isPresent() && sealAnew(tables, row.name(), key.get(), secret.getValue())) {
                    count++;
                }
            }
        }
        if (count > 0) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Stored credentials that are now encrypted with key version {0}: {1}",
                    ring.newest(),
                    count);
        }
    }

    private boolean sealAnew(TargetTables tables, String target, TargetKey key, SealedSecret sealed)
            throws SQLException {
        if (sealed.keyVersion() == ring.newest()) {
            return false;
        }
        try {
            tables.putSecret(target, key, ring.seal(ring.open(sealed, target, key), target, key));
            return true;
        } catch (InvalidValueException e) {
            // It was told when it was loaded, and waits for its key.
            return false;
        }
    }
}
