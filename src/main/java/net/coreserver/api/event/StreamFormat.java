package net.coreserver.api.event;

import io.vertx.core.buffer.Buffer;
import java.util.Arrays;
import net.coreserver.api.http.EventText;
import net.coreserver.api.http.Json;
import net.coreserver.api.http.MediaRanges;
import org.jspecify.annotations.Nullable;

/** How events are written to a stream. */
enum StreamFormat {
    /** Server-sent events, for those who follow. */
    EVENT_STREAM(MediaRanges.EVENT_STREAM),
    /** A line for each event, for pipes. There is nothing else that it could say. */
    LINES(MediaRanges.NDJSON);

    private final String mediaType;

    StreamFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }

    static StreamFormat of(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(mediaType))
                .findFirst()
                .orElseThrow();
    }

    /** What comes before everything else: how to come back, and, before there is any event, from where to go on. */
    Buffer prologue(long cursor) {
        return switch (this) {
            case EVENT_STREAM -> EventText.retry().appendBuffer(EventText.id(Long.toString(cursor)));
            case LINES -> Buffer.buffer();
        };
    }

    /**
     * An event.
     *
     * @param json as the log writes it
     */
    void append(Buffer octets, long id, byte[] json) {
        switch (this) {
            case EVENT_STREAM -> octets.appendBuffer(EventText.of(null, Long.toString(id), json));
            case LINES -> octets.appendBytes(json).appendByte((byte) '\n');
        }
    }

    /** What the client is to come back with, though there was nothing for it. */
    void appendProgress(Buffer octets, long cursor) {
        switch (this) {
            case EVENT_STREAM -> octets.appendBuffer(EventText.id(Long.toString(cursor)));
            case LINES -> {}
        }
    }

    /** Something is missing before what comes next. */
    void appendGap(Buffer octets, long cursor, GapEventJson gap) {
        switch (this) {
            case EVENT_STREAM -> octets.appendBuffer(EventText.of("gap", Long.toString(cursor), Json.bytes(gap)));
            case LINES -> {}
        }
    }

    @Nullable Buffer heartbeat() {
        return switch (this) {
            case EVENT_STREAM -> EventText.comment();
            case LINES -> null;
        };
    }
}
