package net.coreserver.api.interfaces;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import net.coreserver.api.http.Representation;
import net.coreserver.interfaces.InterfaceSample;
import org.jspecify.annotations.Nullable;

/**
 * Selects a page of a sorted list: looks at every interface once, and keeps no more of them than the page has room for.
 * For one thread.
 */
final class SortedPage {

    private record Candidate(Place place, Rendering rendering, int index) {}

    private final Sort sort;
    private final @Nullable SortCursor after;
    private final int limit;
    private final Comparator<Candidate> order;
    /** The last of the best so far stands first. */
    private final PriorityQueue<Candidate> best;

    private int matching;
    private int behind;

    private SortedPage(Sort sort, @Nullable SortCursor after, int limit) {
        this.sort = sort;
        this.after = after;
        this.limit = limit;
        boolean isByName = after != null && after.rest() != null;
        Comparator<Place> places = isByName ? Comparator.comparing(Place::element) : sort;
        this.order = Comparator.comparing(Candidate::place, places);
        this.best = new PriorityQueue<>(order.reversed());
    }

    /**
     * Cuts a page.
     *
     * @param renderings in any order
     * @param after where the page before ended; null for the first
     */
    static InterfacePage of(
            List<Rendering> renderings,
            InterfaceFilter filter,
            Sort sort,
            int limit,
            @Nullable SortCursor after,
            Form form) {
        SortedPage page = new SortedPage(sort, after, limit);
        renderings.forEach(rendering -> page.lookThrough(rendering, filter));
        return page.finish(InterfacePage.age(renderings), form);
    }

    private void lookThrough(Rendering rendering, InterfaceFilter filter) {
        List<InterfaceSample> samples = rendering.samples();
        String previous = "";
        int sameName = 0;
        for (int index = 0; index < samples.size(); index++) {
            InterfaceSample sample = samples.get(index);
            sameName = sample.name().equals(previous) ? sameName + 1 : 1;
            previous = sample.name();
            if (filter.test(sample)) {
                matching++;
                offer(sort.place(rendering.reading().snapshot(), sample, sameName), rendering, index);
            }
        }
    }

    private void offer(Place place, Rendering rendering, int index) {
        if (after != null && !after.isBefore(place)) {
            return;
        }
        behind++;
        Candidate candidate = new Candidate(place, rendering, index);
        if (best.size() == limit) {
            if (order.compare(candidate, best.element()) > 0) {
                return;
            }
            best.remove();
        }
        best.add(candidate);
    }

    private InterfacePage finish(Representation.@Nullable Age age, Form form) {
        List<Candidate> page = new ArrayList<>(best);
        page.sort(order);
        Slices.Splice splice = new Slices.Splice();
        for (Candidate candidate : page) {
            candidate.rendering().addTo(splice, form, candidate.index());
        }
        SortCursor next = behind > page.size()
                ? SortCursor.after(sort, after, page.getLast().place(), page.size(), matching)
                : null;
        return new InterfacePage(splice.finish(age), next == null ? null : next.encode());
    }
}
