package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import net.coreserver.netconf.ssh.ConnectPacing.Turn;
import org.junit.jupiter.api.Test;

class ConnectPacingTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Deque<Runnable> later = new ArrayDeque<>();
    private final ConnectPacing pacing = pacing(2, 3);

    private ConnectPacing pacing(int perHost, int inAll) {
        return new ConnectPacing(new ConnectPacing.Limits(perHost, inAll, PATIENCE), (delay, task) -> {
            assertThat(delay).isEqualTo(PATIENCE);
            synchronized (later) {
                later.addLast(task);
            }
        });
    }

    private void patienceWithTheOldestIsOver() {
        synchronized (later) {
            later.removeFirst().run();
        }
    }

    /** Someone who waits for a turn on a thread of his own. */
    private final class Waiting {

        private final CompletableFuture<Turn> turn = new CompletableFuture<>();
        private final Thread thread;

        Waiting(String host) {
            thread = Thread.ofVirtual().start(() -> {
                try {
                    turn.complete(pacing.await(host));
                } catch (InterruptedException e) {
                    turn.completeExceptionally(e);
                }
            });
            await().until(() -> turn.isDone() || thread.getState() == Thread.State.WAITING);
        }

        boolean hasTurn() {
            return turn.isDone();
        }
    }

    @Test
    void oneHostHasFewTurns() throws Exception {
        Turn first = pacing.await("edge");
        pacing.await("edge");
        Waiting third = new Waiting("EDGE");
        assertThat(third.hasTurn()).isFalse();

        pacing.await("other");
        assertThat(third.hasTurn()).isFalse();

        first.close();
        assertThat(third.turn.get()).isNotNull();
    }

    @Test
    void thereAreFewTurnsInAll() throws Exception {
        pacing.await("one");
        Turn second = pacing.await("two");
        pacing.await("three");
        Waiting fourth = new Waiting("four");
        assertThat(fourth.hasTurn()).isFalse();

        second.close();
        assertThat(fourth.turn.get()).isNotNull();
    }

    @Test
    void aTurnIsGivenBackOnce() throws Exception {
        Turn first = pacing.await("edge");
        pacing.await("edge");
        first.close();
        first.close();
        patienceWithTheOldestIsOver();

        pacing.await("edge");
        assertThat(new Waiting("edge").hasTurn()).isFalse();
    }

    @Test
    void hostsThatSayNothingHoldNobodyUpForLong() throws Exception {
        for (String hanging : List.of("one", "two", "three")) {
            pacing.await(hanging);
        }
        Waiting other = new Waiting("other");
        assertThat(other.hasTurn()).isFalse();

        patienceWithTheOldestIsOver();
        assertThat(other.turn.get()).isNotNull();
    }

    @Test
    void aHostThatHangsOnSomePortsIsReachedOnOthers() throws Exception {
        pacing.await("edge");
        pacing.await("edge");
        Waiting third = new Waiting("edge");

        patienceWithTheOldestIsOver();
        assertThat(third.turn.get()).isNotNull();
    }

    @Test
    void aServerThatHasSpokenKeepsItsTurnHoweverLongItTakes() throws Exception {
        Turn slow = pacing.await("edge");
        pacing.await("edge");
        slow.serverSpoke();
        Waiting third = new Waiting("edge");

        patienceWithTheOldestIsOver();
        assertThat(third.hasTurn()).isFalse();

        slow.close();
        assertThat(third.turn.get()).isNotNull();
    }

    @Test
    void aServerThatSpeaksAfterItsTurnWasGivenOnCountsAgain() throws Exception {
        Turn late = pacing.await("edge");
        Turn second = pacing.await("edge");
        patienceWithTheOldestIsOver();
        Turn instead = pacing.await("edge");
        late.serverSpoke();
        late.serverSpoke();
        Waiting next = new Waiting("edge");

        second.close();
        assertThat(next.hasTurn()).isFalse();
        instead.close();
        assertThat(next.turn.get()).isNotNull();

        late.close();
        pacing.await("edge");
        assertThat(new Waiting("edge").hasTurn()).isFalse();
    }

    @Test
    void slowServersOfManyHostsAreNotAllTalkedToAtOnce() throws Exception {
        Turn late = pacing.await("one");
        patienceWithTheOldestIsOver();
        for (String host : List.of("two", "three", "four")) {
            pacing.await(host);
        }
        late.serverSpoke();
        Waiting other = new Waiting("five");

        late.close();
        assertThat(other.hasTurn()).isFalse();
        patienceWithTheOldestIsOver();
        assertThat(other.turn.get()).isNotNull();
    }

    @Test
    void aServerThatSpeaksWhenItsConnectIsOverChangesNothing() throws Exception {
        Turn cut = pacing.await("edge");
        patienceWithTheOldestIsOver();
        cut.close();
        cut.serverSpoke();
        cut.close();

        pacing.await("edge");
        pacing.await("edge");
        assertThat(new Waiting("edge").hasTurn()).isFalse();
    }

    @Test
    void aHostIsRememberedWhileAConnectToItGoesOnWithoutATurn() throws Exception {
        Turn silent = pacing.await("edge");
        patienceWithTheOldestIsOver();
        assertThat(pacing.hosts()).isEqualTo(1);
        silent.close();
        assertThat(pacing.hosts()).isZero();
    }

    @Test
    void turnsAreGivenInTheOrderInWhichTheyAreAskedFor() throws Exception {
        Turn before = pacing.await("edge");
        pacing.await("edge");
        List<Waiting> queue = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            queue.add(new Waiting("edge"));
        }

        for (Waiting next : queue) {
            before.close();
            before = next.turn.get();
            assertThat(queue.stream().filter(Waiting::hasTurn)).hasSize(queue.indexOf(next) + 1);
        }
    }

    @Test
    void whoIsInterruptedWhileWaitingTakesNoTurnWithHim() throws Exception {
        Turn first = pacing.await("edge");
        Turn second = pacing.await("edge");
        Turn third = pacing.await("other");
        Waiting forHost = new Waiting("edge");
        Waiting inAll = new Waiting("another");
        for (Waiting waiting : List.of(forHost, inAll)) {
            waiting.thread.interrupt();
            assertThatThrownBy(waiting.turn::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InterruptedException.class);
        }

        assertThat(pacing.hosts()).isEqualTo(2);
        for (Turn turn : List.of(first, second, third)) {
            turn.close();
        }
        assertThat(pacing.hosts()).isZero();
        for (String host : List.of("edge", "edge", "another")) {
            pacing.await(host);
        }
    }
}
