package net.coreserver.interfaces.yang;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.coreserver.interfaces.InterfaceSample;
import net.coreserver.interfaces.InterfaceSelection;
import net.coreserver.netconf.Capability;
import net.coreserver.netconf.Hello;
import net.coreserver.netconf.Operation;
import net.coreserver.netconf.ReplyReader;
import net.coreserver.netconf.discovery.YangLibrary;
import net.coreserver.netconf.discovery.YangModule;
import net.coreserver.netconf.operation.Get;

/** A model that is declared as a tree of elements, from which both its request and its reader come. */
abstract class TreeModel implements InterfaceModel {

    private static final int MAX_URI = 128;

    private final String name;
    private final Tree tree;

    /**
     * Makes a model.
     *
     * @param name the word by which an operator chooses it
     * @param tree what of it is read
     */
    TreeModel(String name, Tree tree) {
        this.name = name;
        this.tree = tree;
    }

    @Override
    public final String name() {
        return name;
    }

    /** Asks with {@code get} for what the tree declares; a model that is asked in another way says how. */
    @Override
    public Operation request(InterfaceSelection selection) {
        return Get.of(tree.filter(selection));
    }

    @Override
    public final ReplyReader<Integer> replyReader(Consumer<InterfaceSample> consumer) {
        return tree.replyReader(consumer);
    }

    @Override
    public final ReplyReader<List<InterfaceSample>> replyReader() {
        return tree.replyReader();
    }

    /** What is read. */
    final Tree tree() {
        return tree;
    }

    /** How a server says that it has a module. */
    static Optional<String> module(YangLibrary library, String module) {
        return library.module(module).filter(YangModule::implemented).map(TreeModel::announcement);
    }

    static String announcement(YangModule module) {
        return "has the module " + module.name() + (module.revision() == null ? "" : ", revision " + module.revision());
    }

    /** How a server says that it is of a vendor whose devices have the model: by a capability that begins so. */
    static Optional<String> capability(Hello hello, String prefix) {
        return hello.capabilities().stream()
                .map(Capability::uri)
                .filter(uri -> uri.startsWith(prefix))
                .findFirst()
                .map(uri -> "announces " + (uri.length() <= MAX_URI ? uri : uri.substring(0, MAX_URI)));
    }
}
