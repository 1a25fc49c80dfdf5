package net.coreserver.target;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import net.coreserver.netconf.Secret;
import net.coreserver.store.Store;
import net.coreserver.store.StoreFollower;
import net.coreserver.store.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * The targets that clients of the API made. They are kept in the store, their secrets encrypted, and are part of the
 * {@link LiveInventory} from when they are loaded; what was loaded stays there when the store fails. Safe for use by any number of
 * threads.
 *
 * <p>What changes it blocks until the change is on the disk, and throws a {@link StoreUnavailableException} where it cannot be
 * written. Changes happen one after the other, and the inventory has each of them before it is acknowledged.
 */
public final class StoredInventory {

    private static final System.Logger LOG = System.getLogger(StoredInventory.class.getName());

    private static final Duration KEYS_TRIED_AGAIN_IN = Duration.ofSeconds(10);

    private final Store store;
    private final CredentialsKeys keys;
    private final TargetCompletion completion;
    private final LiveInventory live;
    private final InstantSource clock;
    /** By name; written on the thread of the store alone. */
    private volatile SortedMap<String, Entry> entries = Collections.emptySortedMap();

    private volatile boolean loaded;

    /** A target with what there is to know of it; without a target to monitor where its settings make none. */
    private record Entry(
            StoredTarget stored,
            Map<TargetKey, Secret> secrets,
            @Nullable Target target) {}

    /**
     * Makes an inventory that follows a store, which has not been started yet.
     *
     * @param store where it is kept
     * @param keys what its secrets are encrypted with
     * @param grammar that of clients
     * @param defaults those for clients
     * @param live what it is a part of
     * @param clock tells the time
     */
    public StoredInventory(
            Store store,
            CredentialsKeys keys,
            SettingsGrammar grammar,
            TargetDefaults defaults,
            LiveInventory live,
            InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.completion = new TargetCompletion(grammar, defaults);
        this.live = live;
        this.clock = clock;
        store.follow(new Follower());
    }

    /** {@return whether it is known which targets are stored} */
    public boolean isLoaded() {
        return loaded;
    }

