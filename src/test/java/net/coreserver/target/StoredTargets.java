package net.coreserver.target;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.Upkeep;

/** A stored inventory over a database of its own, as the service has it. */
final class StoredTargets implements AutoCloseable {

    static final String PASSWORD = "test-password-of-nobody";

    final Store store;
    final LiveInventory live = new LiveInventory();
    final StoredInventory inventory;

    private StoredTargets(Path directory, CredentialsKeys keys) {
        store = new Store(
                directory.resolve("coreserver.db"),
                Migrations.CORESERVER,
                Upkeep.RECORDS,
                InstantSource.system(),
                Duration.ofMillis(20));
        SettingsGrammar grammar = SettingsGrammar.ofClient(ValueParser.hostKey(
                new HostKeyPolicy.KnownHosts(Path.of("known_hosts")),
                new HostKeyPolicy.AcceptNew(Path.of("known_hosts"), Path.of("learnt"))));
        inventory = new StoredInventory(
                store,
                keys,
                grammar,
                new TargetDefaults(grammar.standard()).forClients(),
                live,
                InstantSource.system());
        store.start(Duration.ofSeconds(30));
    }

    static StoredTargets in(Path directory) {
        return new StoredTargets(directory, new CredentialsKeys.InFile(keyFile(directory)));
    }

    static StoredTargets in(Path directory, KeyRing keys) {
        return new StoredTargets(directory, new CredentialsKeys.Given(keys));
    }

    static Path keyFile(Path directory) {
        return directory.resolve("credentials.key");
    }

    /** Everything that a target has to say. */
    static Map<TargetKey, String> texts() {
        Map<TargetKey, String> texts = new EnumMap<>(TargetKey.class);
        texts.put(TargetKey.HOST, "192.0.2.1");
        texts.put(TargetKey.USERNAME, "test-user");
        texts.put(TargetKey.PASSWORD, PASSWORD);
        return texts;
    }

    static Map<TargetKey, String> texts(TargetKey key, String text) {
        Map<TargetKey, String> texts = texts();
        texts.put(key, text);
        return texts;
    }

    static TargetDraft draft(String name) {
        return new TargetDraft(name, new StatedSettings(texts(), Map.of()));
    }

    InventoryOutcome create(String... names) {
        return inventory.create(
                List.of(names).stream().map(StoredTargets::draft).toList());
    }

    StoredTarget stored(String name) {
        return inventory.find(name).orElseThrow();
    }

    Target monitored(String name) {
        Target target = live.current().targets().get(name);
        if (target == null) {
            throw new AssertionError(name + " is not monitored");
        }
        return target;
    }

    List<SettingsProblem> problems(TargetDraft draft) {
        List<SettingsProblem> problems = new ArrayList<>();
        inventory.check(draft, problems::add);
        return problems;
    }

    @Override
    public void close() {
        store.close();
    }
}
