package net.coreserver.interfaces.yang;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.coreserver.interfaces.AdminStatus;
import net.coreserver.interfaces.OperStatus;

/**
 * The states of {@code Im-state-enum}, in which IOS XR tells both of an interface and of its line protocol, and what they say of both
 * sides of ours. An operator who shuts an interface down makes it {@code admin-down}, or {@code shutdown} where the model does not
 * translate; in all other states the interface is meant to be up. Source: {@code Cisco-IOS-XR-pfi-im-cmd-oper}, the same from 6.1.1 to
 * 26.2.1.
 */
enum CiscoIosXrState {
    NOT_READY(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    ADMIN_DOWN(AdminStatus.Known.DOWN, OperStatus.Known.DOWN),
    DOWN(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    UP(AdminStatus.Known.UP, OperStatus.Known.UP),
    SHUTDOWN(AdminStatus.Known.DOWN, OperStatus.Known.DOWN),
    ERR_DISABLE(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    DOWN_IMMEDIATE(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    DOWN_IMMEDIATE_ADMIN(AdminStatus.Known.DOWN, OperStatus.Known.DOWN),
    DOWN_GRACEFUL(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    BEGIN_SHUTDOWN(AdminStatus.Known.DOWN, OperStatus.Known.DOWN),
    END_SHUTDOWN(AdminStatus.Known.DOWN, OperStatus.Known.DOWN),
    BEGIN_ERROR_DISABLE(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    END_ERROR_DISABLE(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    BEGIN_DOWN_GRACEFUL(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    RESET(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    OPERATIONAL(AdminStatus.Known.UP, OperStatus.Known.UP),
    NOT_OPERATIONAL(AdminStatus.Known.UP, OperStatus.Known.DOWN),
    UNKNOWN(AdminStatus.Known.UP, OperStatus.Known.UNKNOWN);

    /** What the words of the states say of what is meant to be. */
    static final Words<AdminStatus> ADMIN_STATUS = Words.ofAdminStatus(words(state -> state.adminStatus));

    /** What the words of the states say of what is. */
    static final Words<OperStatus> OPER_STATUS = Words.ofOperStatus(words(state -> state.operStatus));

    private final AdminStatus.Known adminStatus;
    private final OperStatus.Known operStatus;

    CiscoIosXrState(AdminStatus.Known adminStatus, OperStatus.Known operStatus) {
        this.adminStatus = adminStatus;
        this.operStatus = operStatus;
    }

    /** By the words with which routers say it: {@code im-state-admin-down}, or {@code admin-down} alone. */
    private static <T> Map<String, T> words(Function<CiscoIosXrState, T> side) {
        Map<String, T> words = new HashMap<>();
        for (CiscoIosXrState state : values()) {
            String word = state.name().toLowerCase(Locale.ROOT).replace('_', '-');
            words.put(word, side.apply(state));
            words.put("im-state-" + word, side.apply(state));
        }
        return words;
    }
}
