package net.coreserver.netconf.ssh;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Lets few connects begin at once: some servers turn away whoever comes together with many others, and a thousand key
 * exchanges at the same time would take so long that all of them met their deadlines.
 *
 * <p>A connect takes a turn, and keeps it until it has succeeded or failed, which the connect timeout bounds. Only while the
 * server has said nothing at all does a turn end early: such a connect costs neither side anything, and were it to keep its
 * turn, hosts that hang would hold up those that are well. A server that speaks up later is at work on the connect from then
 * on, so that it counts again, even beyond the limits: nobody else begins until there is room. However slow the servers are,
 * they are thus never all talked to at once. Turns are given in the order in which they are asked for.
 */
final class ConnectPacing {

    /** Does something later, on whatever thread; it takes no time. */
    @FunctionalInterface
    interface Timer {
        void after(Duration delay, Runnable task);
    }

    /**
     * How many connects have a turn at once.
     *
     * @param perHost to one host, whatever its ports: they may be one server behind several
     * @param inAll to all hosts
     * @param patience how long a turn lasts while the server says nothing
     */
    record Limits(int perHost, int inAll, Duration patience) {

        /** netopeer2 takes four at once, but not sixteen; with 32, two cores are busy and no connect takes a second. */
        static final Limits STANDARD = new Limits(4, 32, Duration.ofSeconds(2));
    }

    private final Limits limits;
    private final Timer timer;
    private final Turns inAll;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Host> hosts = new HashMap<>();

    ConnectPacing(Limits limits, Timer timer) {
        this.limits = limits;
        this.timer = timer;
        this.inAll = new Turns(limits.inAll());
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
        Turn turn = new Turn(key, host);
        timer.after(limits.patience(), turn::patienceIsOver);
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

    /** A turn to connect, given back by closing it; to close it more than once does no harm. */
    final class Turn implements AutoCloseable {

        private enum Stage {
            /** It is held, and the server has said nothing yet. */
            SILENT,
            /** Somebody else has it; the connect goes on without. */
            GIVEN_ON,
            /** It is held to the end. */
            SPOKEN,
            /** The connect has come to an end. */
            OVER
        }

        private final String key;
        private final Host host;
        private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.SILENT);

        private Turn(String key, Host host) {
            this.key = key;
            this.host = host;
        }

        /** The server has said something. */
        void serverSpoke() {
            if (!stage.compareAndSet(Stage.SILENT, Stage.SPOKEN) && stage.compareAndSet(Stage.GIVEN_ON, Stage.SPOKEN)) {
                host.turns.takeBack();
                inAll.takeBack();
            }
        }

        private void patienceIsOver() {
            if (stage.compareAndSet(Stage.SILENT, Stage.GIVEN_ON)) {
                release();
            }
        }

        @Override
        public void close() {
            switch (stage.getAndSet(Stage.OVER)) {
                case SILENT, SPOKEN -> {
                    release();
                    leave(key, host);
                }
                case GIVEN_ON -> leave(key, host);
                case OVER -> {
                    // it is closed already
                }
            }
        }

        private void release() {
            inAll.release();
            host.turns.release();
        }
    }

    /** What turns there are. */
    private static final class Turns extends Semaphore {

        private static final long serialVersionUID = 1;

        Turns(int number) {
            super(number, true);
        }

        /** One that was given on is taken, be there any left or not: then there are fewer than none for a while. */
        void takeBack() {
            reducePermits(1);
        }
    }

    private static final class Host {

        private final Turns turns;
        private int users;

        Host(int perHost) {
            turns = new Turns(perHost);
        }
    }
}
