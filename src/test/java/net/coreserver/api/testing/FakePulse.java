package net.coreserver.api.testing;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.coreserver.api.http.Pulse;

/** Beats when a test says so. */
@Alternative
@Singleton
public class FakePulse implements Pulse {

    private record Timer(Duration interval, Runnable beat) {}

    private final List<Timer> timers = new CopyOnWriteArrayList<>();

    @Override
    public Beating every(Duration interval, Runnable beat) {
        Timer timer = new Timer(interval, beat);
        timers.add(timer);
        return () -> timers.remove(timer);
    }

    public List<Duration> intervals() {
        return timers.stream().map(Timer::interval).toList();
    }

    public void beat() {
        timers.forEach(timer -> timer.beat().run());
    }
}
