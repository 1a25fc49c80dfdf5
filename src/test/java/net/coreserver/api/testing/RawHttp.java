package net.coreserver.api.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Sends requests octet by octet as a test wrote them, which no client library would. */
public record RawHttp(int port) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What came back. */
    public record Answer(int status, List<String> header, String body) {

        public Optional<String> field(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return header.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(line -> line.substring(prefix.length()).strip())
                    .findFirst();
        }
    }

    /** Asks for a target with a plain GET. */
    public Answer get(String target) throws IOException {
        return send("GET " + target + " HTTP/1.1", "Host: localhost");
    }

    /** Sends a request line and fields, in ISO 8859-1, and asks for the connection to be closed. */
    public Answer send(String... head) throws IOException {
        return sendBytes(
                (String.join("\r\n", head) + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a head, then all of a body, and reads only then. */
    public Answer sendBytes(String head, byte[] body) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        request.writeBytes(body);
        return sendBytes(request.toByteArray());
    }

    public Answer sendBytes(byte[] request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            socket.setSoTimeout((int) PATIENCE.toMillis());
            socket.getOutputStream().write(request);
            return read(socket.getInputStream());
        }
    }

    /** Reads up to the end of the body, if its length is told, else up to the end of the connection. */
    private static Answer read(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the connection ended within the header: " + head);
            }
            head.append((char) octet);
        }
        List<String> lines = Arrays.asList(head.toString().strip().split("\r\n", -1));
        Answer answer =
                new Answer(Integer.parseInt(lines.getFirst().split(" ", 3)[1]), lines.subList(1, lines.size()), "");
        Optional<Integer> length = answer.field("Content-Length").map(Integer::valueOf);
        byte[] body = length.isPresent() ? in.readNBytes(length.get()) : in.readAllBytes();
        return new Answer(answer.status(), answer.header(), new String(body, StandardCharsets.UTF_8));
    }
}
