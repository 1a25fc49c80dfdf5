package net.coreserver.metrics;

import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.Metric;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/** The numbers of an interface that families have in common, whatever they are named. */
final class InterfaceValues {

    static final Section.InterfaceValue ONE = (sample, out) -> {
        out.octet('1');
        return true;
    };

    static final Section.InterfaceValue ADMIN_STATUS = (sample, out) -> {
        AdminStatus status = sample.adminStatus();
        if (status instanceof AdminStatus.Known known) {
            out.unsigned(known.number());
            return true;
        }
        return false;
    };

    static final Section.InterfaceValue OPER_STATUS = (sample, out) -> {
        OperStatus status = sample.operStatus();
        if (status instanceof OperStatus.Known known) {
            out.unsigned(known.number());
            return true;
        }
        return false;
    };

    static final Section.InterfaceValue SPEED_IN_OCTETS = (sample, out) -> {
        Long bitsPerSecond = sample.speedBitsPerSecond();
        if (bitsPerSecond != null) {
            out.eighths(bitsPerSecond);
        }
        return bitsPerSecond != null;
    };

    static final Section.InterfaceValue MTU = (sample, out) -> append(sample.mtuOctets(), out);

    private InterfaceValues() {}

    static Section.InterfaceValue counter(Metric metric) {
        return (sample, out) -> {
            Statistics statistics = sample.statistics();
            Counter64 counter = statistics == null ? null : metric.counter(statistics);
            if (counter != null) {
                out.unsigned(counter.bits());
            }
            return counter != null;
        };
    }

    static boolean append(@Nullable Long number, Octets out) {
        if (number != null) {
            out.unsigned(number);
        }
        return number != null;
    }
}
