package net.coreserver.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What one target's metrics are named. */
public enum ProbeModule {
    /** As everywhere else. */
    NETCONF("netconf"),
    /** As the exporter for SNMP names them. */
    IF_MIB("if_mib");

    private final String word;

    ProbeModule(String word) {
        this.word = word;
    }

    /** {@return its name, as the API spells it} */
    public String word() {
        return word;
    }

    /** {@return the names of all of them} */
    public static List<String> words() {
        return Arrays.stream(values()).map(ProbeModule::word).toList();
    }

    /**
     * Finds a module.
     *
     * @param word its name
     * @return it; empty when there is none of that name
     */
    public static Optional<ProbeModule> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }
}
