package net.coreserver.interfaces;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one poll saw of one interface. A leaf that the target did not send is null, or an empty list.
 *
 * <p>Source: RFC 8343 section 5 and RFC 8344 section 4, or their predecessors RFC 7223 and RFC 7277, unless said
 * otherwise.
 *
 * @param name the key of the interface on its target, as sent; any text, never empty
 * @param description free text
 * @param type the kind of interface
 * @param adminStatus the desired state
 * @param operStatus the current state
 * @param lastChange when the interface entered its current operational state
 * @param ifIndex its number in the IF-MIB, 0 to 2147483647; 0, which the IF-MIB has not, where a device says so
 * @param physAddress its address below the network layer, usually a MAC address
 * @param speedBitsPerSecond the current bandwidth; null when unknown, and when what was sent cannot be a speed
 * @param mtuOctets the largest packet, in octets; not a leaf of {@code ietf-interfaces}: each reader says where it
 *     comes from
 * @param higherLayerIf names of the interfaces layered on top of this one
 * @param lowerLayerIf names of the interfaces below this one
 * @param ipv4 its IPv4 addresses
 * @param ipv6 its IPv6 addresses
 * @param statistics its counters; null when the target sent none
 * @param anomalies what the target sent that cannot be, in its order
 * @param extra what else its model says of it and has no leaf here: by the model's own name of the leaf, as sent, in the
 *     order of the model
 */
public record InterfaceSample(
        String name,
        @Nullable String description,
        @Nullable InterfaceType type,
        @Nullable AdminStatus adminStatus,
        @Nullable OperStatus operStatus,
        @Nullable Instant lastChange,
        @Nullable Integer ifIndex,
        @Nullable String physAddress,
        @Nullable Long speedBitsPerSecond,
        @Nullable Long mtuOctets,
        List<String> higherLayerIf,
        List<String> lowerLayerIf,
        List<IpPrefix> ipv4,
        List<IpPrefix> ipv6,
        @Nullable Statistics statistics,
        List<Anomaly> anomalies,
        Map<String, String> extra) {

    /** Copies the collections and refuses an empty name. */
    public InterfaceSample {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an interface has a name");
        }
        higherLayerIf = List.copyOf(higherLayerIf);
        lowerLayerIf = List.copyOf(lowerLayerIf);
        ipv4 = List.copyOf(ipv4);
        ipv6 = List.copyOf(ipv6);
        anomalies = List.copyOf(anomalies);
        extra = extra.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }

    /**
     * An interface of which the target sent nothing that cannot be, and nothing that has no leaf here.
     *
     * @param name the key of the interface on its target
     * @param description free text
     * @param type the kind of interface
     * @param adminStatus the desired state
     * @param operStatus the current state
     * @param lastChange when the interface entered its current operational state
     * @param ifIndex its number in the IF-MIB
     * @param physAddress its address below the network layer
     * @param speedBitsPerSecond the current bandwidth
     * @param mtuOctets the largest packet, in octets
     * @param higherLayerIf names of the interfaces layered on top of this one
     * @param lowerLayerIf names of the interfaces below this one
     * @param ipv4 its IPv4 addresses
     * @param ipv6 its IPv6 addresses
     * @param statistics its counters
     */
    public InterfaceSample(
            String name,
            @Nullable String description,
            @Nullable InterfaceType type,
            @Nullable AdminStatus adminStatus,
            @Nullable OperStatus operStatus,
            @Nullable Instant lastChange,
            @Nullable Integer ifIndex,
            @Nullable String physAddress,
            @Nullable Long speedBitsPerSecond,
            @Nullable Long mtuOctets,
            List<String> higherLayerIf,
            List<String> lowerLayerIf,
            List<IpPrefix> ipv4,
            List<IpPrefix> ipv6,
            @Nullable Statistics statistics) {
        this(
                name,
                description,
                type,
                adminStatus,
                operStatus,
                lastChange,
                ifIndex,
                physAddress,
                speedBitsPerSecond,
                mtuOctets,
                higherLayerIf,
                lowerLayerIf,
                ipv4,
                ipv6,
                statistics,
                List.of(),
                Map.of());
    }
}
