package net.coreserver.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.coreserver.interfaces.yang.IetfInterfacesState;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import org.junit.jupiter.api.Test;

class ModelChoiceTest {

    private static String reasonFor(String... capabilities) {
        List<Capability> announced =
                Stream.of(capabilities).map(Capability::parse).toList();
        return ModelChoice.of(new IetfInterfacesState(), new Hello(announced, 7L))
                .reason();
    }

    @Test
    void theHelloAnnouncesTheModule() {
        assertThat(reasonFor("urn:ietf:params:xml:ns:yang:ietf-interfaces?module=ietf-interfaces&revision=2018-02-20"))
                .isEqualTo("The server's hello announces ietf-interfaces, revision 2018-02-20");
        assertThat(reasonFor("urn:ietf:params:xml:ns:yang:ietf-interfaces?module=ietf-interfaces"))
                .isEqualTo("The server's hello announces ietf-interfaces");
    }

    @Test
    void theHelloLeavesModulesToTheYangLibrary() {
        assertThat(reasonFor(Capability.YANG_LIBRARY_1_1))
                .contains("does not announce")
                .contains("YANG library");
    }

    @Test
    void theHelloSaysNothingOfIt() {
        assertThat(reasonFor(Capability.BASE_1_1)).contains("does not announce").contains("all the same");
    }
}
