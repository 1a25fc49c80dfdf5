package net.coreserver.api.inventory;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.coreserver.api.http.Digest;
import net.coreserver.api.http.EntityTags;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.Representation;
import net.coreserver.api.http.RequestTarget;
import net.coreserver.api.problem.Problem;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.ProblemType;
import net.coreserver.api.problem.Problems;
import net.coreserver.store.StoreUnavailableException;
import net.coreserver.target.InventoryOutcome;
import net.coreserver.target.LiveInventory;
import net.coreserver.target.StoredInventory;
import net.coreserver.target.StoredTarget;
import net.coreserver.target.Target;

/** The inventory as requests name it: what can be changed, and whether a request may. */
@Singleton
final class EditableTargets {

    private final LiveInventory live;
    private final StoredInventory stored;
    private final InstantSource clock;

    EditableTargets(LiveInventory live, StoredInventory stored, InstantSource clock) {
        this.live = live;
        this.stored = stored;
        this.clock = clock;
    }

    StoredInventory stored() {
        return stored;
    }

    /** The settings of any target. */
    Representation settings(String segment) {
        String name = RequestTarget.segment(segment);
        Optional<Target> foreign = foreign(name);
        return foreign.isPresent()
                ? Representation.ofTheMoment(Json.bytes(SettingsJson.of(foreign.get())))
                : representation(known(name));
    }

    /**
     * A target that can be changed.
     *
     * @throws ProblemException when it is none of the API's
     */
    StoredTarget named(String segment) {
        String name = RequestTarget.segment(segment);
        foreign(name).ifPresent(target -> {
            throw InventoryProblems.readOnly(name, target.source());
        });
        return known(name);
    }

    private Optional<Target> foreign(String name) {
        return Optional.ofNullable(live.current().targets().get(name))
                .filter(target -> !target.source().writable());
    }

    private StoredTarget known(String name) {
        Optional<StoredTarget> found = stored.find(name);
        if (found.isEmpty() && !stored.isLoaded()) {
            throw new ProblemException(Problem.of(
                    ProblemType.STORE_UNAVAILABLE,
                    "Whether there is a target \"%s\" is not known: the database could not be read yet."
                            .formatted(name)));
        }
        return found.orElseThrow(() -> Problems.unknownTarget(name));
    }

    /** The settings of a target, with a tag that no other version of them has, nor those of another target of the same name. */
    static Representation representation(StoredTarget target) {
        byte[] body = Json.bytes(SettingsJson.of(target));
        MessageDigest digest = Digest.start();
        digest.update(target.name().getBytes(StandardCharsets.UTF_8));
        digest.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(target.revision())
                .putLong(target.updatedAt().toEpochMilli())
                .flip());
        digest.update(body);
        return new Representation(body, Digest.entityTag(Digest.finish(digest)), null);
    }

    /**
     * Sees to it that a request means the present version of a target.
     *
     * @throws ProblemException when it does not say which one it means, or means another
     */
    static void requireMatch(HttpServerRequest request, StoredTarget target) {
        if (request.headers().getAll(HttpHeaders.IF_MATCH).isEmpty()) {
            throw InventoryProblems.preconditionRequired(target.name());
        }
        refuseMismatch(request, target);
    }

    /**
     * Sees to it that a request means the present version of a target, if it means any in particular.
     *
     * @throws ProblemException when it means another
     */
    static void refuseMismatch(HttpServerRequest request, StoredTarget target) {
        List<String> tags = request.headers().getAll(HttpHeaders.IF_MATCH);
        if (!tags.isEmpty()
                && !EntityTags.includeStrong(tags, representation(target).entityTag())) {
            throw InventoryProblems.changedMeanwhile(target.name());
        }
    }

    /**
     * Makes a change.
     *
     * @throws ProblemException when the store cannot be written to
     */
    InventoryOutcome change(Supplier<InventoryOutcome> change) {
        try {
            return change.get();
        } catch (StoreUnavailableException e) {
            throw InventoryProblems.unavailable(e, clock);
        }
    }
}
