package net.coreserver.interfaces.yang;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.netconf.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what a reply says of each interface at several places. What is said first holds; a supplement only says what nobody
 * else does, wherever it stands. For one reply, by one thread.
 */
final class Merging implements Reading.Parts {

    /** More entries than any device has of interfaces; a reply with more is refused before it fills the memory. */
    static final int MAX_PARTS = 250_000;

    /** At more places no model speaks of one interface; what is said at more is passed over, and costs no other interface. */
    static final int MAX_PARTS_OF_ONE = 4096;

    private final Map<String, InterfaceDraft> interfaces = new LinkedHashMap<>();
    private final Map<String, InterfaceDraft> supplements = new LinkedHashMap<>();
    private int parts;

    @Override
    public void add(InterfaceDraft part, boolean isSupplement) throws MalformedMessageException {
        String identity = part.identity();
        if (identity == null) {
            return;
        }
        if (parts++ == MAX_PARTS) {
            throw new MalformedMessageException("more than " + MAX_PARTS + " interfaces");
        }
        Map<String, InterfaceDraft> known = isSupplement ? supplements : interfaces;
        @Nullable InterfaceDraft before = known.putIfAbsent(identity, part);
        if (before != null && !before.isComplete && before.parts < MAX_PARTS_OF_ONE) {
            before.parts++;
            before.fill(part);
        }
    }

    /** The interfaces, in the order in which the reply first speaks of them. */
    List<InterfaceSample> samples() throws MalformedMessageException {
        Layers.complete(interfaces.values());
        List<InterfaceSample> samples = new ArrayList<>(interfaces.size());
        for (Map.Entry<String, InterfaceDraft> entry : interfaces.entrySet()) {
            InterfaceDraft draft = entry.getValue();
            InterfaceDraft supplement = supplements.get(entry.getKey());
            if (supplement != null) {
                draft.otherwise().fill(supplement);
            }
            InterfaceSample sample = draft.toSample();
            if (sample != null) {
                samples.add(sample);
            }
        }
        return samples;
    }
}
