package net.coreserver.api.targets;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import net.coreserver.api.http.RequestTarget;
import net.coreserver.api.problem.ProblemException;
import net.coreserver.api.problem.Problems;
import net.coreserver.interfaces.NaturalOrder;
import net.coreserver.monitor.Monitor;
import net.coreserver.monitor.MonitoredTarget;

/** The monitored targets as requests name them. */
@Singleton
public final class Targets {

    private static final Comparator<MonitoredTarget> BY_NAME =
            Comparator.comparing(monitored -> monitored.target().name(), NaturalOrder.BY_NAME);

    private final Monitor monitor;

    Targets(Monitor monitor) {
        this.monitor = monitor;
    }

    /** All targets, in the order in which lists have them, which no change of the inventory upsets. */
    List<MonitoredTarget> all() {
        return monitor.targets().stream().sorted(BY_NAME).toList();
    }

    /**
     * The target of a name.
     *
     * @param segment the name as a segment of the path
     * @return the target
     * @throws ProblemException when there is none
     */
    public MonitoredTarget named(String segment) {
        String name = RequestTarget.segment(segment);
        return monitor.target(name).orElseThrow(() -> Problems.unknownTarget(name));
    }

    /**
     * The targets that a filter wants.
     *
     * @param filter of a request
     * @return them, in the order in which lists have them
     * @throws ProblemException when it names one that there is not
     */
    public List<MonitoredTarget> all(TargetFilter filter) {
        List<MonitoredTarget> all = all();
        List<String> names =
                all.stream().map(monitored -> monitored.target().name()).toList();
        for (String name : filter.names()) {
            if (!names.contains(name)) {
                throw Problems.invalidParameter("target", name, names);
            }
        }
        return all.stream().filter(monitored -> filter.test(monitored.target())).toList();
    }
}
