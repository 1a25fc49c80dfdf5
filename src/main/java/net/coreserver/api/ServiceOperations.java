package net.coreserver.api;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.coreserver.api.event.EventOperations;
import net.coreserver.api.history.HistoryOperations;
import net.coreserver.api.http.ApiOperation;
import net.coreserver.api.interfaces.InterfaceOperations;
import net.coreserver.api.inventory.InventoryOperations;
import net.coreserver.api.metrics.MetricsOperations;
import net.coreserver.api.sink.SinkOperations;
import net.coreserver.api.targets.TargetOperations;

/** What can be asked of the service itself, and the list of all that can be asked. */
final class ServiceOperations {

    static final ApiOperation GET_ABOUT = ApiOperation.of("getAbout", ApiOperation.Kind.MOMENT, List.of(), Set.of());

    private static final List<ApiOperation> ALL = Stream.of(
                    TargetOperations.ALL,
                    InventoryOperations.ALL,
                    InterfaceOperations.ALL,
                    HistoryOperations.ALL,
                    EventOperations.ALL,
                    SinkOperations.ALL,
                    MetricsOperations.ALL,
                    List.of(GET_ABOUT))
            .flatMap(List::stream)
            .toList();

    private ServiceOperations() {}

    /**
     * The operation of a name, whatever it is about.
     *
     * @throws IllegalArgumentException when nobody has it
     */
    static ApiOperation named(String id) {
        return ALL.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no operation is named " + id));
    }
}
