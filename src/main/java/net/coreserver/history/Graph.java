package net.coreserver.history;

import java.util.List;
import net.coreserver.history.series.Grid;
import net.coreserver.history.series.Line;
import net.coreserver.history.series.Points;

/**
 * What one interface was like for some time.
 *
 * @param grid where the points are: from the last multiple of the step that is not after what was asked for; its step is as asked
 *     for, or longer where nothing so fine is kept any more
 * @param lines as asked for
 * @param points of each line, in the same order
 */
public record Graph(Grid grid, List<Line> lines, List<Points> points) {

    /** Copies the lists, which must be of one length. */
    public Graph {
        lines = List.copyOf(lines);
        points = List.copyOf(points);
        if (lines.size() != points.size()) {
            throw new IllegalArgumentException("each line has its points");
        }
    }
}
