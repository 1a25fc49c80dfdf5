/**
 * What can go wrong, as RFC 9457 has it: the words that every answer of this API has for it.
 *
 * <p>In flows what a resource has met; out flows a {@link net.coreserver.api.problem.Problem} of one of the
 * {@link net.coreserver.api.problem.ProblemType}s, which are the whole list and a part of the API's contract. Who cannot
 * go on throws a {@link net.coreserver.api.problem.ProblemException}. The problems that the request itself gives rise to
 * are made here ({@link net.coreserver.api.problem.Problems}), and what there is to say where nothing stored can be read
 * ({@link net.coreserver.api.problem.StoreProblems}); those of a target or of the inventory, in its own room.
 *
 * <p>This package knows no HTTP server, and of the domain no more than the words in which a target refuses: the kinds of
 * failure and the {@code rpc-error} of {@link net.coreserver.netconf}; of {@link net.coreserver.store}, that it may not be
 * available.
 */
@NullMarked
package net.coreserver.api.problem;

import org.jspecify.annotations.NullMarked;
