package net.coreserver.api.interfaces;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import net.coreserver.api.http.Representation;
import net.coreserver.api.targets.Reading;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.NaturalOrder;

/**
 * A reading as bytes: each form is made once, by the first who asks for it, and shared by all who ask later. Safe for
 * use by any number of threads.
 */
public final class Rendering {

    private static final Comparator<String> ORDER = NaturalOrder.BY_NAME;

    private final Reading reading;
    private final Representation.Age age;
    private final ConcurrentHashMap<Form, Slices> slices = new ConcurrentHashMap<>();

    Rendering(Reading reading) {
        this.reading = reading;
        this.age = Representation.Age.of(reading.changedAt(), reading.snapshot().takenAt());
    }

    Reading reading() {
        return reading;
    }

    String target() {
        return reading.snapshot().target();
    }

    /** The samples, in the order of the slices. */
    List<InterfaceSample> samples() {
        return reading.snapshot().interfaces();
    }

    Slices slices(Form form) {
        Slices known = slices.get(form);
        return known != null ? known : slices.computeIfAbsent(form, wanted -> Slices.render(reading, wanted, age));
    }

    /**
     * Adds one sample to a list. A list that wants few of the samples of each of many targets has only those rendered,
     * where the target's are not yet.
     */
    void addTo(Slices.Splice splice, Form form, int index) {
        Slices known = slices.get(form);
        if (known != null) {
            splice.add(known, index);
        } else {
            splice.add(form.bytes(reading, samples().get(index)));
        }
    }

    Representation whole(Form form) {
        return slices(form).whole();
    }

    Representation one(Form form, int index) {
        return slices(form).one(index, age);
    }

    Representation.Age age() {
        return age;
    }

    /** Where the interface of a name stands: the first, when the reply held the name twice. */
    OptionalInt find(String name) {
        int index = firstNotBefore(name);
        List<InterfaceSample> samples = samples();
        return index < samples.size() && samples.get(index).name().equals(name)
                ? OptionalInt.of(index)
                : OptionalInt.empty();
    }

    /** Where the first interface stands whose name is not before this one, in natural order; the end, if there is none. */
    int firstNotBefore(String name) {
        List<InterfaceSample> samples = samples();
        int low = 0;
        int high = samples.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ORDER.compare(samples.get(middle).name(), name) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
