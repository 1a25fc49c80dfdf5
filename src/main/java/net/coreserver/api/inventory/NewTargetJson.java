package net.coreserver.api.inventory;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Stands in the API's document alone: requests are read member by member, by {@link SettingsContent}. */
@Schema(
        name = "NewTarget",
        description = "A target that is to be made. It needs a password or a private key.",
        allOf = {SettingsRequestJson.class},
        requiredProperties = {"name", "host", "username"})
record NewTargetJson(
        @Schema(
                description = "Its name: lower-case letters, digits and hyphens, no hyphen first.",
                examples = "edge-1",
                maxLength = 128,
                pattern = "^[a-z0-9][a-z0-9-]*$")
        String name) {}
