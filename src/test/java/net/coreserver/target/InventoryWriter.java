package net.coreserver.target;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;

/** A process that changes a stored inventory until it is killed, and says before and after each change what it is. */
final class InventoryWriter {

    /** What is said of a change that begins: {@code try NAME TEXT}. */
    static final String TRY = "try";
    /** What is said of the same change when it was acknowledged. */
    static final String DONE = "done";
    /** The text of a target that is deleted. */
    static final String GONE = "-";

    private static final int NAMES = 6;

    private InventoryWriter() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments the data directory, and the seed of what is done
     */
    public static void main(String[] arguments) {
        Random random = new Random(Long.parseLong(arguments[1]));
        PrintStream out = System.out;
        try (StoredTargets targets = StoredTargets.in(Path.of(arguments[0]))) {
            while (!out.checkError()) {
                String name = "edge-" + random.nextInt(NAMES);
                String text = random.nextInt(4) == 0 ? GONE : Integer.toString(random.nextInt(1_000_000));
                out.println(TRY + " " + name + " " + text);
                out.flush();
                change(targets, name, text);
                out.println(DONE + " " + name + " " + text);
                out.flush();
            }
        }
    }

    private static void change(StoredTargets targets, String name, String text) {
        TargetDraft draft = new TargetDraft(
                name,
                new StatedSettings(StoredTargets.texts(TargetKey.PASSWORD, "password-" + text), Map.of("text", text)));
        StoredTarget before = targets.inventory.find(name).orElse(null);
        InventoryOutcome outcome;
        if (text.equals(GONE)) {
            outcome = targets.inventory.delete(name, OptionalLong.empty());
        } else if (before == null) {
            outcome = targets.inventory.create(List.of(draft));
        } else {
            outcome = targets.inventory.replace(draft, before.revision());
        }
        if (!(outcome instanceof InventoryOutcome.Done) && !text.equals(GONE)) {
            throw new IllegalStateException(outcome.toString());
        }
    }
}
