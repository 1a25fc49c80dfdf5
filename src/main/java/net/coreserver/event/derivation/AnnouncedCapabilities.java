package net.coreserver.event.derivation;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.coreserver.event.EventKind;
import net.coreserver.monitor.SessionInfo;
import org.jspecify.annotations.Nullable;

/**
 * The capabilities that a target announced when its last session began, and what it has told of them since. For one thread at a
 * time.
 */
final class AnnouncedCapabilities {

    /** A target that tells of more is taken to have told of all. */
    private static final int MAX_TOLD = 1_000;

    private @Nullable SessionInfo session;
    private @Nullable List<String> known;

    /** Of what was known when the service ran last, or is known now; null when nothing is. */
    private @Nullable String fingerprint;

    private final Set<String> toldOf = new HashSet<>();
    private boolean toldOfAll;

    /** Goes on with what was known when the service ran last. */
    void restore(@Nullable String rememberedFingerprint) {
        fingerprint = rememberedFingerprint;
    }

    /** What a baseline keeps of it; null when the next session has nothing to be compared with. */
    @Nullable String fingerprint() {
        return toldOfAll || !toldOf.isEmpty() ? null : fingerprint;
    }

    /** Whether this session is the one that is known already. */
    boolean isOf(SessionInfo open) {
        return open.equals(session);
    }

    /**
     * A session is open.
     *
     * @return that it announces something else than the last one, if it does and the target has not told so itself
     */
    Optional<TargetChange> follow(SessionInfo open, String target) {
        session = open;
        List<String> before = known;
        String fingerprintBefore = fingerprint;
        known = open.capabilities();
        boolean isSame = known.equals(before);
        if (!isSame) {
            fingerprint = Fingerprint.of(known);
        }
        Set<String> told = Set.copyOf(toldOf);
        boolean toldAll = toldOfAll;
        toldOf.clear();
        toldOfAll = false;
        if (isSame || toldAll || fingerprintBefore == null || fingerprintBefore.equals(fingerprint)) {
            return Optional.empty();
        }
        if (before == null) {
            Map<String, Object> data = Map.of("capabilities", known.size());
            return Optional.of(change(target + " announces other capabilities than when CoreServer ran last", data));
        }
        Collection<String> added = without(known, before, told);
        Collection<String> removed = without(before, known, told);
        return added.isEmpty() && removed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        change(sentence(target, added.size(), removed.size()), Excerpt.difference(added, removed)));
    }

    /** What is announced by one and not by another, but for what the target has told of. */
    private static Collection<String> without(Collection<String> some, Collection<String> others, Set<String> told) {
        Set<String> left = new LinkedHashSet<>(some);
        left.removeAll(Set.copyOf(others));
        left.removeIf(uri -> told.contains(base(uri)));
        return left;
    }

    private static TargetChange change(String message, Map<String, Object> data) {
        return new TargetChange(EventKind.CAPABILITIES_CHANGED, message, data);
    }

    /** That so many capabilities came and went. */
    static String sentence(String target, int added, int removed) {
        return target + " has changed its capabilities: " + added + " added, " + removed + " removed";
    }

    /**
     * The target told that these changed: the next session that announces them differently is no news.
     *
     * @param uris which; none, when it has not said
     */
    void told(Collection<String> uris) {
        if (uris.isEmpty() || toldOf.size() + uris.size() > MAX_TOLD) {
            toldOf.clear();
            toldOfAll = true;
        } else if (!toldOfAll) {
            uris.forEach(uri -> toldOf.add(base(uri)));
        }
    }

    /** What comes next is of another device. */
    void forget() {
        session = null;
        known = null;
        fingerprint = null;
        toldOf.clear();
        toldOfAll = false;
    }

    private static String base(String uri) {
        int parameters = uri.indexOf('?');
        return parameters < 0 ? uri : uri.substring(0, parameters);
    }
}
