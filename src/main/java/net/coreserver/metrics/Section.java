package net.coreserver.metrics;

import java.util.List;
import java.util.function.Function;
import net.coreserver.interfaces.InterfaceSample;

/** A family, and where its samples come from: so many rows of each target. */
sealed interface Section {

    /** {@return the family} */
    Family family();

    /** {@return how many samples there may be of a target} */
    int rows(TargetView target);

    /** Writes the labels of a sample. */
    void appendLabels(TargetView target, int row, Octets out);

    /**
     * Writes the value of a sample.
     *
     * @return whether there is one
     */
    boolean appendValue(TargetView target, int row, Octets out);

    /** {@return whether it tells what a poll saw, so that the time of that poll is the samples' time} */
    boolean isOfSnapshot();

    /**
     * One sample of each target.
     *
     * @param value writes its value
     */
    record OfTarget(Family family, TargetValue value) implements Section {

        @Override
        public int rows(TargetView target) {
            return 1;
        }

        @Override
        public void appendLabels(TargetView target, int row, Octets out) {
            out.octets(target.labels());
        }

        @Override
        public boolean appendValue(TargetView target, int row, Octets out) {
            return value.append(target, out);
        }

        @Override
        public boolean isOfSnapshot() {
            return false;
        }
    }

    /**
     * One sample of each target and each of some words.
     *
     * @param label the label that has the word
     * @param words all of them
     * @param spelling how a word is spelt
     * @param value tells the value of a word
     * @param <W> the words
     */
    record OfTargetAnd<W>(Family family, String label, List<W> words, Function<W, String> spelling, WordValue<W> value)
            implements Section {

        @Override
        public int rows(TargetView target) {
            return words.size();
        }

        @Override
        public void appendLabels(TargetView target, int row, Octets out) {
            out.octets(target.labels());
            out.label(label, spelling.apply(words.get(row)));
        }

        @Override
        public boolean appendValue(TargetView target, int row, Octets out) {
            out.unsigned(value.of(target, words.get(row)));
            return true;
        }

        @Override
        public boolean isOfSnapshot() {
            return false;
        }
    }

    /**
     * One sample of each interface.
     *
     * @param labels writes labels that stand in this family alone
     * @param value writes its value
     */
    record OfInterface(Family family, TargetView.InterfaceLabels labels, InterfaceValue value) implements Section {

        /** No labels but those that all families have. */
        static final TargetView.InterfaceLabels NO_LABELS = (sample, out) -> {};

        OfInterface(Family family, InterfaceValue value) {
            this(family, NO_LABELS, value);
        }

        @Override
        public int rows(TargetView target) {
            return target.interfaces().size();
        }

        @Override
        public void appendLabels(TargetView target, int row, Octets out) {
            target.appendLabels(row, out);
            labels.append(target.interfaces().get(row), out);
        }

        @Override
        public boolean appendValue(TargetView target, int row, Octets out) {
            return value.append(target.interfaces().get(row), out);
        }

        @Override
        public boolean isOfSnapshot() {
            return true;
        }
    }

    /** Writes a number that is known of a target. */
    @FunctionalInterface
    interface TargetValue {

        /** {@return whether there is one} */
        boolean append(TargetView target, Octets out);
    }

    /** A count that there is of each target and each word. */
    @FunctionalInterface
    interface WordValue<W> {

        /** {@return how many} */
        long of(TargetView target, W word);
    }

    /** Writes a number that is known of an interface. */
    @FunctionalInterface
    interface InterfaceValue {

        /** {@return whether there is one} */
        boolean append(InterfaceSample sample, Octets out);
    }
}
