package net.coreserver.monitor;

import java.util.List;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.netconf.NetconfException;

/** What came of asking for interfaces by one model. */
sealed interface Attempt {

    /** What an attempt is worth, from the least on. */
    enum Worth {
        /** The server cannot be asked by this model. */
        REFUSAL,
        /** There is no interface. */
        NOTHING,
        /** There are interfaces, but nothing of them that is monitored: their configuration, at most. */
        NO_STATE,
        /** There is an interface with its state, so that this model does. */
        STATE
    }

    /** By which model. */
    Candidate candidate();

    Worth worth();

    /** What the server told; throws what it refused with. */
    List<InterfaceSample> samples();

    /** What came of it, as a part of a sentence. */
    String outcome();

    /**
     * The server told something, or that there is nothing.
     *
     * @param samples before the target's own selection is applied: what that leaves says nothing of the model
     */
    record Answered(Candidate candidate, List<InterfaceSample> samples) implements Attempt {

        @Override
        public Worth worth() {
            if (samples.isEmpty()) {
                return Worth.NOTHING;
            }
            return samples.stream().anyMatch(Answered::hasState) ? Worth.STATE : Worth.NO_STATE;
        }

        private static boolean hasState(InterfaceSample sample) {
            return sample.operStatus() != null
                    || sample.lastChange() != null
                    || sample.statistics() != null
                    || sample.speedBitsPerSecond() != null
                    || sample.ifIndex() != null
                    || sample.physAddress() != null;
        }

        @Override
        public String outcome() {
            return candidate.name()
                    + switch (worth()) {
                        case REFUSAL -> throw new IllegalStateException("an answer is no refusal");
                        case NOTHING -> " gave no interface";
                        case NO_STATE -> " gave interfaces without their state";
                        case STATE -> " answered";
                    };
        }
    }

    /** The server refused. */
    record Refused(Candidate candidate, NetconfException refusal) implements Attempt {

        @Override
        public Worth worth() {
            return Worth.REFUSAL;
        }

        @Override
        public List<InterfaceSample> samples() {
            throw refusal;
        }

        @Override
        public String outcome() {
            return candidate.name() + " ended in " + Sentence.of(refusal);
        }
    }
}
