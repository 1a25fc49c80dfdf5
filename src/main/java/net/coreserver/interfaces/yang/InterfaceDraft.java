package net.coreserver.interfaces.yang;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.Anomaly;
import net.coreserver.interfaces.Counter64;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceType;
import net.coreserver.interfaces.IpPrefix;
import net.coreserver.interfaces.OperStatus;
import net.coreserver.interfaces.Statistics;
import net.coreserver.netconf.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * What has been read of one interface so far: what becomes an {@link InterfaceSample}. Readers write into its fields; what is not
 * known is null. A leaf that comes twice in one place counts as it stands the last time.
 */
final class InterfaceDraft {

    /** More entries than any list in an interface has; more are refused before they fill the memory. */
    static final int MAX_LIST_ENTRIES = 65_536;

    /** How many anomalies, and how many leaves beyond our own, are kept of one interface. */
    static final int MAX_REMARKS = 64;

    private static final int MAX_EXTRA_CHARACTERS = 256;

    @Nullable String name;

    /** By what the parts of a reply that speak of one interface find each other; null where it is the name. */
    @Nullable String key;

    @Nullable String description;

    @Nullable InterfaceType type;

    @Nullable AdminStatus adminStatus;

    @Nullable OperStatus operStatus;

    @Nullable Instant lastChange;

    @Nullable Integer ifIndex;

    @Nullable String physAddress;
    /** In bits per second. */
    @Nullable Long speed;
    /** In octets. */
    @Nullable Long mtu;

    @Nullable Instant discontinuityTime;

    /** The address whose list entry is being read. */
    @Nullable String ip;

    @Nullable Integer prefixLength;

    /** Whether nothing else in the reply adds to this part: what else has its name is another's. */
    boolean isComplete;

    /** How many others have been merged into it. */
    int parts;

    private List<String> higherLayerIf = List.of();
    private List<String> lowerLayerIf = List.of();
    private List<IpPrefix> ipv4 = List.of();
    private List<IpPrefix> ipv6 = List.of();
    /** Null as long as none was sent. */
    private @Nullable EnumMap<CounterLeaf, Counter64> counters;

    private List<Anomaly> anomalies = List.of();
    private Map<String, String> extra = Map.of();
    private Map<String, String> notes = Map.of();
    private @Nullable InterfaceDraft otherwise;
    private final @Nullable String scope;
    private final @Nullable InterfaceDraft parent;

    /**
     * For an interface of which nothing is known yet.
     *
     * @param scope what was read of the lists around it with {@link Element#scope}; null when there is none
     * @param parent the interface in whose entry its own stands; null when there is none
     */
    InterfaceDraft(@Nullable String scope, @Nullable InterfaceDraft parent) {
        this.scope = scope;
        this.parent = parent;
    }

    /** The interface in whose entry its own stands; null when there is none. */
    @Nullable InterfaceDraft parent() {
        return parent;
    }

    /** What the interface belongs to, such as a router. */
    @Nullable String scope() {
        return scope;
    }

    /** What holds where nothing better is said, wherever the better stands: configuration where there is no state. */
    InterfaceDraft otherwise() {
        if (otherwise == null) {
            otherwise = new InterfaceDraft(scope, parent);
        }
        return otherwise;
    }

    /** A text that {@link ListElement#finish} needs; null is not kept. */
    void note(String word, @Nullable String text) {
        if (text != null) {
            notes = notes.isEmpty() ? new LinkedHashMap<>() : notes;
            notes.put(word, text);
        }
    }

    @Nullable String noted(String word) {
        return notes.get(word);
    }

    void counter(CounterLeaf counter, Leaf value) {
        Counter64 read = value.counter64();
        counters = counters == null ? new EnumMap<>(CounterLeaf.class) : counters;
        set(counter, read);
        if (read == null) {
            cannotBe(counter.word(), value);
        }
    }

    void set(CounterLeaf counter, @Nullable Counter64 value) {
        if (value != null) {
            counters = counters == null ? new EnumMap<>(CounterLeaf.class) : counters;
            counters.put(counter, value);
        } else if (counters != null) {
            counters.remove(counter);
        }
    }

    @Nullable Counter64 counter(CounterLeaf counter) {
        return counters == null ? null : counters.get(counter);
    }

    /** Notes that a text, unless there is none, is nothing that the leaf can have. */
    void cannotBe(String leaf, Leaf value) {
        String text = value.text();
        if (text != null && anomalies.size() < MAX_REMARKS) {
            anomalies = anomalies.isEmpty() ? new ArrayList<>(1) : anomalies;
            anomalies.add(new Anomaly(leaf, text));
        }
    }

    /** Keeps a leaf that has no place here, unless it has no text. */
    void extra(String leaf, @Nullable String text) {
        if (text != null && extra.size() < MAX_REMARKS) {
            extra = extra.isEmpty() ? new LinkedHashMap<>() : extra;
            extra.put(leaf, text.length() <= MAX_EXTRA_CHARACTERS ? text : text.substring(0, MAX_EXTRA_CHARACTERS));
        }
    }

    void higherLayerIf(@Nullable String other) throws MalformedMessageException {
        higherLayerIf = with(higherLayerIf, other);
    }

    List<String> higherLayerIf() {
        return higherLayerIf;
    }

    void lowerLayerIf(@Nullable String other) throws MalformedMessageException {
        lowerLayerIf = with(lowerLayerIf, other);
    }

    List<String> lowerLayerIf() {
        return lowerLayerIf;
    }

