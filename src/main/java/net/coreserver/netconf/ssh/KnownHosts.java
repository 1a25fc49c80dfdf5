package net.coreserver.netconf.ssh;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;

/**
 * Files in the format of OpenSSH's {@code known_hosts}, hashed names included. They are read at every connect, so that a
 * change of them counts at once; a line that cannot be read is passed over, as OpenSSH does.
 */
final class KnownHosts {

    private static final int DEFAULT_SSH_PORT = 22;
    private static final String REVOKED = "revoked";

    /** Held while a key is appended: the file is shared by all connects, and short. */
    private static final ReentrantLock APPENDING = new ReentrantLock();

    private final List<Path> files;

    KnownHosts(List<Path> files) {
        this.files = List.copyOf(files);
    }

    KnownHosts(Path file) {
        this(List.of(file));
    }

    /** A host as the files name it: with the port where it is not that of SSH. */
    static String name(String host, int port) {
        String lowerCase = host.toLowerCase(Locale.ROOT);
        return port == DEFAULT_SSH_PORT ? lowerCase : "[" + lowerCase + "]:" + port;
    }

    /** The keys that are known for a host. */
    List<PublicKey> known(String host, int port) throws IOException {
        return keys(host, port, "");
    }

    /** The keys that must not be accepted for a host. */
    List<PublicKey> revoked(String host, int port) throws IOException {
        return keys(host, port, REVOKED);
    }

    private List<PublicKey> keys(String host, int port, String marker) throws IOException {
        String name = host.toLowerCase(Locale.ROOT);
        List<PublicKey> keys = new ArrayList<>();
        for (Path file : files) {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                    addKey(line, name, port, marker, keys);
                }
            }
        }
        return keys;
    }

    private static void addKey(String line, String host, int port, String marker, List<PublicKey> keys) {
        try {
            KnownHostEntry entry = KnownHostEntry.parseKnownHostEntry(line);
            if (entry == null
                    || !marker.equals(entry.getMarker() == null ? "" : entry.getMarker())
                    || !entry.isHostMatch(host, port)) {
                return;
            }
            AuthorizedKeyEntry keyEntry = entry.getKeyEntry();
            PublicKey key = keyEntry == null ? null : keyEntry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
            if (key != null) {
                keys.add(key);
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            // Not a line that says anything about a key that we can use.
        }
    }

    /** Writes a host's key into the one file, which is made if need be. */
    void add(String host, int port, PublicKey key) throws IOException {
        Path file = files.getFirst();
        String line = name(host, port) + " " + PublicKeyEntry.toString(key) + "\n";
        APPENDING.lock();
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            Files.writeString(
                    file, line, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
        } finally {
            APPENDING.unlock();
        }
    }
}
