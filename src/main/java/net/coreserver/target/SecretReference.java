package net.coreserver.target;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import net.coreserver.netconf.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Reads secrets of the operator's: the secret itself, {@code file:PATH} for one that stands in a file, which is read at every
 * use, or {@code env:NAME} for one in an environment variable.
 */
public final class SecretReference implements ValueParser<Secret> {

    private static final String FILE = "file:";
    private static final String VARIABLE = "env:";

    private final ValueParser<Path> file;
    private final UnaryOperator<@Nullable String> environment;

    /**
     * Makes a reader.
     *
     * @param file how a file is given
     * @param environment gives the text of a variable, or null
     */
    public SecretReference(ValueParser<Path> file, UnaryOperator<@Nullable String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /** Whether a text points at a secret instead of being one. */
    static boolean isOne(String text) {
        return text.startsWith(FILE) || text.startsWith(VARIABLE);
    }

    @Override
    public Secret parse(String text) throws InvalidValueException {
        if (text.startsWith(FILE)) {
            return Secret.inFile(file.parse(text.substring(FILE.length())));
        }
        if (!text.startsWith(VARIABLE)) {
            return Secret.of(text);
        }
        String found = environment.apply(text.substring(VARIABLE.length()));
        if (found == null || found.isEmpty()) {
            throw new InvalidValueException("the environment variable after `env:` is not set");
        }
        return Secret.of(found);
    }
}
