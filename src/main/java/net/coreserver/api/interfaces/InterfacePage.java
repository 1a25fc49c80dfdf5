package net.coreserver.api.interfaces;

import java.time.Instant;
import java.util.List;
import net.coreserver.api.http.Cursor;
import net.coreserver.api.http.Paging;
import net.coreserver.api.http.Representation;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.NaturalOrder;
import org.jspecify.annotations.Nullable;

/**
 * A page of interfaces, cut from renderings.
 *
 * @param representation the array
 * @param next where the page ended, as the text of a cursor; null when nothing comes after it
 */
public record InterfacePage(
        Representation representation, @Nullable String next) {

    /**
     * Cuts a page.
     *
     * @param renderings in natural order of their targets' names
     * @param filter which interfaces
     * @param paging which part of their list
     * @param form how each is written
     * @return the page
     */
    public static InterfacePage of(List<Rendering> renderings, InterfaceFilter filter, Paging paging, Form form) {
        if (renderings.size() == 1 && filter.wantsAll()) {
            Rendering only = renderings.getFirst();
            if (paging.holds(only.samples().size())) {
                return new InterfacePage(only.whole(form), null);
            }
        }
        return new Cut(filter, paging, form).through(renderings);
    }

    /** As new as its newest part, and as old as its oldest. */
    static Representation.@Nullable Age age(List<Rendering> renderings) {
        if (renderings.isEmpty()) {
            return null;
        }
        Instant changedAt = Instant.MIN;
        Instant takenAt = Instant.MAX;
        for (Rendering rendering : renderings) {
            Representation.Age age = rendering.age();
            changedAt = age.changedAt().isAfter(changedAt) ? age.changedAt() : changedAt;
            takenAt = age.takenAt().isBefore(takenAt) ? age.takenAt() : takenAt;
        }
        return Representation.Age.of(changedAt, takenAt);
    }

    /** One walk through the renderings. */
    private static final class Cut {

        private final InterfaceFilter filter;
        private final Paging paging;
        private final Form form;
        private final Slices.Splice splice = new Slices.Splice();
        private int taken;
        private @Nullable Cursor last;

        Cut(InterfaceFilter filter, Paging paging, Form form) {
            this.filter = filter;
            this.paging = paging;
            this.form = form;
        }

        InterfacePage through(List<Rendering> renderings) {
            boolean isFull = false;
            for (Rendering rendering : renderings) {
                isFull = isFull || fillFrom(rendering);
            }
            return new InterfacePage(splice.finish(age(renderings)), isFull && last != null ? last.encode() : null);
        }

        /** Takes what the page has room for, and tells whether something was left over. */
        private boolean fillFrom(Rendering rendering) {
            List<InterfaceSample> samples = rendering.samples();
            Slices slices = null;
            String previous = "";
            int sameName = 0;
            for (int index = start(rendering); index < samples.size(); index++) {
                InterfaceSample sample = samples.get(index);
                sameName = sample.name().equals(previous) ? sameName + 1 : 1;
                previous = sample.name();
                Cursor here = new Cursor(rendering.target(), sample.name(), sameName);
                if (!filter.test(sample) || !paging.isBehind(here)) {
                    continue;
                }
                if (taken == paging.limit()) {
                    return true;
                }
                if (slices == null) {
                    slices = rendering.slices(form);
                }
                splice.add(slices, index);
                taken++;
                last = here;
            }
            return false;
        }

        private int start(Rendering rendering) {
            Cursor after = paging.after();
            if (after == null) {
                return 0;
            }
            int order = NaturalOrder.BY_NAME.compare(rendering.target(), after.target());
            if (order == 0) {
                return rendering.firstNotBefore(after.name());
            }
            return order > 0 ? 0 : rendering.samples().size();
        }
    }
}
