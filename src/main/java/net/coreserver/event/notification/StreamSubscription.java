package net.coreserver.event.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.coreserver.event.NotificationMark;
import net.coreserver.netconf.AuthenticationException;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.HostKeyException;
import net.coreserver.netconf.MissingCapabilityException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.ParseException;
import net.coreserver.netconf.ProtocolException;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.netconf.Subscription;
import net.coreserver.netconf.TransportException;
import net.coreserver.netconf.discovery.EventStream;
import net.coreserver.netconf.operation.CreateSubscription;
import net.coreserver.netconf.operation.Filter;
import net.coreserver.netconf.operation.SubtreeFilter;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one stream of a target subscribed for as long as the session of the target lives. What a server refuses it is not
 * asked again over that session; a session of our own that cannot be had, or ends, is opened again after a pause that grows.
 * For one thread.
 */
final class StreamSubscription {

    /** There is nothing to do until something happens. */
    static final long NEVER = Long.MAX_VALUE;

    private static final System.Logger LOG = System.getLogger(StreamSubscription.class.getName());
    private static final Duration MARKS_TIMEOUT = Duration.ofSeconds(10);

    private final Surroundings surroundings;
    private final Carrier carrier;
    private final String stream;
    private final @Nullable Filter filter;
    private final StreamHistory history;
    private final Runnable onEnd;
    private final GrowingPause sessionPause;
    private final GrowingPause loginPause;

    private @Nullable Standing standing;
    private long due = System.nanoTime();
    private int failures;
    private boolean refused;
    private boolean tookAnother;

    /** A subscription that was made. */
    private record Standing(Subscription subscription, StreamListener listener, long since) {}

    /**
     * Makes one that has yet to subscribe.
     *
     * @param onEnd is called, on any thread, when a subscription has ended
     */
    StreamSubscription(
            Surroundings surroundings,
            Carrier carrier,
            String stream,
            List<SubtreeFilter> filter,
            StreamHistory history,
            Runnable onEnd) {
        this.surroundings = surroundings;
        this.carrier = carrier;
        this.stream = stream;
        this.filter = filter.isEmpty() ? null : new Filter.Subtree(filter);
        this.history = history;
        this.onEnd = onEnd;
        this.sessionPause = surroundings.pace().session().pause();
        this.loginPause = surroundings.pace().login().pause();
    }

    /**
     * Does what is to be done.
     *
     * @return in how many nanoseconds there is something to be done again
     */
    long attend() throws InterruptedException {
        if (standing != null && standing.listener().hasEnded()) {
            ended(standing);
        }
        if (standing != null || refused) {
            return NEVER;
        }
        long wait = due - System.nanoTime();
        if (wait > 0) {
            return wait;
        }
        try {
            if (!loadHistory()) {
                return pause(sessionPause);
            }
            subscribe();
            return NEVER;
        } catch (NetconfException e) {
            return failed(e);
        }
    }

    private void ended(Standing ended) {
        standing = null;
        ended.subscription().close();
        if (System.nanoTime() - ended.since() >= surroundings.pace().longLife().toNanos()) {
            sessionPause.reset();
        }
        var _ = pause(sessionPause);
    }

    private long pause(GrowingPause pause) {
        long wait = pause.next().toNanos();
        due = System.nanoTime() + wait;
        return wait;
    }

    /** Without it nothing is subscribed: what is heard could neither be known again nor kept. */
    private boolean loadHistory() throws InterruptedException {
        if (history.isLoaded()) {
            return true;
        }
        try {
            List<NotificationMark> marks = surroundings
                    .recorder()
                    .marks(carrier.name(), stream)
                    .get(MARKS_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
            history.load(marks);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.log(System.Logger.Level.DEBUG, carrier.name() + ": what was heard before is not known yet", e);
            return false;
        }
    }

    private void subscribe() throws InterruptedException {
        tookAnother = false;
        Seam seam = seam();
        try {
            open(seam);
        } catch (RpcErrorException e) {
            Instant position = history.position();
            if (seam.startTime() == null || position == null) {
                throw e;
            }
            seam = Seam.without(position, "the server refuses to replay them: " + e.getMessage());
            open(seam);
            if (position.isAfter(surroundings.clock().instant())) {
                history.forget();
            }
        }
        failures = 0;
        loginPause.reset();
        history.resumed(surroundings.clock().instant(), seam.resumedAt().orElse(null));
        if (seam.gap() != null) {
            surroundings.events().gap(carrier.name(), stream, seam.gap());
        }
    }

    private void open(Seam seam) throws InterruptedException {
        StreamListener listener = new StreamListener(
                carrier.target(),
                stream,
                seam,
                history.listen(seam.startTime()),
                surroundings.receiver(),
                surroundings.events(),
                onEnd);
        Subscription subscription = Subscription.open(
                carrier.session(),
                () -> {
                    tookAnother = true;
                    return carrier.another().open();
                },
                new CreateSubscription(stream, filter, seam.startTime(), null),
                listener,
                carrier.timeout());
        standing = new Standing(subscription, listener, System.nanoTime());
    }

    /** Where the last subscription ended is asked each time: a log that is replayed changes. */
    private Seam seam() throws InterruptedException {
        Instant position = history.position();
        if (position == null) {
            return Seam.NONE;
        }
        List<EventStream> streams;
        try {
            streams = carrier.session().call(EventStream.request(), EventStream.reader(), carrier.timeout());
        } catch (RpcErrorException | DeadlineException | ParseException | ProtocolException e) {
            if (carrier.hasEnded()) {
                throw e;
            }
            return Seam.without(position, "the server does not tell what it can replay: " + e.getMessage());
        }
        return streams.stream()
                .filter(each -> each.name().equals(stream))
                .findFirst()
                .map(found -> Seam.with(position, history.startTime(position), found))
                .orElseGet(() -> Seam.without(position, "the server does not tell that it can replay this stream"));
    }

    private long failed(NetconfException failure) {
        if (carrier.hasEnded()) {
            return NEVER;
        }
        failures++;
        return switch (failure) {
            case RpcErrorException _, MissingCapabilityException _ -> {
                String reason = String.valueOf(failure.getMessage());
                yield refused(reason, reason);
            }
            case AuthenticationException _, HostKeyException _ -> missed(failure, loginPause);
            case TransportException _, DeadlineException _, ProtocolException _, ParseException _ ->
                tookAnother
                        ? missed(failure, sessionPause)
                        : refused(failure.kind().word(), String.valueOf(failure.getMessage()));
        };
    }

    private long refused(String kind, String reason) {
        refused = true;
        complain(kind, reason);
        return NEVER;
    }

    /** Once may be chance: the session of the target may be about to end, too. */
    private long missed(NetconfException failure, GrowingPause pause) {
        if (failures > 1) {
            complain(failure.kind().word(), "it takes one more session: " + failure.getMessage());
        }
        return pause(pause);
    }

    private void complain(String kind, String reason) {
        if (history.isNews(kind)) {
            surroundings.events().refused(carrier.name(), stream, reason);
        }
    }

    /** Ends it: nothing more is heard. */
    void close() {
        if (standing != null) {
            standing.subscription().close();
            standing = null;
        }
    }
}
