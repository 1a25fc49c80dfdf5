package net.coreserver.config;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import net.coreserver.history.HistoryReader;
import net.coreserver.history.NoHistory;

/** Opens the history. */
@Singleton
final class HistoryWiring {

    @Produces
    @Singleton
    HistoryReader history() {
        return NoHistory.NO_HISTORY;
    }
}
