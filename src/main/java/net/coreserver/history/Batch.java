package net.coreserver.history;

import java.util.List;

/**
 * What is written at once. All numbers are given out beforehand, so that it can be written again whatever has become of it.
 *
 * @param row the number of the row of the journal
 * @param at when it was made
 * @param journal its content; empty for none
 * @param added series that were not there before
 * @param blocks what was sealed
 * @param journalBefore rows of the journal before this one are not needed any more
 * @param samples how many there are in it
 */
@SuppressWarnings("ArrayRecordComponent") // carried to the database, and never compared
record Batch(
        long row, long at, byte[] journal, List<Series> added, List<Block> blocks, long journalBefore, int samples) {

    /** It is on the disk: what was sealed is found there now. */
    void committed() {
        blocks.forEach(block -> block.series().written());
    }

    /**
     * A block to be written.
     *
     * @param tier what it consists of
     * @param id its number
     * @param series whose
     * @param first the time of the first of it
     * @param last the time of the last of it
     * @param content its octets
     */
    @SuppressWarnings("ArrayRecordComponent") // likewise
    record Block(Tier tier, long id, Series series, long first, long last, byte[] content) {}
}
