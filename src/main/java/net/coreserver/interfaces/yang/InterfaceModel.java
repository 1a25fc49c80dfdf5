package net.coreserver.interfaces.yang;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.discovery.YangLibrary;

/** A data model that describes interfaces: what to ask, and how to read the answer. Safe for use by many threads. */
public interface InterfaceModel {

    /**
     * {@return the word by which an operator chooses it: the name of its YANG module where there is one and it is asked for in one
     * way only, such as {@code openconfig-interfaces}; lower-case letters, digits and hyphens}
     */
    String name();

    /**
     * Tells whether a server says that it has this model.
     *
     * @param hello that of the server
     * @param library the modules of the server, from wherever it tells them; empty when it tells them nowhere
     * @return how it says so, as the second half of a sentence that begins with "The server", such as {@code "has the module
     *     openconfig-interfaces, revision 2021-04-06"}; empty when it does not
     */
    Optional<String> announcement(Hello hello, YangLibrary library);

    /**
     * The operation that asks for the state of interfaces.
     *
     * @param selection of which; it is the server that leaves the others out
     * @return the operation
     */
    Operation request(InterfaceSelection selection);

    /**
     * The same for a server of which it is known what it can be asked.
     *
     * @param selection of which interfaces
     * @param server its hello
     * @return the operation, without what the server does not announce and what can be done without
     */
    default Operation request(InterfaceSelection selection, Hello server) {
        return request(selection);
    }

    /** {@return the operation that asks for the state of all interfaces} */
    default Operation request() {
        return request(InterfaceSelection.ALL);
    }

    /**
     * What turns the reply into samples and hands on each as soon as it is read. Nothing is kept: how much memory it takes
     * does not depend on how many interfaces there are. An interface of which the reply speaks at several places is handed on as
     * often, each time with what stands there.
     *
     * @param consumer is given the samples, in the order of the reply, by the thread that reads it
     * @return the reader of the reply; its value is the number of samples
     */
    ReplyReader<Integer> replyReader(Consumer<InterfaceSample> consumer);

    /**
     * What turns a reply into samples, one for each interface, whatever it says of it at how many places. Whoever polls a target
     * again and again keeps one for it: texts that have not changed since the last reply need not be made anew then. It may be used
     * by several threads, but knows one target alone.
     *
     * @return the reader; its value are the samples in the order in which the reply first speaks of them
     */
    ReplyReader<List<InterfaceSample>> replyReader();
}
