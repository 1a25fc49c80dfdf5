/**
 * The configuration of the service, and the wiring of its parts.
 *
 * <p>Properties and environment variables come in, from wherever SmallRye Config finds them; targets and a few settings go
 * out, as beans. What stands in between:
 *
 * <ol>
 *   <li>{@code KeyGrammar} tells which {@link net.coreserver.config.Key} a property or a variable names;
 *   <li>{@code GivenKeys} collects what was given, and finds every name that is bound to nothing;
 *   <li>{@code TargetParser}, {@code SinkParser} and {@code SettingsParser} have the texts understood, the first by the grammar of {@code target}, and
 *       {@code Configuration} is what comes of it.
 * </ol>
 *
 * <p>{@code TargetSources} gives the targets to the {@link net.coreserver.target.LiveInventory}, beside those of the targets file,
 * which {@code TargetsFileWatch} follows. {@code StoreWiring} opens the store, and {@code Wiring} sets the monitor to work.
 *
 * <p>All that is wrong is collected, and stops the start with one sentence each. There is deliberately no
 * {@code @ConfigMapping}: the keys of its maps cannot be told from a variable's name, and what it cannot tell it drops,
 * or turns into targets that nobody configured.
 *
 * <p>This package may know every other one; no other one may know it.
 */
@NullMarked
package net.coreserver.config;

import org.jspecify.annotations.NullMarked;
