/**
 * The configuration of the service, and the wiring of its parts.
 *
 * <p>Properties and environment variables come in, from wherever SmallRye Config finds them; an
 * {@link net.coreserver.target.Inventory} and a few settings go out, as beans. What stands in between:
 *
 * <ol>
 *   <li>{@code KeyGrammar} tells which {@link net.coreserver.config.Key} a property or a variable names;
 *   <li>{@code GivenKeys} collects what was given, and finds every name that is bound to nothing;
 *   <li>{@code TargetSettings} and {@code Configuration} turn the texts into values.
 * </ol>
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
