package net.coreserver.api.inventory;

import static net.coreserver.api.problem.ProblemType.INVALID_SETTINGS;
import static net.coreserver.api.problem.ProblemType.MALFORMED_CONTENT;
import static net.coreserver.api.problem.ProblemType.PRECONDITION_FAILED;
import static net.coreserver.api.problem.ProblemType.PRECONDITION_REQUIRED;
import static net.coreserver.api.problem.ProblemType.READ_ONLY_TARGET;
import static net.coreserver.api.problem.ProblemType.SERVICE_BUSY;
import static net.coreserver.api.problem.ProblemType.STORE_UNAVAILABLE;
import static net.coreserver.api.problem.ProblemType.TARGET_EXISTS;
import static net.coreserver.api.problem.ProblemType.UNKNOWN_TARGET;
import static net.coreserver.api.problem.ProblemType.UNSUPPORTED_MEDIA_TYPE;

import java.util.EnumSet;
import java.util.List;
import net.coreserver.api.http.ApiOperation;

/** How the inventory is read and changed, and how settings are tried before they are kept. */
public final class InventoryOperations {

    /** Adds one target or many. */
    public static final ApiOperation CREATE_TARGETS = ApiOperation.of(
            "createTargets",
            ApiOperation.Kind.CHANGE,
            List.of(),
            EnumSet.of(MALFORMED_CONTENT, INVALID_SETTINGS, TARGET_EXISTS, UNSUPPORTED_MEDIA_TYPE));

    /** Takes a target away. */
    public static final ApiOperation DELETE_TARGET = ApiOperation.of(
            "deleteTarget",
            ApiOperation.Kind.CHANGE,
            List.of(),
            EnumSet.of(UNKNOWN_TARGET, READ_ONLY_TARGET, PRECONDITION_FAILED));

    static final ApiOperation TEST_CONNECTION = ApiOperation.of(
            "testConnection",
            ApiOperation.Kind.MOMENT,
            List.of(),
            EnumSet.of(MALFORMED_CONTENT, INVALID_SETTINGS, UNSUPPORTED_MEDIA_TYPE, SERVICE_BUSY));

    static final ApiOperation GET_SETTINGS = ApiOperation.of(
            "getSettings", ApiOperation.Kind.STATE, List.of(), EnumSet.of(UNKNOWN_TARGET, STORE_UNAVAILABLE));

    static final ApiOperation REPLACE_SETTINGS = changeOfSettings("replaceSettings");

    static final ApiOperation PATCH_SETTINGS = changeOfSettings("patchSettings");

    /** All of them. */
    public static final List<ApiOperation> ALL =
            List.of(CREATE_TARGETS, DELETE_TARGET, TEST_CONNECTION, GET_SETTINGS, REPLACE_SETTINGS, PATCH_SETTINGS);

    private InventoryOperations() {}

    private static ApiOperation changeOfSettings(String id) {
        return ApiOperation.of(
                id,
                ApiOperation.Kind.CONDITIONAL_CHANGE,
                List.of(),
                EnumSet.of(
                        MALFORMED_CONTENT,
                        INVALID_SETTINGS,
                        UNKNOWN_TARGET,
                        READ_ONLY_TARGET,
                        PRECONDITION_FAILED,
                        PRECONDITION_REQUIRED,
                        UNSUPPORTED_MEDIA_TYPE));
    }
}
