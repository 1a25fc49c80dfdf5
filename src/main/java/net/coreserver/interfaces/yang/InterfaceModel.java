package net.coreserver.interfaces.yang;

import java.util.List;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.ReplyReader;

/** A data model that describes interfaces: what to ask, and how to read the answer. Safe for use by many threads. */
public interface InterfaceModel {

    /** {@return the name of the YANG module with its revision, such as {@code ietf-interfaces@2014-05-08}} */
    String name();

    /** {@return the operation that asks for the state of all interfaces} */
    Operation request();

    /** {@return what turns the reply into samples, in the order of the reply} */
    ReplyReader<List<InterfaceSample>> replyReader();
}
