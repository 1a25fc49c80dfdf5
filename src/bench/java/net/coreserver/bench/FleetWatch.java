package net.coreserver.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import net.coreserver.bench.Punctuality.Lateness;
import net.coreserver.bench.Punctuality.Poll;

/** Looks at the polls of a service all the time, on a thread of its own. */
final class FleetWatch implements AutoCloseable {

    /** So that no poll is missed, and few bytes are asked for. */
    private static final int LOOKS_PER_INTERVAL = 4;

    private static final String UP = "up";
    private static final Duration CHECK = Duration.ofMillis(250);

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    private final CoreServerProcess service;
    private final Punctuality punctuality = new Punctuality();
    private final Future<?> looks;

    FleetWatch(CoreServerProcess service, Duration pollInterval) {
        this.service = service;
        long pause = pollInterval.toMillis() / LOOKS_PER_INTERVAL;
        looks = executor.scheduleAtFixedRate(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    /** Waits until so many targets are up. */
    void awaitUp(int count, Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (onThread(this::look) < count) {
            if (System.nanoTime() > deadline) {
                throw new IOException("not all of " + count + " targets came up in " + patience);
            }
            Thread.sleep(CHECK);
        }
    }

    /** Lets so much time pass, and tells what the polls in it cost and how late they began. */
    Window watch(Predicate<String> good, Duration duration) throws IOException, InterruptedException {
        return watch(good, () -> {
            Thread.sleep(duration);
            return null;
        });
    }

    /** The same for the time that something takes. */
    Window watch(Predicate<String> good, Callable<?> something) throws IOException, InterruptedException {
        onThread(() -> {
            int up = look();
            punctuality.begin();
            return up;
        });
        Duration cpu = service.cpuTime();
        try {
            something.call();
        } catch (IOException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("what was to be watched failed", e);
        }
        Duration used = service.cpuTime().minus(cpu);
        return onThread(() -> {
            look();
            long now = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
            Lateness all = punctuality.end(now, target -> true);
            return new Window(all, punctuality.end(now, good), used.toNanos() / 1e6 / all.polls());
        });
    }

    /** One look at all targets; how many are up. */
    private int look() {
        int up = 0;
        try {
            for (String line : service.text("/bench/polls").lines().toList()) {
                String[] words = line.split(" ", -1);
                punctuality.seen(new Poll(
                        words[0], Long.parseLong(words[2]), Long.parseLong(words[3]), Long.parseLong(words[4])));
                up += words[1].equals(UP) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return up;
    }

    private <T> T onThread(Callable<T> task) throws IOException, InterruptedException {
        try {
            if (looks.isDone()) {
                looks.get(); // fails as the look did after which there was none any more
            }
            return executor.submit(task).get();
        } catch (ExecutionException e) {
            throw new IOException("the service could not be watched", e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    /**
     * What was seen in some time.
     *
     * @param all how late all targets were
     * @param good how late those were that stay good
     * @param cpuMillis of the whole service, for each poll of any target
     */
    record Window(Lateness all, Lateness good, double cpuMillis) {}
}
