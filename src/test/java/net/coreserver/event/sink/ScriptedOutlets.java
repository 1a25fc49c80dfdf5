package net.coreserver.event.sink;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import net.coreserver.event.Event;

/** Sinks that do what a test says, by the file that they would write to. */
final class ScriptedOutlets implements Outlets {

    /** What a sink does with events. */
    interface Script {
        Outcome deliver(List<Event> events) throws InterruptedException;
    }

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, List<List<Long>>> attempts = new ConcurrentHashMap<>();
    private int batchSize = 1;

    ScriptedOutlets batches(int size) {
        batchSize = size;
        return this;
    }

    void script(String sink, Script script) {
        scripts.put(sink, script);
    }

    void answer(String sink, Function<List<Event>, Outcome> script) {
        scripts.put(sink, script::apply);
    }

    /** {@return the numbers of the events of each attempt} */
    List<List<Long>> attempts(String sink) {
        return attempts.computeIfAbsent(sink, ignored -> new CopyOnWriteArrayList<>());
    }

    /** {@return how many attempts there were} */
    int count(String sink) {
        return attempts(sink).size();
    }

    @Override
    public Outlet open(Destination destination, Runnable onDebt) {
        String sink = destination.where();
        return new Outlet() {

            @Override
            public int batchSize() {
                return batchSize;
            }

            @Override
            public Outcome deliver(List<Event> events) throws InterruptedException {
                attempts(sink)
                        .add(new ArrayList<>(events.stream().map(Event::id).toList()));
                return scripts.getOrDefault(sink, ignored -> Outcome.Taken.TAKEN)
                        .deliver(events);
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
