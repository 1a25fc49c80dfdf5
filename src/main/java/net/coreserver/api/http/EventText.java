package net.coreserver.api.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Events as octets. JSON has no line breaks, so one line holds it; what many clients share is not copied.
 *
 * <p>Source: the HTML standard, section 9.2, "Server-sent events".
 */
public final class EventText {

    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BRACE_AND_END = "}\n\n".getBytes(StandardCharsets.US_ASCII);

    /** Those that were lost together do not come back together. */
    private static final int MIN_RETRY_MILLIS = 2_000;

    private static final int MAX_RETRY_MILLIS = 5_000;

    private EventText() {}

    /**
     * Tells the client how long to wait before it comes back.
     *
     * @return the text, with another time for each client
     */
    public static Buffer retry() {
        int millis = ThreadLocalRandom.current().nextInt(MIN_RETRY_MILLIS, MAX_RETRY_MILLIS);
        return Buffer.buffer("retry: " + millis + "\n\n");
    }

    /**
     * Says nothing, but that the stream is alive.
     *
     * @return a comment
     */
    public static Buffer comment() {
        return Buffer.buffer(":\n\n");
    }

    /**
     * An event.
     *
     * @param name of its kind; null for that of which browsers tell those who ask for no kind in particular
     * @param id what a client that has it comes back with; null for the same as before
     * @param data JSON, in UTF-8
     * @return its octets, which share those of the data
     */
    public static Buffer of(@Nullable String name, @Nullable String id, byte[] data) {
        return joined(head(name, id), data, END);
    }

    /**
     * An event whose data is an object that ends with an array.
     *
     * @param name of its kind
     * @param id what a client that has it comes back with; null for the same as before
     * @param open the data up to the array
     * @param array JSON, in UTF-8
     * @return its octets, which share those of the data
     */
    public static Buffer of(String name, @Nullable String id, byte[] open, byte[] array) {
        return joined(head(name, id), open, array, BRACE_AND_END);
    }

    /**
     * Tells the client with what it is to come back, and nothing else.
     *
     * @param id of the last event that it would have got, had it wanted it
     * @return the text, of which browsers tell nobody
     */
    public static Buffer id(String id) {
        return Buffer.buffer("id: " + id + "\n\n");
    }

    private static byte[] head(@Nullable String name, @Nullable String id) {
        String nameLine = name == null ? "" : "event: " + name + '\n';
        String idLine = id == null ? "" : "id: " + id + '\n';
        return (nameLine + idLine + "data: ").getBytes(StandardCharsets.US_ASCII);
    }

    @SuppressWarnings("deprecation") // every other way to make a buffer copies the octets
    private static Buffer joined(byte[]... parts) {
        return Buffer.buffer(Unpooled.wrappedBuffer(parts));
    }
}
