package net.coreserver.interfaces.yang;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import net.coreserver.netconf.MalformedMessageException;
import org.jspecify.annotations.Nullable;

/**
 * Makes two interfaces of which one says that it is above or below the other agree: many a device tells a bundle of its members only,
 * or the members alone of their bundle. Source: RFC 8343 section 5, where the two lists are each other's inverse.
 */
final class Layers {

    private Layers() {}

    static void complete(Collection<InterfaceDraft> interfaces) throws MalformedMessageException {
        Map<String, InterfaceDraft> byName = new HashMap<>();
        Map<String, InterfaceDraft> additions = new HashMap<>();
        for (InterfaceDraft draft : interfaces) {
            String name = draft.name;
            if (name == null
                    || (draft.higherLayerIf().isEmpty() && draft.lowerLayerIf().isEmpty())) {
                continue;
            }
            for (String lower : draft.lowerLayerIf()) {
                addition(additions, lower).higherLayerIf(name);
            }
            for (String higher : draft.higherLayerIf()) {
                addition(additions, higher).lowerLayerIf(name);
            }
        }
        if (additions.isEmpty()) {
            return;
        }
        interfaces.forEach(draft -> byName.putIfAbsent(String.valueOf(draft.name), draft));
        for (Map.Entry<String, InterfaceDraft> addition : additions.entrySet()) {
            @Nullable InterfaceDraft other = byName.get(addition.getKey());
            if (other != null) {
                other.fill(addition.getValue());
            }
        }
    }

    private static InterfaceDraft addition(Map<String, InterfaceDraft> additions, String name) {
        return additions.computeIfAbsent(name, other -> new InterfaceDraft(null, null));
    }
}
