package net.coreserver.api.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Compresses. Source: RFC 1952. */
final class Gzip {

    private Gzip() {}

    static byte[] compress(byte[] plain) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(Math.max(512, plain.length / 8));
        try (Fast gzip = new Fast(compressed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
        return compressed.toByteArray();
    }

    /** A stream that compresses; closing it gives back what it holds outside of the heap. */
    static GZIPOutputStream into(ByteArrayOutputStream compressed) throws IOException {
        return new Fast(compressed);
    }

    /** The names of the members repeat, so that even the least effort leaves little of them. */
    private static final class Fast extends GZIPOutputStream {

        private static final int BUFFER = 8192;

        Fast(ByteArrayOutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
