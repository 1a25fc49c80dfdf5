/**
 * What outlives the service: a SQLite file, the migrations that bring it up to date, and transactions.
 *
 * <p>SQL comes in, in {@link net.coreserver.store.Transaction transactions}, and rows go out. All of it happens on one thread that
 * belongs to the {@link net.coreserver.store.Store}: SQLite has one writer anyway, and its calls would otherwise hold the carriers
 * of virtual threads. A transaction is acknowledged when it is on the disk.
 * Who only reads does so beside it, on a few threads that belong to the store as well.
 *
 * <p>The file may be locked, damaged, full, or of a newer version. Then the store is {@link
 * net.coreserver.store.StoreState.Unavailable unavailable} with a reason, whoever wants to write is told so, and the opening is tried
 * again. It is never an error of whoever starts the service, and what cannot be read is never written over.
 *
 * <p>This package knows no domain: not what a table means, and none of the other packages.
 */
@NullMarked
package net.coreserver.store;

import org.jspecify.annotations.NullMarked;
