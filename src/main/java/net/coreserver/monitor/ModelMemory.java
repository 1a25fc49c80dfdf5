package net.coreserver.monitor;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.target.Target;
import org.jspecify.annotations.Nullable;

/**
 * What is known, from session to session, of how a target can be asked for its interfaces: the model that has answered, for as
 * long as the server's hello announces the same, and the target's settings ask for the same. For one thread.
 */
final class ModelMemory {

    private final ModelLadder ladder;
    private final ModelDiscovery discovery;

    /** The model that is set; null for the best that answers. */
    private @Nullable String setting;

    /** Who selects interfaces that there are not makes a good model seem empty. */
    private InterfaceSelection selection;

    private @Nullable Known known;

    /** What answered, and the capabilities that the server had then: those of the last session, which are kept anyway. */
    private record Known(List<String> capabilities, ModelChoice choice) {}

    /**
     * Makes the memory of a target.
     *
     * @param remembered what was agreed on when the service ran last; null for nothing
     */
    ModelMemory(ModelLadder ladder, Target target, @Nullable Conversation remembered) {
        this.ladder = ladder;
        this.discovery = new ModelDiscovery(ladder);
        this.setting = target.model();
        this.selection = target.interfaces();
        if (setting == null && remembered != null && remembered.choice().answered()) {
            known = new Known(remembered.session().capabilities(), remembered.choice());
        }
    }

    /** The target is another server now. */
    void forget() {
        known = null;
        discovery.forget();
    }

    /** Takes up the target's settings: what was chosen under others does not count. */
    void follow(Target target) {
        if (!isUnder(target)) {
            setting = target.model();
            selection = target.interfaces();
            known = null;
        }
    }

    /** Whether what is known was found out under these settings. */
    boolean isUnder(Target target) {
        return Objects.equals(setting, target.model()) && selection.equals(target.interfaces());
    }

    /**
     * The model that has answered this server, or none.
     *
     * @param capabilities those of its hello
     */
    Optional<Candidate> known(List<String> capabilities) {
        Known before = known;
        if (before == null || !areTheSame(before.capabilities, capabilities)) {
            known = null;
            return Optional.empty();
        }
        ModelChoice choice = before.choice.later();
        known = new Known(capabilities, choice);
        return ladder.named(choice.model()).map(model -> new Candidate(model, choice));
    }

    /** Whatever order a hello keeps. */
    private static boolean areTheSame(List<String> before, List<String> after) {
        return before.equals(after) || new HashSet<>(before).equals(new HashSet<>(after));
    }

    /** The models by which the server may be asked, best first; at least one. It may be asked for its YANG library. */
    List<Candidate> candidates(NetconfSession session, Target target) throws InterruptedException {
        if (setting == null) {
            return discovery.candidates(session, target.endpoint().rpcTimeout());
        }
        InterfaceModel model =
                ladder.named(setting).orElseThrow(() -> new IllegalStateException("no model has the name " + setting));
        return List.of(Candidate.of(model, "The configuration says so"));
    }

    /** A model has answered. What was set needs not be remembered. */
    ModelChoice answered(List<String> capabilities, Candidate candidate, String reason) {
        ModelChoice choice = new ModelChoice(candidate.name(), reason, setting == null, false);
        known = setting == null ? new Known(capabilities, choice) : null;
        return choice;
    }
}
