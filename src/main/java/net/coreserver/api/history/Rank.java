package net.coreserver.api.history;

import java.time.Instant;
import java.util.List;
import net.coreserver.api.http.Json;
import net.coreserver.history.Ranked;

/**
 * Those that had most for some time.
 *
 * @param ranked the highest first
 * @param by the name of what they are ranked by
 * @param from the begin of that time
 * @param to its end
 */
record Rank(List<Ranked> ranked, String by, Instant from, Instant to) {

    byte[] json() {
        return Json.bytes(ranked.stream().map(each -> RankedJson.of(each, this)).toList());
    }

    byte[] csv() {
        Csv table = new Csv(128 * (ranked.size() + 1));
        List.of("target", "interface", "by", "value", "from", "to").forEach(table::field);
        table.endRow();
        for (Ranked each : ranked) {
            table.field(each.series().target());
            table.field(each.series().interfaceName());
            table.field(by);
            table.field(PlainNumber.of(each.value()));
            table.field(from.toString());
            table.field(to.toString());
            table.endRow();
        }
        return table.bytes();
    }
}
