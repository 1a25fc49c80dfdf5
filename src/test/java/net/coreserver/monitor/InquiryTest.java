package net.coreserver.monitor;

import static net.coreserver.monitor.ServerOfModels.CONFIGURATION;
import static net.coreserver.monitor.ServerOfModels.EMPTY;
import static net.coreserver.monitor.ServerOfModels.LIBRARY;
import static net.coreserver.monitor.ServerOfModels.SILENCE;
import static net.coreserver.monitor.ServerOfModels.STATE;
import static net.coreserver.monitor.ServerOfModels.error;
import static net.coreserver.monitor.ServerOfModels.library;
import static net.coreserver.monitor.ServerOfModels.module;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.DeadlineException;
import net.coreserver.netconf.Endpoint;
import net.coreserver.netconf.NetconfException;
import net.coreserver.netconf.NetconfSession;
import net.coreserver.netconf.ParseException;
import net.coreserver.netconf.RpcErrorException;
import net.coreserver.netconf.TransportException;
import net.coreserver.target.EventSelection;
import net.coreserver.target.Target;
import net.coreserver.target.TargetSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which model a target is asked by, over one session and the next. */
class InquiryTest {

    private static final Target TARGET = target(null, InterfaceSelection.ALL);

    private static final String EMPTY_DATA = "<data/>";
    private static final String ONLY_CONFIGURATION =
            "<data><interfaces-state xmlns='urn:ietf:params:xml:ns:yang:ietf-interfaces'><interface><name>eth0</name>"
                    + "<description>uplink</description><admin-status>up</admin-status></interface></interfaces-state></data>";
    private static final String NO_DATA = "<ok/>";
    private static final String REFUSAL =
            "<rpc-error><error-tag>operation-failed</error-tag><error-severity>error</error-severity></rpc-error>";

    private final ServerOfModels server = new ServerOfModels();
    private final List<NetconfSession> sessions = new ArrayList<>();
    private final List<ModelChoice> choices = new ArrayList<>();
    private ModelMemory memory = memoryOf("best", "good", "last");

    @AfterEach
    void close() {
        sessions.forEach(NetconfSession::close);
        assertThat(server.open()).isZero();
    }

    private static Target target(@Nullable String model, InterfaceSelection interfaces) {
        return target(model, interfaces, Duration.ofSeconds(20));
    }

    private static Target target(@Nullable String model, InterfaceSelection interfaces, Duration rpcTimeout) {
        Target any = SimulatedTargets.target("edge-1", Duration.ofHours(1));
        Endpoint endpoint = any.endpoint();
        return new Target(
                new Endpoint(
                        endpoint.target(),
                        endpoint.host(),
                        endpoint.port(),
                        endpoint.credentials(),
                        endpoint.hostKeyPolicy(),
                        endpoint.connectTimeout(),
                        rpcTimeout),
                any.pollInterval(),
                true,
                Map.of(),
                interfaces,
                EventSelection.STANDARD,
                model,
                TargetSource.CONFIGURATION);
    }

    private static ModelMemory memoryOf(String... names) {
        return new ModelMemory(new ModelLadder(FakeModel.ladder(names)), TARGET, null);
    }

    private Inquiry session(Target target) throws InterruptedException {
        NetconfSession session = server.open(target.endpoint());
        sessions.add(session);
        return Inquiry.begin(memory, session, SessionInfo.of(session, Instant.EPOCH), target, choices::add);
    }

    private Inquiry session() throws InterruptedException {
        return session(TARGET);
    }

    private ModelChoice choice() {
        return choices.getLast();
    }

    private static List<String> names(List<InterfaceSample> samples) {
        return samples.stream().map(InterfaceSample::name).toList();
    }

    private static void assertFails(Inquiry inquiry, Class<? extends NetconfException> failure) {
        assertThatThrownBy(() -> inquiry.ask(TARGET)).isInstanceOf(failure);
    }

