package net.coreserver.api.http;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Events as octets. JSON has no line breaks, so one line holds it; what many clients share is not copied.
 *
 * <p>Source: the HTML standard, section 9.2, "Server-sent events".
 */
public final class EventText {

    /** Says nothing, but that the stream is alive. */
    public static final String COMMENT = ":\n\n";

    private static final byte[] END = "\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BRACE_AND_END = "}\n\n".getBytes(StandardCharsets.US_ASCII);

    private EventText() {}

    /**
     * How long a client waits before it comes back.
     *
     * @param wait in milliseconds on the wire
     * @return the text
     */
    public static String retry(Duration wait) {
        return "retry: " + wait.toMillis() + "\n\n";
    }

    /**
     * An event.
     *
     * @param name of its kind
     * @param id what a client that has it comes back with; null for the same as before
     * @param data JSON, in UTF-8
     * @return its octets, which share those of the data
     */
    public static Buffer of(String name, @Nullable String id, byte[] data) {
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

    private static byte[] head(String name, @Nullable String id) {
        String idLine = id == null ? "" : "id: " + id + '\n';
        return ("event: " + name + '\n' + idLine + "data: ").getBytes(StandardCharsets.US_ASCII);
    }

    @SuppressWarnings("deprecation") // every other way to make a buffer copies the octets
    private static Buffer joined(byte[]... parts) {
        return Buffer.buffer(Unpooled.wrappedBuffer(parts));
    }
}
