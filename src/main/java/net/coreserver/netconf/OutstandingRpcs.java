package net.coreserver.netconf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The rpcs of one session whose replies are still to come: those that somebody waits for, and those whose reply is to
 * be read over. It finds out whose a reply is, and never guesses where a guess could give one caller what another asked.
 */
final class OutstandingRpcs {

    /** How many replies that nobody waits for are remembered; a server that owes more will hardly send the oldest. */
    private static final int MAX_ABANDONED = 1000;

    private final ReentrantLock lock = new ReentrantLock();
    private final SequencedMap<String, PendingRpc<?>> awaited = new LinkedHashMap<>();
    private final SequencedSet<String> abandoned = new LinkedHashSet<>();
    private @Nullable String lastUnknownId;

    /** An rpc is about to be sent, and its reply awaited. */
    void await(String messageId, PendingRpc<?> rpc) {
        lock.lock();
        try {
            awaited.put(messageId, rpc);
        } finally {
            lock.unlock();
        }
    }

    /** An rpc is about to be sent whose reply nobody wants, or whoever awaited its reply has given up. */
    void abandon(String messageId) {
        lock.lock();
        try {
            awaited.remove(messageId);
            abandoned.add(messageId);
            if (abandoned.size() > MAX_ABANDONED) {
                abandoned.removeFirst();
            }
        } finally {
            lock.unlock();
        }
    }

    /** No reply will come: the rpc was not sent, or has been answered. */
    void forget(String messageId) {
        lock.lock();
        try {
            awaited.remove(messageId);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Finds out whose a reply is.
     *
     * @param messageId as the reply has it, or null
     * @return the rpc that awaits it; null when nobody does, so that it is to be read over
     * @throws MalformedMessageException when it has no message-id and could be the reply to more than one rpc
     */
    @Nullable PendingRpc<?> claim(@Nullable String messageId) throws MalformedMessageException {
        lock.lock();
        try {
            return messageId == null ? claimWithoutId() : claimById(messageId.strip());
        } finally {
            lock.unlock();
        }
    }

    private @Nullable PendingRpc<?> claimById(String messageId) {
        PendingRpc<?> rpc = awaited.remove(messageId);
        if (rpc == null && !abandoned.remove(messageId)) {
            lastUnknownId = messageId;
        }
        return rpc;
    }

    /** A reply without message-id can be told whose it is only when just one can be meant. */
    private @Nullable PendingRpc<?> claimWithoutId() throws MalformedMessageException {
        int owed = awaited.size() + abandoned.size();
        if (owed > 1 && !awaited.isEmpty()) {
            throw new MalformedMessageException("a reply without message-id while " + owed
                    + " replies are due, so that nobody can tell whose it is");
        }
        if (awaited.isEmpty()) {
            if (!abandoned.isEmpty()) {
                abandoned.removeFirst();
            }
            return null;
        }
        return awaited.pollFirstEntry().getValue();
    }

    /** The message-id of the last reply to an rpc that was never sent, or was answered before; null if there was none. */
    @Nullable String lastUnknownId() {
        lock.lock();
        try {
            return lastUnknownId;
        } finally {
            lock.unlock();
        }
    }

    /** Takes all rpcs whose replies are awaited. */
    List<PendingRpc<?>> takeAll() {
        lock.lock();
        try {
            List<PendingRpc<?>> all = new ArrayList<>(awaited.values());
            awaited.clear();
            return all;
        } finally {
            lock.unlock();
        }
    }
}
