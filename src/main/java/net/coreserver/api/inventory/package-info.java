/**
 * The inventory: settings of targets in, as JSON or YAML; stored targets out, as JSON that holds no secret.
 *
 * <p>A change means the version of a target that its {@code If-Match} names
 * ({@link net.coreserver.api.inventory.EditableTargets}). Whatever is wrong with a body is collected
 * ({@link net.coreserver.api.inventory.ContentErrors}) and told at once, each with where it stands. Settings can also be
 * tried, without being kept.
 *
 * <p>This package decides nothing of what settings are right: that is for {@link net.coreserver.target}. It knows no
 * snapshot and no interface of a target.
 */
@NullMarked
package net.coreserver.api.inventory;

import org.jspecify.annotations.NullMarked;
