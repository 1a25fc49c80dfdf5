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
 * none, those in its YANG library; where that has none either, all. What a library told is kept for as long as the hello stays
 * the same. For one thread.
 */
final class ModelDiscovery {

    private final ModelLadder ladder;
    private @Nullable Told told;

    /** What the library of a server with these capabilities told. */
    private record Told(List<Capability> capabilities, YangLibrary library) {}

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
        String none = "The server announces no model that CoreServer reads, so that all are tried";
        if (request.isEmpty()) {
            return ladder.all(none);
        }
        try {
            YangLibrary library = library(session, request.get(), timeout);
            List<Candidate> known = ladder.announced(hello, both(byHello, library), "according to its YANG library");
            return known.isEmpty() ? ladder.all(none) : known;
        } catch (NetconfException e) {
            // If it is the session that is lost, the first poll will tell.
            return ladder.all(none + "; its YANG library could not be read (" + Sentence.of(e) + ")");
        }
    }

    private YangLibrary library(NetconfSession session, Operation request, Duration timeout)
            throws InterruptedException {
        List<Capability> capabilities = session.serverHello().capabilities();
        Told known = told;
        if (known == null || !known.capabilities.equals(capabilities)) {
            known = new Told(capabilities, session.call(request, YangLibrary.reader(), timeout));
            told = known;
        }
        return known.library;
    }

    private static YangLibrary both(YangLibrary hello, YangLibrary library) {
        return new YangLibrary(Stream.concat(hello.modules().stream(), library.modules().stream())
                .toList());
    }
}
