package net.coreserver.event.sink;

import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import net.coreserver.event.Event;
import net.coreserver.event.EventJson;
import org.jspecify.annotations.Nullable;

/** Writes events as lines of JSON: to a file, or to the standard output. */
final class JsonLinesOutlet implements Outlet {

    private static final int EVENTS_AT_ONCE = 100;

    private final @Nullable Path path;
    private @Nullable LineFile file;

    JsonLinesOutlet(Destination.JsonLines lines) {
        this.path = lines.file();
    }

    @Override
    public int batchSize() {
        return EVENTS_AT_ONCE;
    }

    @Override
    public Outcome deliver(List<Event> events) throws InterruptedException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Event event : events) {
            lines.writeBytes(EventJson.bytes(event));
            lines.write('\n');
        }
        try {
            if (path == null) {
                // Not closed: it is not ours.
                OutputStream standardOutput = new FileOutputStream(FileDescriptor.out);
                standardOutput.write(lines.toByteArray());
            } else {
                open(path).append(lines.toByteArray());
            }
            return Outcome.Taken.TAKEN;
        } catch (IOException e) {
            close();
            return Outcome.Failed.passing("It cannot be written: " + Failures.message(e));
        }
    }

    private LineFile open(Path there) throws IOException {
        LineFile known = file;
        if (known != null && known.isStill(there)) {
            return known;
        }
        close();
        LineFile made = LineFile.open(there, FileChannel::open);
        file = made;
        return made;
    }

    @Override
    public void close() {
        LineFile open = file;
        file = null;
        if (open != null) {
            open.close();
        }
    }
}
