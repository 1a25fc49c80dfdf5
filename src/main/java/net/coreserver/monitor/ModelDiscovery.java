package net.coreserver.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.discovery.YangLibrary;
import org.jspecify.annotations.Nullable;

/**
 * Finds out by which models a server may be asked for its interfaces: those that its hello announces; where that announces
 * none, those in its YANG library; where that has none either, all. What follows from a library is kept for as long as the hello
 * stays the same. For one thread.
 */
final class ModelDiscovery {

    private static final String NONE_ANNOUNCED =
            "The server announces no model that CoreServer reads, so that all are tried";

    private final ModelLadder ladder;
    private @Nullable Told told;

    /** What follows from the library of a server with this hello; the library itself may be large. */
    private record Told(List<Capability> hello, List<Candidate> candidates) {}

    ModelDiscovery(ModelLadder ladder) {
        this.ladder = ladder;
    }

    /** What is known is of another server. */
    void forget() {
        told = null;
    }

    /**
     * The candidates, best first; at least one.
     *
     * @param timeout for the library's reply, where it has to be asked
     */
    List<Candidate> candidates(NetconfSession session, Duration timeout) throws InterruptedException {
        Hello hello = session.serverHello();
        YangLibrary byHello = YangLibrary.announced(hello);
        List<Candidate> announced = ladder.announced(hello, byHello, "according to its hello");
        Optional<Operation> request = YangLibrary.request(hello);
        if (!announced.isEmpty()) {
            return announced;
        }
        if (request.isEmpty()) {
            return ladder.all(NONE_ANNOUNCED);
        }
        Told known = told;
        if (known != null && known.hello.equals(hello.capabilities())) {
            return known.candidates;
        }
        try {
            YangLibrary library = both(byHello, session.call(request.get(), YangLibrary.reader(), timeout));
            List<Candidate> listed = ladder.announced(hello, library, "according to its YANG library");
            told = new Told(hello.capabilities(), listed.isEmpty() ? ladder.all(NONE_ANNOUNCED) : listed);
            return told.candidates;
        } catch (NetconfException e) {
            // If it is the session that is lost, the first poll will tell.
            return ladder.all(NONE_ANNOUNCED + "; its YANG library could not be read (" + Sentence.of(e) + ")");
        }
    }

    private static YangLibrary both(YangLibrary hello, YangLibrary library) {
        return new YangLibrary(Stream.concat(hello.modules().stream(), library.modules().stream())
                .toList());
    }
}
