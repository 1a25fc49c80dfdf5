/**
 * Fuzzing of what reads a peer's bytes: {@link net.coreserver.fuzz.FuzzTarget} names the readers and what must hold for
 * each of them.
 *
 * <p>The normal build feeds them the corpus, which stands in {@code src/test/fuzz}, and some thousand inputs made from it
 * at random but always the same. {@code ./mvnw -Pfuzz test} lets Jazzer look for more, guided by the code that an input
 * reaches.
 */
@NullMarked
package net.coreserver.fuzz;

import org.jspecify.annotations.NullMarked;
