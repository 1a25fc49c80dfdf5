package net.coreserver.interfaces.yang;

import java.util.List;
import java.util.Optional;

/**
 * All models of which there is a reader, best first: the ladder. Standard models stand before those of vendors, since they say the
 * same of every device; of the ways to ask for the same model, the one stands first that tells most.
 */
public final class InterfaceModels {

    /** The ladder. */
    public static final List<InterfaceModel> LADDER = List.of(
            new IetfInterfacesNmda(),
            new IetfInterfacesGet(),
            new IetfInterfacesState(),
            new OpenConfigInterfaces(OpenConfigInterfaces.Request.FILTERED),
            new OpenConfigInterfaces(OpenConfigInterfaces.Request.WHOLE),
            new JunosInterfaceInformation(),
            new CiscoIosXeInterfacesOper(),
            new CiscoIosXrPfiImCmdOper(),
            new CiscoNxOsDevice(),
            new NokiaState(NokiaState.Release.CURRENT),
            new NokiaState(NokiaState.Release.UNTIL_21),
            new HuaweiIfm(HuaweiIfm.Generation.YANG),
            new HuaweiIfm(HuaweiIfm.Generation.VRP_MODULE),
            new HuaweiIfm(HuaweiIfm.Generation.VRP),
            new H3cIfmgr(H3cIfmgr.Brand.H3C),
            new H3cIfmgr(H3cIfmgr.Brand.HP));

    private InterfaceModels() {}

    /** {@return the words by which an operator chooses a model, best first} */
    public static List<String> names() {
        return LADDER.stream().map(InterfaceModel::name).toList();
    }

    /**
     * Looks a model up.
     *
     * @param name its word
     * @return the model, or empty when there is none of that name
     */
    public static Optional<InterfaceModel> named(String name) {
        return LADDER.stream().filter(model -> model.name().equals(name)).findFirst();
    }
}
