package net.coreserver.api.http;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is made piece by piece, as the client takes it, so that only one piece of it is in memory however long it is. A piece
 * is made in much less than a millisecond, on the event loop.
 */
public final class PiecewiseResponse extends OpenResponse {

    private final Supplier<Optional<byte[]>> pieces;
    private final @Nullable GzipPieces gzip;

    /**
     * Makes an answer that has not begun.
     *
     * @param connection what it is written to
     * @param pieces gives the next piece; nothing after the last
     * @param isCompressed whether it is compressed
     */
    PiecewiseResponse(Connection connection, Supplier<Optional<byte[]>> pieces, boolean isCompressed) {
        super(connection);
        this.pieces = pieces;
        this.gzip = isCompressed ? new GzipPieces() : null;
    }

    @Override
    protected boolean writeNext() {
        Optional<byte[]> piece = pieces.get();
        if (piece.isPresent()) {
            byte[] octets = gzip == null ? piece.get() : gzip.compress(piece.get());
            if (octets.length > 0) {
                write(Buffer.buffer(octets));
            }
            return true;
        }
        if (gzip != null) {
            write(Buffer.buffer(gzip.finish()));
        }
        endNow();
        return false;
    }

    @Override
    protected @Nullable Buffer heartbeat() {
        return null;
    }

    @Override
    protected void forget() {
        if (gzip != null) {
            gzip.close();
        }
    }
}
