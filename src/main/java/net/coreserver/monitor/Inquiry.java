package net.coreserver.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.MissingCapabilityException;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ProtocolException;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * Asks a target for its interfaces over one session, by the best model that answers. For one thread.
 *
 * <p>As long as none has answered, each candidate is asked in turn, within one poll, until one does. That one alone is asked
 * from then on, in later sessions too: what it tells is what there is, be it nothing or an error. Where none answers, the one
 * that came nearest is kept, and a better one looked for again after some polls, ever less often: a device that has just been
 * started may not know its interfaces yet.
 */
final class Inquiry {

    /** How many polls pass after a search in vain; each time twice as many. */
    private static final int FIRST_PAUSE = 10;

    private static final int LONGEST_PAUSE = 640;

    private final ModelMemory memory;
    private final NetconfSession session;
    private final List<String> capabilities;
    private final Consumer<ModelChoice> listener;

    private List<Candidate> candidates = List.of();
    private @Nullable Way way;
    private boolean hasAnswered;
    private int pause;
    private int pollsToPass;
    private long askedAt = System.nanoTime();

    /** How the target is asked, and how its replies are read. */
    private record Way(Candidate candidate, ReplyReader<List<InterfaceSample>> reader) {

        Way(Candidate candidate) {
            this(candidate, candidate.model().replyReader());
        }
    }

    private Inquiry(ModelMemory memory, NetconfSession session, SessionInfo info, Consumer<ModelChoice> listener) {
        this.memory = memory;
        this.session = session;
        this.capabilities = info.capabilities();
        this.listener = listener;
    }

    /**
     * Begins to ask a target over a session. Its server may have to be asked for its YANG library.
     *
     * @param memory what is known of it from earlier sessions, and will be in later ones
     * @param info describes the session
     * @param listener is told of what is asked first, and of every other choice, before what was polled is published
     */
    static Inquiry begin(
            ModelMemory memory, NetconfSession session, SessionInfo info, Target target, Consumer<ModelChoice> listener)
            throws InterruptedException {
        Inquiry inquiry = new Inquiry(memory, session, info, listener);
        inquiry.begin(target);
        return inquiry;
    }

    private void begin(Target target) throws InterruptedException {
        memory.follow(target);
        Optional<Candidate> known = memory.known(capabilities);
        hasAnswered = known.isPresent();
        way = known.map(Way::new).orElse(null);
        pause = FIRST_PAUSE;
        pollsToPass = FIRST_PAUSE;
        candidates = known.isPresent() ? List.of(known.get()) : memory.candidates(session, target);
        listener.accept(candidates.getFirst().choice());
    }

    /**
     * Asks for the interfaces.
     *
     * @return those that the target selects
     * @throws NetconfException when the target does not tell them
     */
    List<InterfaceSample> ask(Target target) throws InterruptedException {
        if (!memory.isUnder(target)) {
            begin(target);
        }
        List<InterfaceSample> samples = way == null || isToSearchAgain() ? search(target) : askAgain(way, target);
        InterfaceSelection selection = target.interfaces();
        return selection.isAll()
                ? samples
                : samples.stream().filter(selection::selects).toList();
    }

    private boolean isToSearchAgain() {
        if (hasAnswered || candidates.size() == 1 || pollsToPass-- > 0) {
            return false;
        }
        // Before it is tried, so that one that takes too long is not tried all the time.
        pause = Math.min(2 * pause, LONGEST_PAUSE);
        pollsToPass = pause;
        return true;
    }

    /** When the target was asked last, on the clock of {@link System#nanoTime()}. */
    long askedAt() {
        return askedAt;
    }

    /** Asks by one candidate after the other, until one answers. */
    private List<InterfaceSample> search(Target target) throws InterruptedException {
        List<Attempt> attempts = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Way next = new Way(candidate);
            Attempt attempt = attempt(next, target);
            if (attempt.worth() == Attempt.Worth.STATE) {
                way = next;
                answered(candidate, attempts.isEmpty() ? "" : "; before it, " + outcomes(attempts));
                return attempt.samples();
            }
            attempts.add(attempt);
        }
        Candidate nearest = best(attempts).candidate();
        way = new Way(nearest);
        listener.accept(Candidate.of(
                        nearest.model(), nearest.reason() + "; no interface's state was told: " + outcomes(attempts))
                .choice());
        return best(attempts).samples();
    }

    private Attempt attempt(Way next, Target target) throws InterruptedException {
        try {
            return new Attempt.Answered(next.candidate, call(next, target));
        } catch (RpcErrorException | MissingCapabilityException | ProtocolException e) {
            return new Attempt.Refused(next.candidate, e);
        }
    }

    /** The first of those that are worth most. */
    private static Attempt best(List<Attempt> attempts) {
        return attempts.stream()
                .sorted(Comparator.comparing(Attempt::worth).reversed())
                .findFirst()
                .orElseThrow();
    }

    private static String outcomes(List<Attempt> attempts) {
        return attempts.stream().map(Attempt::outcome).collect(Collectors.joining("; "));
    }

    private List<InterfaceSample> askAgain(Way chosen, Target target) throws InterruptedException {
        List<InterfaceSample> samples = call(chosen, target);
        // It was kept for want of a better one; but now it does.
        if (!hasAnswered && new Attempt.Answered(chosen.candidate, samples).worth() == Attempt.Worth.STATE) {
            answered(chosen.candidate, "");
        }
        return samples;
    }

    private List<InterfaceSample> call(Way next, Target target) throws InterruptedException {
        askedAt = System.nanoTime();
        return session.call(
                next.candidate.model().request(target.interfaces(), session.serverHello()),
                next.reader,
                target.endpoint().rpcTimeout());
    }

    private void answered(Candidate candidate, String before) {
        hasAnswered = true;
        listener.accept(memory.answered(capabilities, candidate, candidate.reason() + before));
    }
}
