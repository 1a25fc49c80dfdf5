package net.coreserver.interfaces.yang;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.ReplyReader;

/** A data model that describes interfaces: what to ask, and how to read the answer. Safe for use by many threads. */
public interface InterfaceModel {

    /** {@return the name of the YANG module with its revision, such as {@code ietf-interfaces@2014-05-08}} */
    String name();

    /**
     * The operation that asks for the state of interfaces.
     *
     * @param selection of which; it is the server that leaves the others out
     * @return the operation
     */
    Operation request(InterfaceSelection selection);

    /** {@return the operation that asks for the state of all interfaces} */
    default Operation request() {
        return request(InterfaceSelection.ALL);
    }

    /**
     * What turns the reply into samples and hands on each as soon as it is read. Nothing is kept: how much memory it takes
     * does not depend on how many interfaces there are.
     *
     * @param consumer is given the samples, in the order of the reply, by the thread that reads it
     * @return the reader of the reply; its value is the number of samples
     */
    ReplyReader<Integer> replyReader(Consumer<InterfaceSample> consumer);

    /**
     * What turns a reply into samples. Whoever polls a target again and again keeps one for it: texts that have not changed
     * since the last reply need not be made anew then. It may be used by several threads, but knows one target alone.
     *
     * @return the reader; its value are the samples in the order of the reply
     */
    default ReplyReader<List<InterfaceSample>> replyReader() {
        return reply -> {
            List<InterfaceSample> samples = new ArrayList<>();
            replyReader(samples::add).read(reply);
            return samples;
        };
    }
}
