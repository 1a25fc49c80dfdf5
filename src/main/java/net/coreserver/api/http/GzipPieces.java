package net.coreserver.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** Compresses piece by piece. Source: RFC 1952. */
final class GzipPieces implements AutoCloseable {

    private final ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    private final GZIPOutputStream gzip;

    GzipPieces() {
        try {
            gzip = Gzip.into(compressed);
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    /**
     * Compresses a piece.
     *
     * @return what is ready of it and of those before it; may be nothing yet
     */
    byte[] compress(byte[] piece) {
        try {
            gzip.write(piece);
        } catch (IOException e) {
            throw inMemory(e);
        }
        return taken();
    }

    /** {@return the rest, which ends it} */
    byte[] finish() {
        close();
        return taken();
    }

    /** Gives back what the compressor holds outside of the heap; more than once does no harm. */
    @Override
    public void close() {
        try {
            gzip.close();
        } catch (IOException e) {
            throw inMemory(e);
        }
    }

    private byte[] taken() {
        byte[] ready = compressed.toByteArray();
        compressed.reset();
        return ready;
    }

    private static UncheckedIOException inMemory(IOException e) {
        return new UncheckedIOException("memory takes everything", e);
    }
}
