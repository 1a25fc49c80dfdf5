package net.coreserver.api.interfaces;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.NaturalOrder;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Rates;
import net.coreserver.interfaces.Snapshot;
import net.coreserver.interfaces.Statistics;
import org.jspecify.annotations.Nullable;

/** What interfaces can be sorted by. The values of one key are of one type, and compare with each other alone. */
enum SortKey {
    TARGET("target", Name::new, (snapshot, sample) -> new Name(snapshot.target())),
    NAME("name", Name::new, (snapshot, sample) -> new Name(sample.name())),
    TYPE("type", text -> text, (snapshot, sample) -> {
        var type = sample.type();
        return type == null ? null : type.text();
    }),
    ADMIN_STATUS("adminStatus", text -> State.of(AdminStatus.of(text)), (snapshot, sample) -> {
        AdminStatus status = sample.adminStatus();
        return status == null ? null : State.of(status);
    }),
    OPER_STATUS("operStatus", text -> State.of(OperStatus.of(text)), (snapshot, sample) -> {
        OperStatus status = sample.operStatus();
        return status == null ? null : State.of(status);
    }),
    LAST_CHANGE("lastChange", Instant::parse, (snapshot, sample) -> sample.lastChange()),
    SPEED("speed", Long::valueOf, (snapshot, sample) -> sample.speedBitsPerSecond()),

    IN_OCTETS("inOctets", ofCounter(Statistics::inOctets)),
    IN_UNICAST_PKTS("inUnicastPkts", ofCounter(Statistics::inUnicastPkts)),
    IN_BROADCAST_PKTS("inBroadcastPkts", ofCounter(Statistics::inBroadcastPkts)),
    IN_MULTICAST_PKTS("inMulticastPkts", ofCounter(Statistics::inMulticastPkts)),
    IN_DISCARDS("inDiscards", ofCounter(Statistics::inDiscards)),
    IN_ERRORS("inErrors", ofCounter(Statistics::inErrors)),
    IN_UNKNOWN_PROTOS("inUnknownProtos", ofCounter(Statistics::inUnknownProtos)),
    OUT_OCTETS("outOctets", ofCounter(Statistics::outOctets)),
    OUT_UNICAST_PKTS("outUnicastPkts", ofCounter(Statistics::outUnicastPkts)),
    OUT_BROADCAST_PKTS("outBroadcastPkts", ofCounter(Statistics::outBroadcastPkts)),
    OUT_MULTICAST_PKTS("outMulticastPkts", ofCounter(Statistics::outMulticastPkts)),
    OUT_DISCARDS("outDiscards", ofCounter(Statistics::outDiscards)),
    OUT_ERRORS("outErrors", ofCounter(Statistics::outErrors)),

    IN_BITS_PER_SECOND("inBitsPerSecond", ofRate(Rates::inBitsPerSecond)),
    OUT_BITS_PER_SECOND("outBitsPerSecond", ofRate(Rates::outBitsPerSecond)),
    IN_PACKETS_PER_SECOND("inPacketsPerSecond", ofRate(Rates::inPacketsPerSecond)),
    OUT_PACKETS_PER_SECOND("outPacketsPerSecond", ofRate(Rates::outPacketsPerSecond)),
    IN_UTILIZATION("inUtilization", ofRate(Rates::inUtilization)),
    OUT_UTILIZATION("outUtilization", ofRate(Rates::outUtilization)),
    IN_ERRORS_PER_SECOND("inErrorsPerSecond", ofRate(Rates::inErrorsPerSecond)),
    OUT_ERRORS_PER_SECOND("outErrorsPerSecond", ofRate(Rates::outErrorsPerSecond)),
    IN_DISCARDS_PER_SECOND("inDiscardsPerSecond", ofRate(Rates::inDiscardsPerSecond)),
    OUT_DISCARDS_PER_SECOND("outDiscardsPerSecond", ofRate(Rates::outDiscardsPerSecond));

    private static final List<String> WORDS =
            Arrays.stream(values()).map(SortKey::word).toList();

    /** Finds the value of an interface. */
    @FunctionalInterface
    private interface Finder {
        @Nullable Comparable<?> find(Snapshot snapshot, InterfaceSample sample);
    }

    /** Values, and how to have them back from their text. */
    private record Source(Function<String, Comparable<?>> reader, Finder finder) {}

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // it holds functions without state
    private final Source source;

    SortKey(String word, Function<String, Comparable<?>> reader, Finder finder) {
        this(word, new Source(reader, finder));
    }

    SortKey(String word, Source source) {
        this.word = word;
        this.source = source;
    }

    private static Source ofCounter(Function<Statistics, @Nullable Counter64> counter) {
        return new Source(Counter64::parse, (snapshot, sample) -> {
            Statistics statistics = sample.statistics();
            return statistics == null ? null : counter.apply(statistics);
        });
    }

    private static Source ofRate(Function<Rates, @Nullable Double> rate) {
        return new Source(Double::valueOf, (snapshot, sample) -> {
            Rates rates = snapshot.rates(sample.name()).orElse(null);
            return rates == null ? null : rate.apply(rates);
        });
    }

    static List<String> words() {
        return WORDS;
    }

    static Optional<SortKey> of(String word) {
        int index = WORDS.indexOf(word);
        return index < 0 ? Optional.empty() : Optional.of(values()[index]);
    }

    String word() {
        return word;
    }

    /** The value of an interface; null when the target did not send it, or when it cannot be told. */
    @Nullable Comparable<?> value(Snapshot snapshot, InterfaceSample sample) {
        return source.finder().find(snapshot, sample);
    }

    /**
     * Reads a value back from its text.
     *
     * @throws RuntimeException when it cannot have been one
     */
    Comparable<?> read(String text) {
        return source.reader().apply(text);
    }

    /** A name, in natural order. */
    private record Name(String text) implements Comparable<Name> {

        @Override
        public int compareTo(Name other) {
            return NaturalOrder.BY_NAME.compare(text, other.text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A state: the known ones in the order of the model, from {@code up} on, the others behind them. */
    private record State(int number, String text) implements Comparable<State> {

        private static final Comparator<State> ORDER =
                Comparator.comparingInt(State::number).thenComparing(State::text);

        static State of(AdminStatus status) {
            return switch (status) {
                case AdminStatus.Known known -> new State(known.number(), known.word());
                case AdminStatus.Unrecognised(String word) -> new State(Integer.MAX_VALUE, word);
            };
        }

        static State of(OperStatus status) {
            return switch (status) {
                case OperStatus.Known known -> new State(known.number(), known.word());
                case OperStatus.Unrecognised(String word) -> new State(Integer.MAX_VALUE, word);
            };
        }

        @Override
        public int compareTo(State other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
