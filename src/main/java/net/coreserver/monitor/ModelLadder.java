package net.coreserver.monitor;

import java.util.List;
import java.util.Optional;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.interfaces.yang.InterfaceModel;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.discovery.YangLibrary;
import org.jspecify.annotations.Nullable;

/**
 * The models by which interfaces can be asked for.
 *
 * @param rungs the models, best first; at least one
 */
record ModelLadder(List<InterfaceModel> rungs) {

    /** Copies the list; refuses one without any model. */
    ModelLadder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty()) {
            throw new IllegalArgumentException("a ladder has a rung");
        }
    }

    Optional<InterfaceModel> named(String name) {
        return rungs.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /**
     * Those that a server announces, best first.
     *
     * @param modules what is known of its modules
     * @param source where that is known from, to end a sentence with
     */
    List<Candidate> announced(Hello hello, YangLibrary modules, String source) {
        return rungs.stream()
                .flatMap(model -> model
                        .announcement(hello, modules)
                        .map(how -> Candidate.of(model, "The server " + Sentence.brief(how) + ", " + source))
                        .stream())
                .toList();
    }

    /** All, for one reason. */
    List<Candidate> all(String reason) {
        return rungs.stream().map(model -> Candidate.of(model, reason)).toList();
    }

    /** The {@code rpc} of a choice; null when it is of an earlier version of this service, whose model is none of ours. */
    @Nullable String requestText(ModelChoice choice, InterfaceSelection selection, SessionInfo session) {
        Hello server =
                new Hello(session.capabilities().stream().map(Capability::parse).toList(), null);
        return named(choice.model())
                .map(model -> RequestText.of(model.request(selection, server)))
                .orElse(null);
    }
}
