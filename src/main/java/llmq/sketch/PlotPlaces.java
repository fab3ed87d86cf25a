package llmq.sketch;

import llmq.text.Role;

/**
 * Finds room on a sheet for names: beside their marks or, where there is none, further off with a line to it. A name
 * covers no mark and no other text, and without a line it is nearer to its own mark than to any other.
 */
final class PlotPlaces {
    /** What stands in the same line belongs together before what stands in the next one, which is so much further. */
    private static final double LINE = 4;
    /** Another mark is as much further from a name at the least. */
    private static final double CLEAR = 1.25;
    /** How far a line leads down or up, and to a side; a line down or up costs as much as so many columns. */
    private static final int STEEP = 4;
    private static final int WIDE = 14;
    private static final int COST = 3;

    private final PlotSheet sheet;

    PlotPlaces(PlotSheet sheet) {
        this.sheet = sheet;
    }

    /**
     * Where a name stands.
     *
     * @param led whether a line leads to it from its mark
     */
    record Place(int left, int top, boolean led) {
    }

    /**
     * How far a name seems to be from the middle of a mark, in columns.
     *
     * @param left  of the name
     * @param width of it
     */
    static double distance(int left, int top, int width, int column, int line) {
        double middle = column + 0.5;
        double across = Math.max(0, Math.max(left - middle, middle - left - width));
        double down = Math.max(0, Math.abs(line - top) - 0.5);
        return Math.hypot(across, LINE * down);
    }

    /** The most readable place beside a mark; {@code null} where none is. @param over whether it may cover lines */
    Place beside(int column, int line, int width, boolean over) {
        int middle = column - (width - 1) / 2;
        int[][] places = {{column + 2, line}, {column - 1 - width, line}, {middle, line - 1}, {middle, line + 1},
            {column, line - 1}, {column, line + 1}, {column - width + 1, line - 1}, {column - width + 1, line + 1},
            {column + 1, line - 1}, {column + 1, line + 1}, {column - width, line - 1}, {column - width, line + 1}};
        for (int[] place : places) {
            if (isFree(place[0], place[1], width, over ? PlotSheet.SOLID : PlotSheet.REFERENCE)
                    && isNearest(place[0], place[1], width, column, line)) {
                return new Place(place[0], place[1], false);
            }
        }
        return null;
    }

    /** The nearest place that a line leads to over empty characters; {@code null} where there is none. */
    Place led(int column, int line, int width) {
        Place best = null;
        int least = Integer.MAX_VALUE;
        for (int down = -STEEP; down <= STEEP; down++) {
            for (int side = -1; side <= 1; side += 2) {
                for (int along = down == 0 ? 2 : 1; along <= WIDE; along++) {
                    int cost = 2 * (along + COST * Math.abs(down)) + (down > 0 ? 1 : 0);
                    int left = side > 0 ? column + along + 2 : column - along - 1 - width;
                    if (cost < least && isFree(left, line + down, width, PlotSheet.REFERENCE)
                            && !isText(left - 2, line + down) && !isText(left + width + 1, line + down)
                            && isOpen(column, line, side * along, down)) {
                        best = new Place(left, line + down, true);
                        least = cost;
                    }
                }
            }
        }
        return best;
    }

    /** Draws the line from a mark to the name that stands there. */
    void lead(int column, int line, Place place, int width) {
        int side = place.left() > column ? 1 : -1;
        int end = side > 0 ? place.left() - 2 : place.left() + width + 1;
        int down = Integer.signum(place.top() - line);
        for (int at = line + down; at != place.top(); at += down) {
            sheet.put(column, at, '│', Role.AXIS, PlotSheet.TEXT);
        }
        if (down != 0) {
            sheet.put(column, place.top(), down < 0 ? side > 0 ? '╭' : '╮' : side > 0 ? '╰' : '╯', Role.AXIS,
                    PlotSheet.TEXT);
        }
        for (int at = column + side; at != end + side; at += side) {
            sheet.put(at, place.top(), '─', Role.AXIS, PlotSheet.TEXT);
        }
    }

    /** Whether nothing from that rank on is in the way of a text, and neither text nor mark beside it. */
    private boolean isFree(int left, int top, int width, int rank) {
        if (left < 0 || left + width > sheet.columns() || top < 0 || top >= sheet.lines()) {
            return false;
        }
        for (int column = left; column < left + width; column++) {
            if (sheet.rank(column, top) >= rank) {
                return false;
            }
        }
        return !isTaken(left - 1, top) && !isTaken(left + width, top);
    }

    private boolean isTaken(int column, int line) {
        return column >= 0 && column < sheet.columns() && sheet.rank(column, line) >= PlotSheet.SOLID;
    }

    private boolean isNearest(int left, int top, int width, int ownColumn, int ownLine) {
        double own = distance(left, top, width, ownColumn, ownLine);
        for (int line = Math.max(0, top - 1); line <= Math.min(sheet.lines() - 1, top + 1); line++) {
            for (int column = Math.max(0, left - 3); column <= Math.min(sheet.columns() - 1, left + width + 2);
                    column++) {
                if (sheet.isMark(column, line) && (column != ownColumn || line != ownLine)
                        && distance(left, top, width, column, line) < CLEAR * own) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a line down or up from a mark and then along meets nothing, and nothing stands beside its steep part. */
    private boolean isOpen(int column, int line, int along, int down) {
        int step = Integer.signum(down);
        for (int at = line + step; down != 0 && at != line + down + step; at += step) {
            if (sheet.rank(column, at) >= PlotSheet.REFERENCE || isTaken(column - 1, at) || isTaken(column + 1, at)) {
                return false;
            }
        }
        int side = Integer.signum(along);
        // Behind the turn no name stands that the line would seem to lead to.
        if (isText(column - side, line + down) || down != 0 && isText(column - 2 * side, line + down)) {
            return false;
        }
        for (int at = column + side; at != column + along + side; at += side) {
            if (sheet.rank(at, line + down) >= PlotSheet.REFERENCE) {
                return false;
            }
        }
        return true;
    }

    private boolean isText(int column, int line) {
        return column >= 0 && column < sheet.columns() && sheet.rank(column, line) == PlotSheet.TEXT;
    }
}
