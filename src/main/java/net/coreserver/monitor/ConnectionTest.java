package net.coreserver.monitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.netconf.ConnectProgress;
import net.coreserver.netconf.ConnectStep;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.HostKeyPolicy;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.target.Target;

/**
 * Tries a target step by step, up to its first poll, and keeps nothing: no session, no snapshot, and no host key. Safe for use
 * by any number of threads.
 */
public final class ConnectionTest {

    private final Opener opener;
    private final ModelLadder ladder;
    private final InstantSource clock;

    /** Opens sessions, and tells how far it has come. */
    @FunctionalInterface
    public interface Opener {

        /**
         * Opens a session within the endpoint's connect timeout.
         *
         * @param endpoint the server
         * @param progress is told of each step
         * @return the session, which the caller closes
         * @throws NetconfException when it cannot be opened
         * @throws InterruptedException when the calling thread is interrupted
         */
        NetconfSession open(Endpoint endpoint, ConnectProgress progress) throws InterruptedException;
    }

    /**
     * Makes a test that can be run many times.
     *
     * @param opener opens sessions
     * @param ladder the models by which interfaces can be asked for, best first; at least one
     * @param clock tells the time
     */
    public ConnectionTest(Opener opener, List<InterfaceModel> ladder, InstantSource clock) {
        this.opener = opener;
        this.ladder = new ModelLadder(ladder);
        this.clock = clock;
    }

    /**
     * Tries a target. It takes at most the target's deadlines for connect and rpc, after waiting for a turn to connect.
     *
     * @param target the target
     * @return what came of each step, in their order, as far as it came; the last one may have failed
     * @throws InterruptedException when the calling thread is interrupted
     */
    public ConnectionReport run(Target target) throws InterruptedException {
        Protocol protocol = new Protocol();
        try (NetconfSession session = opener.open(withoutLearning(target.endpoint()), protocol)) {
            List<InterfaceSample> samples = poll(session, target, protocol);
            protocol.passed(
                    ConnectionReport.Step.POLL, samples.size() == 1 ? "1 interface" : samples.size() + " interfaces");
        } catch (NetconfException e) {
            protocol.failed(Failure.of(e, clock.instant()));
        }
        return protocol.report();
    }

    /** Chooses a model and asks by it, which is one: a model is chosen by what comes of asking by it. */
    private List<InterfaceSample> poll(NetconfSession session, Target target, Protocol protocol)
            throws InterruptedException {
        Deque<ModelChoice> choices = new ArrayDeque<>();
        ModelMemory nothing = new ModelMemory(ladder, target, null);
        SessionInfo info = SessionInfo.of(session, clock.instant());
        Inquiry inquiry = Inquiry.begin(nothing, session, info, target, choices::push);
        try {
            return inquiry.ask(target);
        } finally {
            ModelChoice choice = choices.getFirst();
            protocol.passed(ConnectionReport.Step.MODEL, choice.model() + ": " + choice.reason(), inquiry.askedAt());
        }
    }

    private static Endpoint withoutLearning(Endpoint endpoint) {
        if (!(endpoint.hostKeyPolicy() instanceof HostKeyPolicy.AcceptNew acceptNew)) {
            return endpoint;
        }
        return new Endpoint(
                endpoint.target(),
                endpoint.host(),
                endpoint.port(),
                endpoint.credentials(),
                new HostKeyPolicy.AcceptNew(acceptNew.file(), acceptNew.learned(), false),
                endpoint.algorithms(),
                endpoint.connectTimeout(),
                endpoint.rpcTimeout());
    }

    /** Writes down what happens. Steps are told by several threads, one after the other. */
    private static final class Protocol implements ConnectProgress {

        private final ReentrantLock lock = new ReentrantLock();
        private final ConnectionReport.Builder steps = new ConnectionReport.Builder();
        private long last = System.nanoTime();

        @Override
        public void passed(ConnectStep step, String outcome) {
            passed(
                    switch (step) {
                        case RESOLVE -> ConnectionReport.Step.RESOLVE;
                        case CONNECT -> ConnectionReport.Step.CONNECT;
                        case HOST_KEY -> ConnectionReport.Step.HOST_KEY;
                        case AUTHENTICATE -> ConnectionReport.Step.AUTHENTICATE;
                        case HELLO -> ConnectionReport.Step.HELLO;
                    },
                    outcome);
        }

        void passed(ConnectionReport.Step step, String outcome) {
            passed(step, outcome, System.nanoTime());
        }

        void passed(ConnectionReport.Step step, String outcome, long at) {
            lock.lock();
            try {
                steps.passed(step, outcome, lap(at));
            } finally {
                lock.unlock();
            }
        }

        void failed(Failure failure) {
            lock.lock();
            try {
                steps.failed(failure, lap(System.nanoTime()));
            } finally {
                lock.unlock();
            }
        }

        private Duration lap(long at) {
            Duration lap = Duration.ofNanos(at - last);
            last = at;
            return lap;
        }

        ConnectionReport report() {
            lock.lock();
            try {
                return steps.build();
            } finally {
                lock.unlock();
            }
        }
    }
}
