package net.coreserver.agent;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.IpPrefix;

/** Where the addresses of the host's interfaces come from. */
@FunctionalInterface
interface AddressSource {

    /** {@return the addresses of each interface, by its index, since its name may be spoilt on the way through the JDK} */
    Map<Integer, Addresses> read() throws IOException;

    /** The addresses of one interface. */
    record Addresses(List<IpPrefix> ipv4, List<IpPrefix> ipv6) {

        static final Addresses NONE = new Addresses(List.of(), List.of());

        public Addresses {
            ipv4 = List.copyOf(ipv4);
            ipv6 = List.copyOf(ipv6);
        }
    }
}
