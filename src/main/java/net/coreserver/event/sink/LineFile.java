package net.coreserver.event.sink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that lines are added to. Whatever happens, others read whole lines: what was written of a line when the writing failed is
 * taken back, and where that was not possible, as when the process was killed, the line is ended when the file is opened again.
 */
final class LineFile implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(LineFile.class.getName());

    private static final Set<OpenOption> TO_APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** How files are opened; a test has one of its own, whose disk is full. */
    @FunctionalInterface
    interface Opening {
        FileChannel open(Path path, Set<? extends OpenOption> options, FileAttribute<?>[] attributes)
                throws IOException;
    }

    private final FileChannel channel;
    private final Object key;

    private LineFile(FileChannel channel, Object key) {
        this.channel = channel;
        this.key = key;
    }

    /** Opens a file, and makes it where there is none. */
    static LineFile open(Path path, Opening opening) throws IOException {
        Object before = key(path);
        FileChannel channel = opening.open(path, TO_APPEND, attributes());
        try {
            Object after = key(path);
            if (after == null || (before != null && !before.equals(after))) {
                throw new IOException("it was moved away just then");
            }
            LineFile opened = new LineFile(channel, after);
            opened.endLine(path);
            return opened;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static FileAttribute<?>[] attributes() {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"))
                }
                : new FileAttribute<?>[0];
    }

    /** What tells a file from others, whatever they are called; null when there is none. */
    private static @Nullable Object key(Path path) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new IOException("it is not a regular file");
            }
            Object key = attributes.fileKey();
            return key == null ? path : key; // where files have no key, they are not noticed to be moved
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private void endLine(Path path) throws IOException {
        long size = channel.size();
        if (size == 0) {
            return;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        try (FileChannel reading = FileChannel.open(path, EnumSet.of(StandardOpenOption.READ))) {
            reading.read(last, size - 1);
        }
        if (last.get(0) != '\n') {
            write("\n".getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Whether the file is still the one of that name. */
    boolean isStill(Path path) throws IOException {
        return key.equals(key(path));
    }

    /** Adds lines, all or none. */
    void append(byte[] lines) throws IOException {
        long before = channel.size();
        try {
            write(lines);
        } catch (IOException e) {
            takeBack(before, lines.length);
            throw e;
        }
    }

    private void write(byte[] octets) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private void takeBack(long size, int length) {
        try {
            long now = channel.size();
            // What is more than ours was written by somebody else meanwhile, and stays.
            if (now > size && now < size + length) {
                channel.truncate(size);
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A part of a line stays behind", e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "A file did not close well", e);
        }
    }
}
