package net.coreserver.api.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import net.coreserver.api.http.Query;
import net.coreserver.api.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RanksTest {

    private static final Rank RANK = new Rank(List.of(), "inUtilization", Instant.EPOCH, Instant.EPOCH);

    private final Ranks ranks = new Ranks();
    private final List<CompletableFuture<Rank>> made = new ArrayList<>();

    private static TopWish wish(String query) {
        return TopWish.of(Query.of(query, TopWish.PARAMETERS));
    }

    private CompletableFuture<Rank> ask(String query) {
        return ranks.of(wish(query), () -> {
            CompletableFuture<Rank> making = new CompletableFuture<>();
            made.add(making);
            return making;
        });
    }

    @Test
    void whoAsksForTheSameMeanwhileSharesIt() {
        CompletableFuture<Rank> first = ask("by=inUtilization");

        CompletableFuture<Rank> second = ask("by=inUtilization&window=PT60M&limit=10&to=now");
        assertThat(made).hasSize(1);
        made.getFirst().complete(RANK);

        assertThat(first).isCompletedWithValue(RANK);
        assertThat(second).isCompletedWithValue(RANK);
    }

    @Test
    void nothingIsKept() {
        var _ = ask("by=inUtilization");
        made.getFirst().complete(RANK);

        assertThat(ask("by=inUtilization")).isNotCompleted();
        assertThat(made).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "by=outUtilization, by=inUtilization",
        "by=inUtilization.max, by=inUtilization",
        "by=inUtilization&window=2h, by=inUtilization&window=1h",
        "by=inUtilization&to=-1h, by=inUtilization&to=-2h",
        "by=inUtilization&limit=9, by=inUtilization&limit=10",
        "by=inUtilization&target=edge-1, by=inUtilization&target=edge-2",
        "by=inUtilization&label=site=a, by=inUtilization&label=site=b",
        "by=inUtilization&name=eth*, by=inUtilization&name=eth?",
    })
    void whoAsksForAnotherGetsAnother(String one, String other) {
        assertThat(ask(one)).isNotSameAs(ask(other));
        assertThat(made).hasSize(2);
    }

    @Test
    void tooManyAreRefusedUntilOneIsDone() {
        for (int i = 1; i <= Ranks.MAX; i++) {
            var _ = ask("by=inUtilization&limit=" + i);
        }

        assertThatThrownBy(() -> ask("by=inUtilization&limit=100")).isInstanceOf(ProblemException.class);
        assertThat(ask("by=inUtilization&limit=1")).as("the same as another").isNotCompleted();
        made.getFirst().completeExceptionally(new IllegalStateException("made to fail"));
        assertThat(ask("by=inUtilization&limit=100")).isNotCompleted();
    }

    @Test
    void whatCannotEvenBeBegunIsForgotten() {
        for (int i = 0; i <= Ranks.MAX; i++) {
            assertThat(ranks.of(wish("by=inUtilization"), () -> {
                        throw new IllegalStateException("made to fail");
                    }))
                    .isCompletedExceptionally();
        }
    }
}
