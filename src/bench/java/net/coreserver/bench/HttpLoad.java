package net.coreserver.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A closed loop of a few kept connections, each of which asks again as soon as it has the whole answer. */
final class HttpLoad {

    private static final int CONNECTIONS = 8;
    private static final int BUFFER_OCTETS = 64 * 1024;

    private final int port;

    HttpLoad(int port) {
        this.port = port;
    }

    /** Requests per second over the given time. */
    double requestsPerSecond(String path, Duration duration) throws InterruptedException {
        long started = System.nanoTime();
        long end = started + duration.toNanos();
        long requests = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                counts.add(executor.submit(() -> run(path, end)));
            }
            for (Future<Long> count : counts) {
                requests += count.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load on " + path + " failed", e.getCause());
        }
        return requests / ((System.nanoTime() - started) / 1e9);
    }

    private long run(String path, long end) {
        byte[] request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port
                        + "\r\nAccept: application/json, text/plain\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER_OCTETS);
            long requests = 0;
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                readAnswer(in);
                requests++;
            }
            return requests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readAnswer(InputStream in) throws IOException {
        String status = readLine(in);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("answered " + status);
        }
        long length = -1;
        for (String header = readLine(in); !header.isEmpty(); header = readLine(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                length = Long.parseLong(
                        header.substring("content-length:".length()).strip());
            }
        }
        if (length < 0) {
            throw new IOException("an answer without content-length");
        }
        in.skipNBytes(length);
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (octet != '\r') {
                line.append((char) octet);
            }
        }
        return line.toString();
    }
}