    /**
     * Looks a target up.
     *
     * @param name its name
     * @return the target as it is stored
     */
    public Optional<StoredTarget> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::stored);
    }

    /**
     * Makes a target of a draft that is new, and keeps nothing of it.
     *
     * @param draft the target as it should be
     * @param problems where it is reported what is wrong
     * @return the target as it would be monitored, or null when anything is wrong
     */
    public @Nullable Target preview(TargetDraft draft, Consumer<SettingsProblem> problems) {
        return completion.complete(draft.name(), draft.stated(), Map.of(), problems);
    }

    /**
     * Tells whether a draft makes a target. Where one is to be changed so that its secrets would be sent elsewhere, they have to be
     * said again: nobody gets to see a secret by having it sent to a host of his own.
     *
     * @param draft the target as it should be
     * @param problems where it is reported what is wrong
     */
    public void check(TargetDraft draft, Consumer<SettingsProblem> problems) {
        Entry before = entries.get(draft.name());
        Map<TargetKey, Secret> kept = kept(draft, before);
        Target after = completion.complete(draft.name(), draft.stated(), kept, problems);
        if (before == null || after == null) {
            return;
        }
        Optional<TargetKey> moved = before.target() == null
                ? Optional.of(TargetKey.HOST)
                : TargetCompletion.moved(before.target().endpoint(), after.endpoint());
        moved.ifPresent(key -> kept.keySet()
                .forEach(secret -> problems.accept(new SettingsProblem.Missing(
                        secret,
                        "whoever changes the " + key.field() + " has to give it again, or remove it with null"))));
    }

    /**
     * Makes targets: all of them, or none.
     *
     * @param drafts no two of one name, and nothing wrong with any
     * @return what came of it
     */
    public InventoryOutcome create(List<TargetDraft> drafts) {
        return store.write(connection -> create(new TargetTables(connection), drafts), this::publish)
                .outcome();
    }

    /**
     * Changes a target.
     *
     * @param draft the target as it should be; there is nothing wrong with it
     * @param expectedRevision the revision that it was made of
     * @return what came of it
     */
    public InventoryOutcome replace(TargetDraft draft, long expectedRevision) {
        return store.write(connection -> replace(new TargetTables(connection), draft, expectedRevision), this::publish)
                .outcome();
    }

    /**
     * Deletes a target.
     *
     * @param name its name
     * @param expectedRevision the only revision that is to be deleted, if any will not do
     * @return what came of it
     */
    public InventoryOutcome delete(String name, OptionalLong expectedRevision) {
        return store.write(connection -> delete(new TargetTables(connection), name, expectedRevision), this::publish)
                .outcome();
    }

    /** What came of a transaction, and the inventory after it; null where that is as it was. */
    private record Change(
            InventoryOutcome outcome, @Nullable SortedMap<String, Entry> after) {}

    private static Change unchanged(InventoryOutcome outcome) {
        return new Change(outcome, null);
    }

    private Change create(TargetTables tables, List<TargetDraft> drafts) throws SQLException {
        SortedMap<String, TargetSource> taken = new TreeMap<>();
        for (TargetDraft draft : drafts) {
            Target other = live.current().targets().get(draft.name());
            if (other != null) {
                taken.put(draft.name(), other.source());
            } else if (entries.containsKey(draft.name())) {
                taken.put(draft.name(), TargetSource.API);
            }
        }
        if (!taken.isEmpty()) {
            return unchanged(new InventoryOutcome.Exists(taken));
        }
        SortedMap<String, Entry> after = new TreeMap<>(entries);
        List<StoredTarget> made = new ArrayList<>();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        for (TargetDraft draft : drafts) {
            Entry entry = entry(draft, null, tables.nextRevision(), now);
            tables.insert(entry.stored());
            putSecrets(tables, draft);
            after.put(draft.name(), entry);
            made.add(entry.stored());
        }
        return new Change(new InventoryOutcome.Done(made), after);
    }

    private Change replace(TargetTables tables, TargetDraft draft, long expectedRevision) throws SQLException {
        Entry before = entries.get(draft.name());
        if (before == null) {
            return unchanged(InventoryOutcome.Refused.UNKNOWN);
        }
        // Before anything is made of the draft: it may keep secrets that are not there any more.
        if (before.stored().revision() != expectedRevision) {
            return unchanged(InventoryOutcome.Refused.CHANGED_MEANWHILE);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Entry entry = entry(draft, before, tables.nextRevision(), now);
        if (!tables.update(entry.stored(), expectedRevision)) {
            throw new IllegalStateException("the database is not what was read of it");
        }
        for (TargetKey key : before.secrets().keySet()) {
            if (!draft.kept().contains(key)) {
                tables.deleteSecret(draft.name(), key);
            }
        }
        putSecrets(tables, draft);
        SortedMap<String, Entry> after = new TreeMap<>(entries);
        after.put(draft.name(), entry);
        return new Change(new InventoryOutcome.Done(List.of(entry.stored())), after);
    }

    private Change delete(TargetTables tables, String name, OptionalLong expectedRevision) throws SQLException {
        Entry before = entries.get(name);
        if (before == null) {
            return unchanged(InventoryOutcome.Refused.UNKNOWN);
        }
        long revision = before.stored().revision();
        if (expectedRevision.orElse(revision) != revision) {
            return unchanged(InventoryOutcome.Refused.CHANGED_MEANWHILE);
        }
        if (!tables.delete(name, revision)) {
            throw new IllegalStateException("the database is not what was read of it");
        }
        SortedMap<String, Entry> after = new TreeMap<>(entries);
        after.remove(name);
        return new Change(new InventoryOutcome.Done(List.of()), after);
    }

    private Entry entry(TargetDraft draft, @Nullable Entry before, long revision, Instant now) {
        Map<TargetKey, Secret> secrets = kept(draft, before);
        Target target = completion.complete(draft.name(), draft.stated(), secrets, problem -> {
            throw new IllegalArgumentException("the draft was not checked: " + problem);
        });
        Map<TargetKey, String> texts = new EnumMap<>(TargetKey.class);
        draft.stated().texts().forEach((key, text) -> {
            if (key.secret()) {
                secrets.put(key, Secret.of(text));
            } else {
                texts.put(key, text);
            }
        });
        StoredTarget stored = new StoredTarget(
                draft.name(),
                new StatedSettings(texts, draft.stated().labels()),
                secrets.keySet(),
                revision,
                before == null ? now : before.stored().createdAt(),
                now);
        return new Entry(stored, secrets, target);
    }

    private static Map<TargetKey, Secret> kept(TargetDraft draft, @Nullable Entry before) {
        Map<TargetKey, Secret> kept = new EnumMap<>(TargetKey.class);
        for (TargetKey key : draft.kept()) {
            Secret secret = before == null ? null : before.secrets().get(key);
            if (secret != null) {
                kept.put(key, secret);
            }
        }
        return kept;
    }

    private void putSecrets(TargetTables tables, TargetDraft draft) throws SQLException {
        for (Map.Entry<TargetKey, String> text : draft.stated().texts().entrySet()) {
            if (text.getKey().secret()) {
                KeyRing ring = ringToSealWith(tables);
                tables.putSecret(draft.name(), text.getKey(), ring.seal(text.getValue(), draft.name(), text.getKey()));
            }
        }
    }

    private KeyRing ringToSealWith(TargetTables tables) throws SQLException {
        try {
            KeyRing ring = keys.ring();
            // The version of a key that was lost is not given again: what it has sealed is not damaged, but closed.
            return ring.isEmpty() ? keys.make(tables.newestKeyVersion() + 1) : ring;
        } catch (InvalidValueException e) {
            throw new StoreUnavailableException(e.rule() + ".", clock.instant().plus(KEYS_TRIED_AGAIN_IN));
        }
    }

    private void publish(Change change) {
        SortedMap<String, Entry> after = change.after();
        if (after != null) {
            publish(after);
        }
    }

    private void publish(SortedMap<String, Entry> after) {
        entries = Collections.unmodifiableSortedMap(after);
        loaded = true;
        live.replace(
                TargetSource.API,
                after.values().stream()
                        .map(Entry::target)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** What happens when the store is opened. */
    private final class Follower implements StoreFollower {

        @Override
        public void load(Connection connection) throws SQLException {
            StoredSecrets secrets = StoredSecrets.of(keys);
            SortedMap<String, Entry> read = new TreeMap<>();
            for (TargetTables.Row row : new TargetTables(connection).read()) {
                read.put(row.name(), entry(row, secrets.of(row)));
            }
            publish(read);
        }

        @Override
        public void maintain(Connection connection) throws SQLException {
            StoredSecrets.of(keys).sealAnew(new TargetTables(connection));
        }

        private Entry entry(TargetTables.Row row, Map<TargetKey, Secret> secrets) {
            StatedSettings stated = new StatedSettings(TargetCompletion.known(row), row.labels());
            Target target = completion.complete(
                    row.name(),
                    stated,
                    secrets,
                    problem -> LOG.log(
                            System.Logger.Level.WARNING,
                            "Target {0} of the database is not monitored, its settings make no sense: {1}",
                            row.name(),
                            problem));
            StoredTarget stored = new StoredTarget(
                    row.name(), stated, secrets.keySet(), row.revision(), row.createdAt(), row.updatedAt());
            return new Entry(stored, secrets, target);
        }
    }
}
