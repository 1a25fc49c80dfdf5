package net.coreserver.event.derivation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.coreserver.event.EventKind;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what a target tells of its interfaces and what polls find, so that one cause makes one event, and no hint is
 * lost. For one thread at a time.
 *
 * <p>A hint waits for a poll that started after it came. If the state is another then, that is the event, and the hint goes with
 * it; a poll that was under way may confirm the hint, too, but not refute it. If the state is what it was and the hint says so,
 * either it was told a short time ago, or the hint is told. If the state contradicts the hint, and does so still when no cache
 * can be behind it, the interface went and came back between two polls. The same holds for several hints that wait together: of
 * down and up again only the last can be true of the state, and the first must have been told already, or the interface flapped.
 */
final class Hints {

    /** How long a hint waits for a poll, as in an outage, before it is told as it is. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int MAX_INTERFACES = 1_000;

    private final Map<String, WaitingHints> waiting = new LinkedHashMap<>();
    private final ToldLately told = new ToldLately();

    /**
     * A target told something.
     *
     * @param draft what has no room is told by it, or marked as told, at once
     */
    void hear(LinkHint hint, EntryDraft draft) {
        WaitingHints ofInterface = waiting.get(hint.interfaceName());
        if (ofInterface == null) {
            if (waiting.size() == MAX_INTERFACES) {
                tellAsItIs(new HintGroup(List.of(hint), 0), draft);
                return;
            }
            ofInterface = new WaitingHints();
            waiting.put(hint.interfaceName(), ofInterface);
        }
        LinkHint tooMany = ofInterface.add(hint);
        if (tooMany != null) {
            draft.settle(new HintGroup(List.of(tooMany), 0));
        }
    }

    /** When the next poll is wanted; empty when nothing waits for one. */
    Optional<Instant> nextPoll(Instant now) {
        return waiting.values().stream().map(each -> each.nextPoll(now)).min(Instant::compareTo);
    }

    /** Whether anything waits for a poll. */
    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /**
     * There is a new snapshot.
     *
     * @param changes what happened since the last one
     * @param draft all of it is told by this, with what the target told of it
     */
    void settle(List<InterfaceChange> changes, Snapshot snapshot, EntryDraft draft) {
        told.forget(draft.at());
        Instant pollStarted = snapshot.takenAt().minus(snapshot.pollDuration());
        Map<String, InterfaceChange> ofAdminStatus = new HashMap<>();
        for (InterfaceChange change : changes) {
            if (change.isOfState()) {
                HintGroup confirmed = confirmedBy(change, pollStarted, draft);
                draft.tell(change, confirmed);
                told.add(change.interfaceName(), draft.at(), change.operStatus(), !confirmed.isEmpty());
            } else if (change.kind() == EventKind.ADMIN_STATUS_CHANGED && waiting.containsKey(change.interfaceName())) {
                ofAdminStatus.put(change.interfaceName(), change);
            } else {
                draft.tell(change, HintGroup.NONE);
            }
        }
        if (!waiting.isEmpty()) {
            for (Iterator<Map.Entry<String, WaitingHints>> each =
                            waiting.entrySet().iterator();
                    each.hasNext(); ) {
                Map.Entry<String, WaitingHints> entry = each.next();
                WaitingHints hints = entry.getValue();
                InterfaceChange change = ofAdminStatus.remove(entry.getKey());
                InterfaceSample sample = snapshot.find(entry.getKey()).orElse(null);
                boolean isToldWithHints = decide(hints, pollStarted, sample, change, draft);
                if (change != null && !isToldWithHints) {
                    draft.tell(change, HintGroup.NONE);
                }
                if (hints.isEmpty()) {
                    each.remove();
                }
            }
        }
    }

    /** Those that go with a change of the state; those that are about an earlier one are settled. */
    private HintGroup confirmedBy(InterfaceChange change, Instant pollStarted, EntryDraft draft) {
        WaitingHints hints = waiting.get(change.interfaceName());
        if (hints == null) {
            return HintGroup.NONE;
        }
        List<LinkHint> confirmed = new ArrayList<>();
        List<LinkHint> earlier = new ArrayList<>();
        for (LinkHint hint : hints.before(pollStarted, draft.at())) {
            boolean isEarlier = !hint.claim().fits(change.operStatus()) && told.claim(List.of(hint));
            (isEarlier ? earlier : confirmed).add(hint);
        }
        confirmed.addAll(
                hints.firstAfter(pollStarted, draft.at(), hint -> hint.claim().fits(change.operStatus())));
        draft.settle(hints.take(earlier));
        return hints.take(confirmed);
    }

