package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;

/**
 * Files in the format of OpenSSH's {@code known_hosts}, hashed names included. They are read at every connect, so that a
 * change of them counts at once; a line that cannot be read is passed over, as OpenSSH does.
 */
final class KnownHosts {

    private static final int SSH_PORT = 22;

    private static final FileAttribute<?>[] FOR_THE_OWNER_ALONE =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                    }
                    : new FileAttribute<?>[0];

    /** Held while a key is looked for and appended: the file is shared by all connects, and short. */
    private static final ReentrantLock LEARNING = new ReentrantLock();

    private final List<Path> files;

    KnownHosts(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /** A host as the files name it: with the port where it is not that of SSH. */
    static String name(String host, int port) {
        String lowerCase = host.toLowerCase(Locale.ROOT);
        return port == SSH_PORT ? lowerCase : "[" + lowerCase + "]:" + port;
    }

    /**
     * What the files say of a host.
     *
     * @param known the keys that are listed for it
     * @param ofPort22 the keys that are listed for it without its port. As a rule one SSH server answers on all ports of a
     *     host, so that they will do where none is listed for the port, as for ssh(1); but it may as well be another server
     * @param revoked the keys that it must not show
     */
    record Keys(List<PublicKey> known, List<PublicKey> ofPort22, List<PublicKey> revoked) {

        boolean allow(PublicKey key) {
            return has(known.isEmpty() ? ofPort22 : known, key) && !forbid(key);
        }

        boolean forbid(PublicKey key) {
            return has(revoked, key);
        }

        private static boolean has(List<PublicKey> keys, PublicKey key) {
            return keys.stream().anyMatch(one -> KeyUtils.compareKeys(one, key));
        }
    }

    /** Looks a host up. */
    Keys keys(String host, int port) throws IOException {
        List<KnownHostsLine> lines = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                lines.addAll(lines(file));
            }
        }
        String lowerCase = host.toLowerCase(Locale.ROOT);
        List<PublicKey> revoked = new ArrayList<>(keys(lines, KnownHostsLine.Marker.REVOKED, lowerCase, port));
        revoked.addAll(keys(lines, KnownHostsLine.Marker.REVOKED, lowerCase, SSH_PORT));
        return new Keys(
                keys(lines, KnownHostsLine.Marker.HOST_KEY, lowerCase, port),
                keys(lines, KnownHostsLine.Marker.HOST_KEY, lowerCase, SSH_PORT),
                List.copyOf(revoked));
    }

    private static List<KnownHostsLine> lines(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
            return lines.map(KnownHostsLine::parse).flatMap(Stream::ofNullable).toList();
        }
    }

    private static List<PublicKey> keys(
            List<KnownHostsLine> lines, KnownHostsLine.Marker marker, String host, int port) {
        return lines.stream()
                .filter(line -> line.marker() == marker && line.isAbout(host, port))
                .map(KnownHostsLine::key)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /**
     * Writes the key of a host that the files do not know into the first of them. That they do not is looked at once more:
     * of many who meet a new host at once, one writes.
     *
     * @return what the files say of the host afterwards
     */
    Keys learn(String host, int port, PublicKey key) throws IOException {
        LEARNING.lock();
        try {
            Keys before = keys(host, port);
            if (!before.known().isEmpty() || before.allow(key) || before.forbid(key)) {
                return before;
            }
            append(files.getFirst(), name(host, port) + " " + PublicKeyEntry.toString(key) + "\n");
            return new Keys(List.of(key), List.of(), before.revoked());
        } finally {
            LEARNING.unlock();
        }
    }

    private static void append(Path file, String line) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        Set<StandardOpenOption> options =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, FOR_THE_OWNER_ALONE)) {
            long size = channel.size();
            boolean unfinished = size > 0 && lastOctet(channel, size) != '\n';
            // In one piece, so that whoever reads meanwhile sees a whole line or none.
            ByteBuffer bytes = ByteBuffer.wrap(((unfinished ? "\n" : "") + line).getBytes(StandardCharsets.ISO_8859_1));
            for (long at = size; bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
        }
    }

    private static int lastOctet(FileChannel channel, long size) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        return channel.read(last, size - 1) == 1 ? last.get(0) : -1;
    }
}
