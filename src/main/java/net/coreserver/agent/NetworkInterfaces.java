package net.coreserver.agent;

import java.net.Inet4Address;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.IpPrefix;
import org.jspecify.annotations.Nullable;

/** What {@link NetworkInterface} knows of addresses, on any platform. */
final class NetworkInterfaces {

    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;

    private NetworkInterfaces() {}

    static Map<Integer, AddressSource.Addresses> addresses() throws SocketException {
        Map<Integer, AddressSource.Addresses> byIndex = new HashMap<>();
        NetworkInterface.networkInterfaces().forEach(each -> byIndex.put(each.getIndex(), addressesOf(each)));
        return byIndex;
    }

    static AddressSource.Addresses addressesOf(NetworkInterface networkInterface) {
        List<InterfaceAddress> all = networkInterface.getInterfaceAddresses();
        return new AddressSource.Addresses(
                all.stream()
                        .filter(NetworkInterfaces::isIpv4)
                        .map(address -> prefix(address, IPV4_BITS))
                        .distinct()
                        .toList(),
                all.stream()
                        .filter(address -> !isIpv4(address))
                        .map(address -> prefix(address, IPV6_BITS))
                        .distinct()
                        .toList());
    }

    private static boolean isIpv4(InterfaceAddress address) {
        return address.getAddress() instanceof Inet4Address;
    }

    private static IpPrefix prefix(InterfaceAddress address, int bits) {
        int length = address.getNetworkPrefixLength();
        @Nullable Integer known = length >= 0 && length <= bits ? Integer.valueOf(length) : null;
        return new IpPrefix(IpText.of(address.getAddress()), known);
    }
}
