package net.coreserver.netconf.ssh;

/**
 * How long a server has said nothing, counted in looks at it. What it is asked counts as an answer when it comes; any other
 * word of it does as well. One thread looks; another tells what is heard.
 */
final class Silence {

    /** So many looks in a row that nothing was heard before, the server is asked. */
    static final int LOOKS = 4;

    private volatile boolean heard;
    private boolean asked;
    private int looks;

    /** The server has said something. */
    void broken() {
        heard = true;
    }

    /**
     * Looks once more.
     *
     * @param unanswered how many questions in a row have had no answer
     * @return whether it is time to ask
     */
    boolean lasts(int unanswered) {
        if (heard || (asked && unanswered == 0)) {
            heard = false;
            asked = false;
            looks = 0;
            return false;
        }
        looks++;
        asked = looks >= LOOKS;
        return asked;
    }
}