    /** Adds an address; the unspecified one is none. */
    void address(@Nullable String text, @Nullable Integer length) throws MalformedMessageException {
        if (text == null || text.equals("0.0.0.0") || text.equals("::")) {
            return;
        }
        if (text.indexOf(':') >= 0) {
            ipv6 = with(ipv6, new IpPrefix(text, length));
        } else {
            ipv4 = with(ipv4, new IpPrefix(text, length != null && length > 32 ? null : length));
        }
    }

    /** Adds an address in front of those that are known, whichever of them was told first. */
    void primaryAddress(@Nullable String text, @Nullable Integer length) throws MalformedMessageException {
        List<IpPrefix> others4 = ipv4;
        List<IpPrefix> others6 = ipv6;
        ipv4 = List.of();
        ipv6 = List.of();
        address(text, length);
        ipv4 = union(ipv4, others4);
        ipv6 = union(ipv6, others6);
    }

    private static <T> List<T> with(List<T> list, @Nullable T element) throws MalformedMessageException {
        if (element == null) {
            return list;
        }
        List<T> longer = list.isEmpty() ? new ArrayList<>(2) : list;
        if (longer.size() == MAX_LIST_ENTRIES) {
            throw new MalformedMessageException(
                    "more than " + MAX_LIST_ENTRIES + " entries of one list in an interface");
        }
        longer.add(element);
        return longer;
    }

    /** By what other parts of the reply speak of the same interface; null when it is nobody's. */
    @Nullable String identity() {
        return key == null ? name : key;
    }

    /** Takes from another what is not known here. What both know a list of becomes one list. */
    void fill(InterfaceDraft other) throws MalformedMessageException {
        name = name == null ? other.name : name;
        description = description == null ? other.description : description;
        type = type == null ? other.type : type;
        adminStatus = adminStatus == null ? other.adminStatus : adminStatus;
        operStatus = operStatus == null ? other.operStatus : operStatus;
        lastChange = lastChange == null ? other.lastChange : lastChange;
        ifIndex = ifIndex == null ? other.ifIndex : ifIndex;
        physAddress = physAddress == null ? other.physAddress : physAddress;
        speed = speed == null ? other.speed : speed;
        mtu = mtu == null ? other.mtu : mtu;
        discontinuityTime = discontinuityTime == null ? other.discontinuityTime : discontinuityTime;
        higherLayerIf = union(higherLayerIf, other.higherLayerIf);
        lowerLayerIf = union(lowerLayerIf, other.lowerLayerIf);
        ipv4 = union(ipv4, other.ipv4);
        ipv6 = union(ipv6, other.ipv6);
        anomalies = union(anomalies, other.anomalies);
        if (anomalies.size() > MAX_REMARKS) {
            anomalies = new ArrayList<>(anomalies.subList(0, MAX_REMARKS));
        }
        if (other.counters != null) {
            counters = counters == null ? new EnumMap<>(CounterLeaf.class) : counters;
            other.counters.forEach((counter, value) -> {
                if (counter(counter) == null) {
                    set(counter, value);
                }
            });
        }
        other.extra.forEach((leaf, text) -> {
            if (!extra.containsKey(leaf)) {
                extra(leaf, text);
            }
        });
        other.notes.forEach((word, text) -> {
            if (noted(word) == null) {
                note(word, text);
            }
        });
        if (other.otherwise != null) {
            otherwise().fill(other.otherwise);
        }
    }

    private static <T> List<T> union(List<T> mine, List<T> others) throws MalformedMessageException {
        if (others.isEmpty() || others.equals(mine)) {
            return mine;
        }
        if (others.size() == 1) {
            return mine.contains(others.getFirst()) ? mine : with(mine, others.getFirst());
        }
        LinkedHashSet<T> all = new LinkedHashSet<>(mine);
        all.addAll(others);
        if (all.size() > MAX_LIST_ENTRIES) {
            throw new MalformedMessageException(
                    "more than " + MAX_LIST_ENTRIES + " entries of one list in an interface");
        }
        return new ArrayList<>(all);
    }

    /** The sample; null when there is no name, without which it is nobody's. */
    @Nullable InterfaceSample toSample() throws MalformedMessageException {
        while (otherwise != null) {
            InterfaceDraft next = otherwise;
            otherwise = null;
            fill(next);
        }
        return name == null
                ? null
                : new InterfaceSample(
                        name,
                        description,
                        type,
                        adminStatus,
                        operStatus,
                        lastChange,
                        ifIndex,
                        physAddress,
                        speed,
                        mtu,
                        higherLayerIf,
                        lowerLayerIf,
                        Addresses.once(ipv4),
                        Addresses.once(ipv6),
                        statistics(),
                        anomalies,
                        extra);
    }

    private @Nullable Statistics statistics() {
        if (discontinuityTime == null && counters == null) {
            return null;
        }
        return new Statistics(
                discontinuityTime,
                counter(CounterLeaf.IN_OCTETS),
                counter(CounterLeaf.IN_UNICAST_PKTS),
                counter(CounterLeaf.IN_BROADCAST_PKTS),
                counter(CounterLeaf.IN_MULTICAST_PKTS),
                counter(CounterLeaf.IN_DISCARDS),
                counter(CounterLeaf.IN_ERRORS),
                counter(CounterLeaf.IN_UNKNOWN_PROTOS),
                counter(CounterLeaf.OUT_OCTETS),
                counter(CounterLeaf.OUT_UNICAST_PKTS),
                counter(CounterLeaf.OUT_BROADCAST_PKTS),
                counter(CounterLeaf.OUT_MULTICAST_PKTS),
                counter(CounterLeaf.OUT_DISCARDS),
                counter(CounterLeaf.OUT_ERRORS));
    }
}
