package net.coreserver.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import net.coreserver.target.SettingsGrammar;
import net.coreserver.target.TargetSettings;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows a targets file. A file that was changed and is without a problem counts from then on; with one, it changes nothing,
 * and what is wrong is told. At the start there is nothing to keep: then the targets that have no problem count.
 *
 * <p>A change counts when the file is still the same at the next look: half of a file may make sense, too, and would take away
 * the targets of the other half until that is written.
 *
 * <p>Whoever asks it to look does so from one thread; what it found last can be read by any.
 */
final class TargetsFileWatch {

    private static final Logger LOG = Logger.getLogger(TargetsFileWatch.class);

    private final Path file;
    private final SettingsGrammar grammar;
    private final TargetSettings base;
    private final Consumer<TargetsFile> consumer;
    private byte @Nullable [] seen;
    private byte @Nullable [] seenOnce;
    private boolean hasBegun;
    private volatile List<String> problems = List.of();

    /**
     * Makes a watch that has not looked yet.
     *
     * @param file the file; it may come and go
     * @param grammar how it is understood
     * @param base the defaults of the configuration
     * @param consumer takes what it says, at the first look and after each change that makes sense
     */
    TargetsFileWatch(Path file, SettingsGrammar grammar, TargetSettings base, Consumer<TargetsFile> consumer) {
        this.file = file;
        this.grammar = grammar;
        this.base = base;
        this.consumer = consumer;
    }

    /** {@return what is wrong with the file as it is now, a sentence each} */
    List<String> problems() {
        return problems;
    }

    /** Looks at the file. */
    void look() {
        byte[] content;
        try {
            content = read();
        } catch (NoSuchFileException e) {
            unreadable("There is no such file.");
            return;
        } catch (IOException e) {
            unreadable("It cannot be read by the user that runs the service.");
            return;
        }
        if (content.length > TargetsDocument.MAX_OCTETS) {
            unreadable("It is larger than " + TargetsDocument.MAX_OCTETS + " octets.");
        } else if (Arrays.equals(content, seen)) {
            seenOnce = null;
        } else if (hasBegun && !Arrays.equals(content, seenOnce)) {
            seenOnce = content;
        } else {
            seen = content;
            seenOnce = null;
            take(TargetsFile.read(content, grammar, base));
        }
    }

    private byte[] read() throws IOException {
        // One octet more than it may have is enough to know.
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(TargetsDocument.MAX_OCTETS + 1);
        }
    }

    private void unreadable(String problem) {
        seen = null;
        seenOnce = null;
        report(List.of(problem));
        if (!hasBegun) {
            hasBegun = true;
            consumer.accept(TargetsFile.empty());
        }
    }

    private void take(TargetsFile read) {
        report(read.problems());
        if (read.problems().isEmpty() || !hasBegun) {
            hasBegun = true;
            consumer.accept(read);
            LOG.infof("Targets file %s: %d targets", file, read.targets().size());
        }
    }

    private void report(List<String> found) {
        if (!found.isEmpty() && !found.equals(problems)) {
            LOG.warnf(
                    "The targets file %s has %s, and %s:%n  - %s",
                    file,
                    found.size() == 1 ? "a problem" : found.size() + " problems",
                    hasBegun ? "what was read before stays" : "the rest of it counts",
                    String.join("\n  - ", found));
        }
        problems = found;
    }
}
