package net.coreserver.api.interfaces;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import net.coreserver.interfaces.IpPrefix;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Address", description = "An IP address of an interface, with the length of its subnet's prefix.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AddressJson(
        @Schema(description = "The address, as the target sent it.", examples = "192.0.2.1", required = true)
        String ip,

        @Schema(
                description =
                        "The length of the subnet's prefix in bits, 0 to 32 for IPv4 and 0 to 128 for IPv6; absent"
                                + " when the target did not say.",
                examples = "24",
                minimum = "0",
                maximum = "128")
        @Nullable Integer prefixLength) {

    static @Nullable List<AddressJson> of(List<IpPrefix> addresses) {
        return addresses.isEmpty()
                ? null
                : addresses.stream()
                        .map(address -> new AddressJson(address.ip(), address.prefixLength()))
                        .toList();
    }
}
