package net.coreserver.target;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/** Where the keys of stored credentials come from. */
public sealed interface CredentialsKeys {

    /**
     * Gives the keys.
     *
     * @return those that there are now; none where they have yet to be made
     * @throws InvalidValueException when they cannot be had, with a sentence that says why
     */
    KeyRing ring() throws InvalidValueException;

    /**
     * Makes the first key, which is on the disk when this returns.
     *
     * @param version its version
     * @return the key alone
     * @throws InvalidValueException when none can be made, with a sentence that says why
     */
    KeyRing make(int version) throws InvalidValueException;

    /**
     * Keys that the operator gave.
     *
     * @param ring at least one
     */
    record Given(KeyRing ring) implements CredentialsKeys {

        @Override
        public KeyRing make(int version) {
            throw new IllegalStateException("there is a key");
        }
    }

    /**
     * Keys in a file, which is made, for its owner alone, when a key is first needed. It is read at each use.
     *
     * @param file the file
     */
    record InFile(Path file) implements CredentialsKeys {

        private static final Set<StandardOpenOption> ANEW =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);

        @Override
        public KeyRing ring() throws InvalidValueException {
            try {
                return Files.exists(file) ? KeyRing.PARSER.parse(Files.readString(file)) : KeyRing.EMPTY;
            } catch (InvalidValueException e) {
                throw new InvalidValueException(
                        "The file " + file + " with the keys of stored credentials cannot be used: " + e.rule());
            } catch (IOException | UncheckedIOException e) {
                throw new InvalidValueException(
                        "The file " + file + " with the keys of stored credentials cannot be read");
            }
        }

        @Override
        public KeyRing make(int version) throws InvalidValueException {
            byte[] key = new byte[KeyRing.KEY_LENGTH];
            new SecureRandom().nextBytes(key);
            String line = version + ":" + Base64.getEncoder().encodeToString(key) + "\n";
            try {
                // Under its name the file is there as a whole, or not at all.
                Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
                Files.deleteIfExists(unfinished);
                try (FileChannel channel = FileChannel.open(unfinished, ANEW, forTheOwnerAlone())) {
                    channel.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                    channel.force(true);
                }
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                try (FileChannel directory =
                        FileChannel.open(file.toAbsolutePath().getParent())) {
                    directory.force(true);
                }
                return KeyRing.of(version, key);
            } catch (IOException e) {
                throw new InvalidValueException(
                        "The file " + file + " for the key of stored credentials cannot be made: " + e.getMessage());
            } finally {
                Arrays.fill(key, (byte) 0);
            }
        }

        private static FileAttribute<?>[] forTheOwnerAlone() {
            return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];
        }
    }
}
