package net.coreserver.monitor;

import net.coreserver.interfaces.yang.InterfaceModel;

/**
 * A model by which a target may be asked for its interfaces.
 *
 * @param model the model
 * @param choice what it is to choose it, before anything has come of that
 */
record Candidate(InterfaceModel model, ModelChoice choice) {

    /**
     * A candidate of which nothing is known but the reason.
     *
     * @param reason why the target may be asked by it, in one sentence for a person, without the full stop
     */
    static Candidate of(InterfaceModel model, String reason) {
        return new Candidate(model, new ModelChoice(model.name(), reason, false, false));
    }

    String name() {
        return model.name();
    }

    String reason() {
        return choice.reason();
    }
}
