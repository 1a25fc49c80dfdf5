package net.coreserver.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import net.coreserver.target.LiveInventory;
import net.coreserver.target.TargetSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Gives the inventory what the operator says: the configured targets once, those of the targets file again and again. */
@Singleton
final class TargetSources implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(TargetSources.class);

    /**
     * How often the file is read. Its text is compared, and not its date: a volume of Kubernetes, a network file system and an
     * editor that puts another file in its place are all the same to that.
     */
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(2);

    private final LiveInventory inventory = new LiveInventory();
    private final @Nullable TargetsFileWatch watch;
    private final @Nullable ScheduledExecutorService timer;

    @Inject
    TargetSources(Configuration configuration) {
        inventory.replace(
                TargetSource.CONFIGURATION,
                List.copyOf(configuration.inventory().targets().values()));
        Path file = configuration.settings().targetsFile();
        if (file == null) {
            watch = null;
            timer = null;
            return;
        }
        watch = new TargetsFileWatch(
                file,
                configuration.grammar(),
                configuration.defaults(),
                read -> inventory.replace(TargetSource.FILE, read.targets()));
        watch.look();
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("targets-file").factory());
        var _ = timer.scheduleWithFixedDelay(
                this::look, LOOK_INTERVAL.toMillis(), LOOK_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            if (watch != null) {
                watch.look();
            }
        } catch (RuntimeException e) {
            // The timer would not come again.
            LOG.error("Looking at the targets file failed", e);
        }
    }

    @Produces
    @Singleton
    LiveInventory inventory() {
        return inventory;
    }

    /** {@return what is wrong with the targets file, a sentence each} */
    List<String> problems() {
        return watch == null ? List.of() : watch.problems();
    }

    /** {@return whether there is a targets file} */
    boolean hasFile() {
        return watch != null;
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
