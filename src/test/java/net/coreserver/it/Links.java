package net.coreserver.it;

import static net.coreserver.it.Sandbox.quoted;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The network interfaces within a sandbox: what the tests do to them, and what Linux says of them. Nothing else sends
 * anything there, so the counters stand still until a test moves them.
 */
final class Links {

    private final Sandbox sandbox;

    Links(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** Adds two interfaces that are the two ends of one cable, and sets them up. */
    void addCable(String left, String right) {
        sandbox.run("ip", "link", "add", left, "type", "veth", "peer", "name", right);
        for (String name : List.of(left, right)) {
            // Without an IPv6 address of its own the kernel has nothing to announce.
            sandbox.run("ip", "link", "set", "dev", name, "addrgenmode", "none");
            setUp(name);
        }
        awaitOperState(left, "up");
        awaitOperState(right, "up");
    }

    /** Adds an interface that leads nowhere, and leaves it down. */
    void addBridge(String name) {
        sandbox.run("ip", "link", "add", "name", name, "type", "bridge");
    }

    void addAddress(String name, String addressAndPrefixLength) {
        sandbox.run("ip", "address", "add", addressAndPrefixLength, "dev", name);
    }

    void addAddress(String name, String address, String peerAndPrefixLength) {
        sandbox.run("ip", "address", "add", address, "peer", peerAndPrefixLength, "dev", name);
    }

    void setUp(String name) {
        sandbox.run("ip", "link", "set", "dev", name, "up");
    }

    void setDown(String name) {
        sandbox.run("ip", "link", "set", "dev", name, "down");
    }

    /** Waits until Linux shows a state, which it may do a moment after the change. */
    void awaitOperState(String name, String state) {
        await(name + " is " + state)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> attribute(name, "operstate").equals(state));
    }

    /**
     * Sends UDP datagrams through a cable: what fits arrives at the other end, and what does not is dropped by both.
     *
     * @param from one end, which has an address in 198.51.100.0/24
     * @param to the other end
     * @param small how many that fit
     * @param big how many that do not
     */
    void send(String from, String to, int small, int big) {
        sandbox.run("ip", "link", "set", "dev", to, "mtu", "576");
        String macAddress = attribute(to, "address");
        sandbox.run("ip", "neighbour", "replace", "198.51.100.99", "lladdr", macAddress, "dev", from);
        sandbox.run("bash", "-euc", """
                for ((i = 0; i < $1; i++)); do head -c 100 /dev/zero >/dev/udp/198.51.100.99/9; done
                for ((i = 0; i < $2; i++)); do head -c 1000 /dev/zero >/dev/udp/198.51.100.99/9; done
                """, "bash", Integer.toString(small), Integer.toString(big));
    }

    /** {@return a counter, by its file in {@code /sys/class/net/NAME/statistics}} */
    BigInteger counter(String name, String file) {
        return new BigInteger(attribute(name, "statistics/" + file));
    }

    /** {@return a file of {@code /sys/class/net/NAME}} */
    String attribute(String name, String file) {
        return sandbox.run("cat", "/sys/class/net/" + name + "/" + file).strip();
    }

    /** {@return the names of all interfaces} */
    List<String> names() {
        return sandbox.run("ls", "/sys/class/net").lines().toList();
    }

    /** {@return the IPv4 addresses with their prefix lengths, {@code 192.0.2.1/24}, in the kernel's order} */
    List<String> addresses(String name) {
        String json = sandbox.script("ip -json -4 address show dev " + quoted(name));
        try {
            JsonNode links = new ObjectMapper().readTree(json);
            return StreamSupport.stream(links.spliterator(), false)
                    .flatMap(link -> StreamSupport.stream(link.path("addr_info").spliterator(), false))
                    .map(address -> address.path("local").asText() + "/"
                            + address.path("prefixlen").asText())
                    .toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(json, e);
        }
    }
}
