package net.coreserver.api.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.coreserver.api.http.RequestContent;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.target.StoredInventory;
import net.coreserver.target.Target;
import net.coreserver.target.TargetDraft;

/**
 * The targets that a request wants to be made.
 *
 * @param drafts the targets, nothing wrong with any
 * @param places the pointers to where they stand in the body, by their names
 * @param isList whether the body is a list, of however many
 */
record TargetsContent(List<TargetDraft> drafts, Map<String, String> places, boolean isList) {

    /** More do not fit into a body anyway, unless they say next to nothing. */
    static final int MAX_ENTRIES = 5000;

    private static final int MAX_NAME = 128;
    private static final String NAME = "name";
    private static final String NAME_RULE =
            "a target's name is lower-case letters, digits and hyphens, no hyphen first," + " and has at most "
                    + MAX_NAME + " characters";

    /**
     * Reads a body.
     *
     * @param content the body
     * @param form in which it came: a mapping in YAML has the targets by their names
     * @throws ProblemException when anything is wrong, with all of it
     */
    static TargetsContent of(JsonNode content, RequestContent form, StoredInventory inventory) {
        Collected collected = new Collected(inventory);
        boolean isList = content.isArray() || form == RequestContent.YAML;
        if (content.isArray()) {
            refuseSize(content.size());
            for (int i = 0; i < content.size(); i++) {
                collected.addNamed("/" + i, content.get(i));
            }
        } else if (content.isObject() && isList) {
            refuseSize(content.size());
            content.properties().forEach(entry -> {
                String at = ContentErrors.pointer("", entry.getKey());
                collected.add(at, at, entry.getKey(), entry.getValue());
            });
        } else if (content.isObject()) {
            collected.addNamed("", content);
        } else {
            throw RequestContent.unexpected("is neither a target nor a list of targets");
        }
        collected.errors.throwIfAny();
        return new TargetsContent(collected.drafts, collected.places, isList);
    }

    private static void refuseSize(int size) {
        if (size == 0) {
            throw RequestContent.unexpected("is an empty list");
        }
        if (size > MAX_ENTRIES) {
            throw new ProblemException(Problem.of(
                    ProblemType.CONTENT_TOO_LARGE,
                    "A list has at most %d targets, and this one has %d.".formatted(MAX_ENTRIES, size)));
        }
    }

    private static final class Collected {

        private final StoredInventory inventory;
        private final ContentErrors errors = new ContentErrors();
        private final List<TargetDraft> drafts = new ArrayList<>();
        private final Map<String, String> places = new HashMap<>();

        Collected(StoredInventory inventory) {
            this.inventory = inventory;
        }

        void addNamed(String at, JsonNode entry) {
            if (!entry.isObject()) {
                errors.add(at, "a target is an object");
                return;
            }
            JsonNode name = entry.path(NAME);
            String pointer = ContentErrors.pointer(at, NAME);
            if (!name.isTextual()) {
                errors.add(pointer, name.isMissingNode() ? "it is missing: " + NAME_RULE : NAME_RULE);
            }
            add(at, pointer, name.isTextual() ? name.asText() : "unnamed", entry);
        }

        void add(String at, String namePointer, String name, JsonNode entry) {
            if (!entry.isObject()) {
                errors.add(at, "a target is an object");
                return;
            }
            if (!Target.isName(name) || name.length() > MAX_NAME) {
                errors.add(namePointer, NAME_RULE);
            } else if (entry.path(NAME).isTextual() || namePointer.equals(at)) {
                String other = places.putIfAbsent(name, namePointer);
                if (other != null) {
                    errors.add(namePointer, "the list has a target of this name already, at " + other);
                }
            }
            Set<String> passedOver = namePointer.equals(at) ? Set.of() : Set.of(NAME);
            TargetDraft draft =
                    SettingsContent.of(entry, at, passedOver, errors).made(name);
            var _ = inventory.preview(draft, problem -> errors.add(at, problem));
            drafts.add(draft);
        }
    }
}
