package net.coreserver.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Feeds every reader what has been kept for it, and what can be made of that. */
class CorpusTest {

    /** Enough to meet each kind of mistake, and few enough for every build. */
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 3000);

    private static final long START = 20_261_121;

    @ParameterizedTest
    @EnumSource
    void whatIsKeptBreaksNothing(FuzzTarget target) throws Exception {
        SortedMap<String, byte[]> inputs = Corpus.inputs(target);
        assertThat(inputs).isNotEmpty();
        inputs.forEach((name, input) -> feed(target, name, input));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMadeOfItBreaksNothing(FuzzTarget target) throws Exception {
        Mutations mutations = new Mutations(List.copyOf(Corpus.inputs(target).values()), START);
        for (int round = 0; round < ROUNDS; round++) {
            feed(target, "round " + round, mutations.next());
        }
    }

    private static void feed(FuzzTarget target, String name, byte[] input) {
        try {
            target.feed(input);
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError(
                    target + " broke on " + name + ": " + new String(input, StandardCharsets.ISO_8859_1), e);
        }
    }
}
