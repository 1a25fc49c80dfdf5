package net.coreserver.api.testing;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Listens to a stream of events over a socket of its own, and reads only when a test asks for the next one. */
public final class EventClient implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int LITTLE_ROOM = 64 * 1024;

    /** An event; its id is empty when it had none. */
    public record Event(String name, String id, String data) {}

    private final Socket socket = new Socket();
    private final InputStream in;
    private final int status;
    private final List<String> header = new ArrayList<>();
    private int comments;
    private int chunkLeft;

    public EventClient(int port, String url, String... fields) throws IOException {
        this("text/event-stream", port, url, fields);
    }

    /** Listens to a stream of another media type. */
    public EventClient(String accept, int port, String url, String... fields) throws IOException {
        socket.setReceiveBufferSize(LITTLE_ROOM);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
        socket.setSoTimeout((int) PATIENCE.toMillis());
        String request = "GET " + url + " HTTP/1.1\r\nHost: localhost\r\nAccept: " + accept + "\r\n"
                + String.join(
                        "",
                        List.of(fields).stream().map(field -> field + "\r\n").toList()) + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        in = new BufferedInputStream(socket.getInputStream(), LITTLE_ROOM);
        status = Integer.parseInt(rawLine().split(" ", 3)[1]);
        for (String line = rawLine(); !line.isEmpty(); line = rawLine()) {
            header.add(line);
        }
    }

    public int status() {
        return status;
    }

    public Optional<String> field(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return header.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    /** How many comments came before the last event or line that was read. */
    public int comments() {
        return comments;
    }

    /** The next event; waits for it. */
    public Event next() throws IOException {
        String name = "";
        String id = "";
        String data = "";
        while (true) {
            String line = line();
            if (line.isEmpty()) {
                if (!data.isEmpty()) {
                    return new Event(name, id, data);
                }
                name = "";
                id = "";
            } else if (line.startsWith(":")) {
                comments++;
            } else if (line.startsWith("event: ")) {
                name = line.substring("event: ".length());
            } else if (line.startsWith("id: ")) {
                id = line.substring("id: ".length());
            } else if (line.startsWith("data: ")) {
                data = line.substring("data: ".length());
            } else if (!line.startsWith("retry: ")) {
                throw new AssertionError("no line of an event stream: " + line);
            }
        }
    }

    /** The next line; waits for it. */
    public String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int octet = octet(); octet != '\n'; octet = octet()) {
            line.write(octet);
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** An octet of the body, out of its chunks; RFC 9112 section 7.1. */
    private int octet() throws IOException {
        if (chunkLeft == 0) {
            chunkLeft = Integer.parseInt(rawLine(), 16);
            if (chunkLeft == 0) {
                throw new EOFException("the stream has ended");
            }
        }
        int octet = in.read();
        if (octet < 0) {
            throw new IOException("the connection was cut");
        }
        if (--chunkLeft == 0) {
            rawLine();
        }
        return octet;
    }

    private String rawLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (line.length() < 2 || line.charAt(line.length() - 1) != '\n') {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the connection was cut");
            }
            line.append((char) octet);
        }
        return line.substring(0, line.length() - 2);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
