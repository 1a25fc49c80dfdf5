package net.coreserver.netconf.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.coreserver.netconf.NetconfSession;
import org.junit.jupiter.api.Test;

class KeepaliveRoundsTest {

    private static final int MANY = 100;

    private final KeepaliveRounds rounds = new KeepaliveRounds();

    private void goesRound() {
        for (int i = 0; i < KeepaliveRounds.SLICES; i++) {
            rounds.tick();
        }
    }

    @Test
    void eachIsLookedAtOnceInEveryRound() {
        int[] looks = new int[MANY];
        for (int i = 0; i < MANY; i++) {
            int each = i;
            rounds.join(() -> looks[each]++);
        }
        for (int round = 1; round <= 3; round++) {
            goesRound();
            assertThat(looks).containsOnly(round);
        }
    }

    @Test
    void noTickIsForMoreThanItsShare() {
        int[] looks = {0};
        IntStream.range(0, MANY).forEach(each -> rounds.join(() -> looks[0]++));
        for (int i = 0; i < KeepaliveRounds.SLICES; i++) {
            int before = looks[0];
            rounds.tick();
            assertThat(looks[0] - before).isBetween(MANY / KeepaliveRounds.SLICES, MANY / KeepaliveRounds.SLICES + 1);
        }
    }

    @Test
    void whoHasLeftIsForgotten() {
        int[] looks = new int[MANY];
        List<Runnable> leave = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int each = i;
            leave.add(rounds.join(() -> looks[each]++));
        }
        leave.subList(1, MANY).forEach(Runnable::run);
        leave.getLast().run();

        goesRound();

        assertThat(rounds.size()).isEqualTo(1);
        assertThat(looks[0]).isEqualTo(1);
        assertThat(Arrays.stream(looks).sum()).isEqualTo(1);
    }

    @Test
    void aMistakeCostsNobodyElseALook() {
        int[] looks = {0};
        rounds.join(() -> {
            throw new IllegalStateException("a mistake, made by a test");
        });
        IntStream.range(0, MANY).forEach(each -> rounds.join(() -> looks[0]++));
        goesRound();
        assertThat(looks[0]).isEqualTo(MANY);
    }

    @Test
    void sessionsHaveNoTimersOfTheirOwnAndAreForgottenWhenTheyEnd() throws Exception {
        try (HelloServer server = HelloServer.start(it -> {});
                NetconfSshClient client = new NetconfSshClient()) {
            List<NetconfSession> sessions = new ArrayList<>();
            try {
                for (int i = 0; i < 5; i++) {
                    sessions.add(client.connect(server.endpoint()));
                }
                assertThat(client.watchedSessions()).isEqualTo(5);
            } finally {
                sessions.forEach(NetconfSession::abort);
            }
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(client.watchedSessions()).isZero());
        }
    }
}