    /**
     * Decides what came before the poll started, of an interface whose operational state is what it was.
     *
     * @param adminChange that its administrative state is another; null when it is not
     * @return whether that was told
     */
    private boolean decide(
            WaitingHints hints,
            Instant pollStarted,
            @Nullable InterfaceSample sample,
            @Nullable InterfaceChange adminChange,
            EntryDraft draft) {
        List<LinkHint> due = hints.before(pollStarted, draft.at());
        if (due.isEmpty()) {
            return false;
        }
        LinkHint last = due.getLast();
        OperStatus state = sample == null ? null : sample.operStatus();
        List<LinkHint> contradicted =
                due.stream().filter(hint -> !isTrueOf(sample, hint)).toList();
        if (contradicted.isEmpty()) {
            if (adminChange == null && told.isAnyMeantBy(last)) {
                var _ = told.claim(List.of(last));
                draft.settle(hints.take(due));
                return false;
            }
            InterfaceChange change = adminChange == null ? changeOf(last, sample) : adminChange;
            tell(change, hints.take(due), draft);
            return adminChange != null;
        }
        if (told.claim(contradicted)) {
            draft.settle(hints.take(due));
        } else if (isTrueOf(sample, last) || hints.isRefutedBy(pollStarted, draft.at())) {
            HintGroup group = hints.take(due);
            if (sample == null) {
                tellAsItIs(group, draft);
            } else {
                tell(flap(last.interfaceName(), state), group, draft);
            }
        }
        return false;
    }

    /** Whether a hint says nothing that the state, which is what it was, contradicts. */
    private boolean isTrueOf(@Nullable InterfaceSample sample, LinkHint hint) {
        if (sample == null || hint.claim() == LinkClaim.CHANGED) {
            return told.isAnyMeantBy(hint);
        }
        return hint.claim().fits(sample.operStatus());
    }

    private void tell(InterfaceChange change, HintGroup group, EntryDraft draft) {
        draft.tell(change, group);
        told.add(change.interfaceName(), draft.at(), change.operStatus(), true);
    }

    private static InterfaceChange changeOf(LinkHint hint, @Nullable InterfaceSample sample) {
        String name = hint.interfaceName();
        OperStatus state = sample == null ? null : sample.operStatus();
        if (sample == null || state == null) {
            return unconfirmed(name, hint.claim().kind());
        }
        Map<String, Object> data = Map.of("operStatus", Map.of("to", Excerpt.value(state.word())));
        if (state.equals(OperStatus.Known.UP)) {
            return InterfaceChange.of(name, EventKind.LINK_UP, named(name) + " came up", data, state);
        }
        if (hint.claim().kind() == EventKind.LINK_DOWN) {
            return InterfaceComparison.LinkDown.of(sample, data);
        }
        String message = named(name) + " went to " + Excerpt.name(state.word());
        return InterfaceChange.of(name, EventKind.OPER_STATUS_CHANGED, message, data, state);
    }

    private static InterfaceChange flap(String name, @Nullable OperStatus state) {
        String is = state == null ? "" : ", and is " + Excerpt.name(state.word());
        Map<String, Object> data =
                state == null ? Map.of() : Map.of("operStatus", Excerpt.fromTo(state.word(), state.word()));
        return InterfaceChange.of(name, EventKind.LINK_FLAPPED, named(name) + " flapped" + is, data, state);
    }

    /** What the target said, and no poll has confirmed. */
    private static InterfaceChange unconfirmed(String name, EventKind kind) {
        String what = kind == EventKind.LINK_UP
                ? " came up"
                : kind == EventKind.LINK_DOWN ? " went down" : " changed its state";
        return InterfaceChange.of(
                name, kind, named(name) + what + ", as the target says", Map.of("confirmed", false), null);
    }

    private static String named(String interfaceName) {
        return "Interface " + Excerpt.name(interfaceName);
    }

    private void tellAsItIs(HintGroup group, EntryDraft draft) {
        List<EventKind> kinds = group.hints().stream()
                .map(hint -> hint.claim().kind())
                .distinct()
                .toList();
        EventKind kind = kinds.size() == 1 ? kinds.getFirst() : EventKind.LINK_FLAPPED;
        tell(unconfirmed(group.hints().getFirst().interfaceName(), kind), group, draft);
    }

    /** Tells those as they are that have waited for too long. */
    void expire(EntryDraft draft) {
        tellWhereOldest(draft.at().minus(PATIENCE), draft);
    }

    /** Tells all that wait as they are: there will be no poll, or one of another device. */
    void forget(EntryDraft draft) {
        tellWhereOldest(Instant.MAX, draft);
        told.clear();
    }

    private void tellWhereOldest(Instant until, EntryDraft draft) {
        if (!waiting.isEmpty()) {
            waiting.values().removeIf(hints -> {
                boolean isOver = !hints.oldest().isAfter(until);
                if (isOver) {
                    tellAsItIs(hints.all(), draft);
                }
                return isOver;
            });
        }
    }
}