    @Test
    void theBestThatIsAnnouncedIsAskedAloneWhateverTheOrderOfTheHello() throws Exception {
        server.announcing(module("last"), module("good"));
        server.answering("good", STATE).answering("best", STATE).answering("last", STATE);
        Inquiry inquiry = session();
        assertThat(choice())
                .as("before anything is asked")
                .isEqualTo(new ModelChoice(
                        "good", "The server has the module good, according to its hello", false, false));

        assertThat(names(inquiry.ask(TARGET))).containsExactly("eth0");
        inquiry.ask(TARGET);

        assertThat(server.asked()).containsExactly("good", "good");
        assertThat(choice())
                .isEqualTo(
                        new ModelChoice("good", "The server has the module good, according to its hello", true, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {EMPTY_DATA, ONLY_CONFIGURATION, NO_DATA, REFUSAL})
    void whatDoesNotAnswerFallsThroughWithinThePollAndIsNotAskedAgain(String answer) throws Exception {
        server.announcing(module("best"), module("good"));
        server.answering("best", answer).answering("good", STATE);
        Inquiry inquiry = session();

        assertThat(names(inquiry.ask(TARGET))).containsExactly("eth0");
        assertThat(server.asked()).containsExactly("best", "good");
        inquiry.ask(TARGET);
        assertThat(server.asked()).containsExactly("good");
        session().ask(TARGET);
        assertThat(server.asked()).as("by the next session").containsExactly("good");
    }

    @Test
    void itIsToldWhatWasTriedBeforeAndThatItIsRemembered() throws Exception {
        memory = memoryOf("a", "b", "c", "d");
        server.announcing(module("a"), module("b"), module("c"), module("d"));
        server.answering("a", EMPTY).answering("b", CONFIGURATION).answering("d", STATE);
        session().ask(TARGET);

        String reason = "The server has the module d, according to its hello; before it, a gave no interface;"
                + " b gave interfaces without their state;"
                + " c ended in rpc-error: operation-not-supported: no such operation";
        assertThat(choice()).isEqualTo(new ModelChoice("d", reason, true, false));

        session();
        ModelChoice later = new ModelChoice("d", reason + "; it answered in an earlier session", true, true);
        assertThat(choice()).isEqualTo(later);
        session().ask(TARGET);
        assertThat(choice()).as("the sentence does not grow").isEqualTo(later);
    }

    @Test
    void whatAServerSaysMakesNoSentenceWithoutEnd() throws Exception {
        String[] names = IntStream.range(0, 11).mapToObj(i -> "model-" + i).toArray(String[]::new);
        memory = memoryOf(names);
        for (String name : names) {
            server.announcing(module(name)).answering(name, error("operation-failed", "no\n ".repeat(10_000)));
        }
        Inquiry inquiry = session();
        assertFails(inquiry, RpcErrorException.class);
        assertThat(choice().reason())
                .hasSizeLessThan(11 * (Sentence.MAX_CHARACTERS + 60) + 200)
                .contains("model-10 ended in")
                .doesNotContain("\n");
    }

    @Test
    void aModelWhoseRequestTheServerCannotTakeIsPassedOver() throws Exception {
        memory = new ModelMemory(
                new ModelLadder(List.of(new FakeModel("best", "urn:test:missing"), new FakeModel("good"))),
                TARGET,
                null);
        server.answering("good", STATE);
        session().ask(TARGET);
        assertThat(server.asked()).containsExactly("good");
        assertThat(choice().reason()).contains("The server does not announce urn:test:missing");
    }

    @Test
    void whereNothingIsAnnouncedAllAreTriedInTheirOrder() throws Exception {
        server.answering("last", STATE);
        session().ask(TARGET);
        assertThat(server.asked()).containsExactly("best", "good", "last");
        assertThat(choice().model()).isEqualTo("last");
        assertThat(choice().reason()).startsWith("The server announces no model that CoreServer reads");
    }

    @Test
    void theLibraryIsAskedOnceForAsLongAsTheHelloStaysTheSame() throws Exception {
        server.announcing(Capability.YANG_LIBRARY_1_0, module("something-else"));
        server.answering(LIBRARY, library("ietf-system", "good")).answering("good", EMPTY);
        session().ask(TARGET);
        assertThat(server.asked()).containsExactly(LIBRARY, "good");
        assertThat(choice().reason()).startsWith("The server has the module good, according to its YANG library");

        session().ask(TARGET);
        assertThat(server.asked()).as("no model has answered").containsExactly("good");

        server.announcing(module("another-firmware"));
        session().ask(TARGET);
        assertThat(server.asked()).containsExactly(LIBRARY, "good");
    }

    @Test
    void theLibraryIsNotAskedWhereTheHelloSaysEnough() throws Exception {
        server.announcing(Capability.YANG_LIBRARY_1_1, module("good")).answering("good", STATE);
        session().ask(TARGET);
        assertThat(server.asked()).containsExactly("good");
    }

    @Test
    void aLibraryThatIsRefusedCostsNothingButTheKnowledge() throws Exception {
        server.announcing(Capability.YANG_LIBRARY_1_0).answering("good", STATE);
        assertThat(names(session().ask(TARGET))).containsExactly("eth0");
        assertThat(server.asked()).containsExactly(LIBRARY, "best", "good");
        assertThat(choice().reason())
                .contains("its YANG library could not be read (rpc-error: operation-not-supported: no such operation)");
    }

    @Test
    void aLibraryThatDoesNotComeCostsNothingButTheKnowledge() throws Exception {
        Target hasty = target(null, InterfaceSelection.ALL, Duration.ofMillis(200));
        server.announcing(Capability.YANG_LIBRARY_1_0)
                .answering(LIBRARY, SILENCE)
                .answering("best", STATE);
        Inquiry inquiry = session(hasty);
        assertThat(names(inquiry.ask(TARGET))).containsExactly("eth0");
        assertThat(choice().reason()).contains("its YANG library could not be read (timeout: ");
    }

    @Test
    void aTimeoutDoesNotFallThrough() throws Exception {
        Target hasty = target(null, InterfaceSelection.ALL, Duration.ofMillis(200));
        server.answering("best", SILENCE).answering("good", STATE);
        Inquiry inquiry = session();
        assertThatThrownBy(() -> inquiry.ask(hasty)).isInstanceOf(DeadlineException.class);
        assertThat(server.asked()).containsExactly("best");

        server.answering("best", STATE);
        inquiry.ask(TARGET);
        assertThat(server.asked())
                .as("there was no answer, so it is still sought")
                .containsExactly("best");
    }

    @Test
    void aReplyThatCannotBeReadAndALostSessionDoNotFallThrough() throws Exception {
        server.answering("best", "<data><broken").answering("good", STATE);
        Inquiry inquiry = session();
        assertFails(inquiry, ParseException.class);
        assertThat(server.asked()).containsExactly("best");

        server.breakAll();
        assertFails(inquiry, TransportException.class);
        assertThat(server.asked()).isEmpty();
    }

    @Test
    void onceAModelHasAnsweredNothingIsAnAnswerAndAnErrorAFailure() throws Exception {
        server.answering("best", STATE).answering("good", STATE);
        Inquiry inquiry = session();
        inquiry.ask(TARGET);

        server.answering("best", EMPTY);
        assertThat(inquiry.ask(TARGET)).isEmpty();
        server.answering("best", error("resource-denied", "try later"));
        assertFails(inquiry, RpcErrorException.class);
        assertFails(session(), RpcErrorException.class);

        assertThat(server.asked()).containsOnly("best");
    }

    @Test
    void anotherFirmwareIsAnotherChoice() throws Exception {
        server.announcing(module("good")).answering("good", STATE).answering("best", STATE);
        session().ask(TARGET);
        server.announcing(module("best"));
        session().ask(TARGET);
        assertThat(server.asked()).containsExactly("good", "best");
        assertThat(choice().remembered()).isFalse();
    }

    @Test
    void anotherServerIsAnotherChoice() throws Exception {
        server.answering("last", STATE);
        session().ask(TARGET);
        memory.forget();
        session().ask(TARGET);
        assertThat(server.asked()).containsExactly("best", "good", "last", "best", "good", "last");
    }

    @Test
    void whereNoneAnswersTheFirstOfThoseThatCameNearestIsKeptForTheSession() throws Exception {
        memory = memoryOf("a", "b", "c", "d", "e");
        server.answering("b", EMPTY).answering("c", CONFIGURATION).answering("d", CONFIGURATION);
        Inquiry inquiry = session();
        assertThat(names(inquiry.ask(TARGET))).containsExactly("eth0");
        assertThat(server.asked()).containsExactly("a", "b", "c", "d", "e");
        assertThat(choice().model()).isEqualTo("c");
        assertThat(choice().answered()).isFalse();
        assertThat(choice().reason()).contains("no interface's state was told", "e ended in rpc-error");

        inquiry.ask(TARGET);
        assertThat(server.asked()).containsExactly("c");

        session().ask(TARGET);
        assertThat(server.asked()).as("by the next session").containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void aDeviceThatHadJustBeenStartedIsTriedAgainEverLessOften() throws Exception {
        server.announcing(module("best"), module("good"));
        Inquiry inquiry = session();
        for (int poll = 0; poll < 100; poll++) {
            assertFails(inquiry, RpcErrorException.class);
        }
        assertThat(server.asked().stream().filter("good"::equals))
                .as("after 0, 11, 32 and 73 polls")
                .hasSize(4);

        server.answering("good", STATE);
        for (int poll = 0; !choice().answered() && poll < 100; poll++) {
            try {
                inquiry.ask(TARGET);
            } catch (RpcErrorException e) {
                assertThat(choice().answered()).isFalse();
            }
        }
        assertThat(choice().model()).isEqualTo("good");
        server.asked();
        inquiry.ask(TARGET);
        assertThat(server.asked()).containsExactly("good");
    }

    @Test
    void whereAllRefuseThePollFailsWithWhatTheFirstSaid() throws Exception {
        server.answering("best", error("access-denied", "of the best"));
        Inquiry inquiry = session();
        assertThatThrownBy(() -> inquiry.ask(TARGET))
                .isInstanceOf(RpcErrorException.class)
                .hasMessageContaining("of the best");
        assertThat(choice().model()).isEqualTo("best");
    }

    @Test
    void whatWasKeptForWantOfABetterOneIsRememberedOnceItAnswers() throws Exception {
        server.answering("best", EMPTY).answering("good", EMPTY);
        Inquiry inquiry = session();
        assertThat(inquiry.ask(TARGET)).isEmpty();
        server.answering("best", STATE);
        inquiry.ask(TARGET);
        assertThat(choice().answered()).isTrue();

        server.answering("best", EMPTY);
        server.asked();
        session().ask(TARGET);
        assertThat(server.asked()).containsExactly("best");
    }

    @Test
    void theConfigurationOverridesWhateverIsAnnounced() throws Exception {
        Target set = target("last", InterfaceSelection.ALL);
        server.announcing(module("best")).answering("best", STATE).answering("last", EMPTY);
        Inquiry inquiry = session(set);
        assertThat(inquiry.ask(set)).isEmpty();
        assertThat(server.asked()).containsExactly("last");
        assertThat(choice().reason()).startsWith("The configuration says so");
        server.answering("last", STATE);
        inquiry.ask(set);
        assertThat(choice()).isEqualTo(new ModelChoice("last", "The configuration says so", false, false));
    }

    @Test
    void anotherSettingIsAnotherChoiceWithinTheSession() throws Exception {
        server.answering("good", STATE).answering("last", STATE);
        Inquiry inquiry = session();
        inquiry.ask(TARGET);
        assertThat(server.asked()).containsExactly("best", "good");

        Target set = target("last", InterfaceSelection.ALL);
        inquiry.ask(set);
        inquiry.ask(set);
        assertThat(server.asked()).containsExactly("last", "last");
        assertThat(choice().model()).isEqualTo("last");

        inquiry.ask(TARGET);
        assertThat(server.asked())
                .as("what answered before the change is forgotten")
                .containsExactly("best", "good");
    }

    @Test
    void aSelectionIsAppliedHereTooAndSaysNothingOfTheModel() throws Exception {
        Target selective = target(null, new InterfaceSelection(Set.of("eth7"), Set.of()));
        server.answering("best", STATE).answering("good", STATE);
        Inquiry inquiry = session();
        assertThat(inquiry.ask(selective)).isEmpty();
        assertThat(server.asked()).containsExactly("best");
        assertThat(choice().answered()).isTrue();
        assertThat(names(inquiry.ask(TARGET))).containsExactly("eth0");
    }

    @Test
    void anotherSelectionIsAnotherChoice() throws Exception {
        Target selective = target(null, new InterfaceSelection(Set.of("eth7"), Set.of()));
        server.answering("best", EMPTY).answering("good", STATE);
        Inquiry inquiry = session(selective);
        assertThat(inquiry.ask(selective)).isEmpty();
        assertThat(choice().model())
                .as("the server of the best leaves out what is not selected")
                .isEqualTo("good");

        server.answering("best", STATE);
        inquiry.ask(TARGET);
        assertThat(choice().model()).isEqualTo("best");
    }

    private Conversation conversation(ModelChoice choice, String... capabilities) throws InterruptedException {
        NetconfSession session = server.open(TARGET.endpoint());
        sessions.add(session);
        SessionInfo info = SessionInfo.of(session, Instant.EPOCH);
        return new Conversation(
                new SessionInfo(info.id(), info.framing(), List.of(capabilities), info.negotiated(), info.opening()),
                choice,
                true);
    }

    @Test
    void whatAnsweredBeforeARestartIsAskedAlone() throws Exception {
        ModelLadder ladder = new ModelLadder(FakeModel.ladder("best", "good"));
        String[] same = {"urn:ietf:params:netconf:base:1.0"};
        server.answering("best", STATE).answering("good", EMPTY);

        memory = new ModelMemory(
                ladder, TARGET, conversation(new ModelChoice("good", "It answered", true, false), same));
        session().ask(TARGET);
        assertThat(server.asked()).containsExactly("good");
        assertThat(choice().remembered()).isTrue();
    }

    @Test
    void whatIsSetSinceARestartCountsMoreThanWhatAnsweredBefore() throws Exception {
        Target set = target("best", InterfaceSelection.ALL);
        ModelChoice before = new ModelChoice("good", "It answered", true, false);
        server.answering("best", EMPTY).answering("good", STATE);
        memory = new ModelMemory(
                new ModelLadder(FakeModel.ladder("best", "good")),
                set,
                conversation(before, "urn:ietf:params:netconf:base:1.0"));
        session(set).ask(set);
        assertThat(server.asked()).containsExactly("best");
    }

    @Test
    void whatWasChosenBeforeARestartDoesNotCountWhenItIsNoModelOfOursOrDidNotAnswerOrTheServerIsAnother()
            throws Exception {
        ModelLadder ladder = new ModelLadder(FakeModel.ladder("best", "good"));
        String same = "urn:ietf:params:netconf:base:1.0";
        server.answering("best", STATE);
        for (Conversation stale : List.of(
                conversation(new ModelChoice("ietf-interfaces@2014-05-08", "A former name", true, false), same),
                conversation(new ModelChoice("good", "It did not answer", false, false), same),
                conversation(new ModelChoice("good", "It answered", true, false), same, module("good")))) {
            memory = new ModelMemory(ladder, TARGET, stale);
            session().ask(TARGET);
            assertThat(server.asked()).as(stale.choice().reason()).containsExactly("best");
            assertThat(choice().remembered()).isFalse();
        }
    }
}
