package net.coreserver.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import net.coreserver.event.EventLog;
import net.coreserver.event.EventReader;
import net.coreserver.event.EventRecorder;
import net.coreserver.monitor.HealthMemory;
import net.coreserver.store.Migrations;
import net.coreserver.store.Store;
import net.coreserver.store.Upkeep;
import net.coreserver.target.LiveInventory;
import net.coreserver.target.StoredInventory;

/** Opens the store, and puts what is kept in it where it belongs: targets into the inventory, health at the monitor's hand. */
@Singleton
final class StoreWiring implements AutoCloseable {

    private static final String DATABASE = "coreserver.db";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /** As a rule the stored targets are there before anybody can ask; where the disk is slow, they come later. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Store store;
    private final StoredHealth health;
    private final StoredInventory stored;
    private final EventLog events;

    @Inject
    StoreWiring(Configuration configuration, LiveInventory live, InstantSource clock) {
        Settings settings = configuration.settings();
        store = new Store(
                settings.dataDir().resolve(DATABASE), Migrations.CORESERVER, Upkeep.RECORDS, clock, FIRST_PAUSE);
        stored = new StoredInventory(
                store,
                settings.credentialsKeys(),
                configuration.clientGrammar(),
                configuration.clientDefaults(),
                live,
                clock);
        health = new StoredHealth(store);
        events = new EventLog(store, settings.events(), clock);
        store.start(PATIENCE);
    }

    @Produces
    @Singleton
    StoredInventory stored() {
        return stored;
    }

    @Produces
    @Singleton
    Store store() {
        return store;
    }

    @Produces
    @Singleton
    EventReader events() {
        return events;
    }

    /** {@return where what happens is to be told} */
    EventRecorder recorder() {
        return events;
    }

    /** {@return what was known of targets when the service ran last} */
    HealthMemory health() {
        return health;
    }

    /** To be called when nobody has anything left to keep. */
    @Override
    public void close() {
        events.close();
        store.close();
    }
}
