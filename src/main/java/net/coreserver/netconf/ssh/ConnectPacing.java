package net.coreserver.netconf.ssh;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets few connects begin at once: some servers turn away whoever comes together with many others, and a thousand key
 * exchanges at the same time would take so long that all of them met their deadlines.
 *
 * <p>A connect takes a turn. It has it until it has succeeded or failed, but only for so long that it can be told from a
 * connect that waits for a server which does not answer: that one goes on waiting, and others have its turn, so that
 * neither other hosts nor other targets on the same one have to wait for it, too. Turns are given in the order in which
 * they are asked for.
 */
final class ConnectPacing {

    /** Does something later, on whatever thread; it takes no time. */
    @FunctionalInterface
    interface Timer {
        void after(Duration delay, Runnable task);
    }

    /** A turn to connect; closing it more than once does no harm. */
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * How many connects have a turn at once, and for how long.
     *
     * @param perHost to one host, whatever its ports: they may be one server behind several
     * @param inAll to all hosts
     * @param turn for how long at most
     */
    record Limits(int perHost, int inAll, Duration turn) {

        /** netopeer2 takes four at once, but not sixteen; with 32, two cores are busy and no connect takes a second. */
        static final Limits STANDARD = new Limits(4, 32, Duration.ofSeconds(2));
    }

    private final Limits limits;
    private final Timer timer;
    private final Semaphore inAll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Host> hosts = new HashMap<>();

    ConnectPacing(Limits limits, Timer timer) {
        this.limits = limits;
        this.timer = timer;
        this.inAll = new Semaphore(limits.inAll(), true);
    }

    /**
     * Waits for a turn, however long it takes.
     *
     * @param name of the host, as the configuration has it
     * @throws InterruptedException when the calling thread is interrupted meanwhile; then there is no turn
     */
    Turn await(String name) throws InterruptedException {
        String key = name.toLowerCase(Locale.ROOT);
        Host host = enter(key);
        boolean given = false;
        try {
            host.turns.acquire();
            try {
                inAll.acquire();
                given = true;
            } finally {
                if (!given) {
                    host.turns.release();
                }
            }
        } finally {
            if (!given) {
                leave(key, host);
            }
        }
        AtomicBoolean over = new AtomicBoolean();
        Turn turn = () -> {
            if (over.compareAndSet(false, true)) {
                inAll.release();
                host.turns.release();
                leave(key, host);
            }
        };
        timer.after(limits.turn(), turn::close);
        return turn;
    }

    private Host enter(String key) {
        lock.lock();
        try {
            Host host = hosts.computeIfAbsent(key, absent -> new Host(limits.perHost()));
            host.users++;
            return host;
        } finally {
            lock.unlock();
        }
    }

    private void leave(String key, Host host) {
        lock.lock();
        try {
            host.users--;
            if (host.users == 0) {
                hosts.remove(key);
            }
        } finally {
            lock.unlock();
        }
    }

    /** How many hosts are remembered: those that somebody connects to, or waits to. */
    int hosts() {
        lock.lock();
        try {
            return hosts.size();
        } finally {
            lock.unlock();
        }
    }

    private static final class Host {

        private final Semaphore turns;
        private int users;

        Host(int perHost) {
            turns = new Semaphore(perHost, true);
        }
    }
}
