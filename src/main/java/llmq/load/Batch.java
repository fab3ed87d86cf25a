package llmq.load;

import java.util.ArrayList;
import java.util.List;

/** A stretch of rows on their way into the table: typed cells by column, and what could not be read. */
final class Batch {
    /** How many bad cells are kept to be shown; the rest is counted. */
    static final int SHOWN = 10;

    private final List<ColumnSpec> specs;
    private final List<Cells> columns = new ArrayList<>();
    private final List<BadCell> bad = new ArrayList<>();
    private long badCells;
    private int rows;

    Batch(List<ColumnSpec> specs) {
        this.specs = new ArrayList<>();
        for (ColumnSpec spec : specs) {
            addColumn(spec);
        }
    }

    /** A column that first appears in this batch: unknown in the rows before. */
    void addColumn(ColumnSpec spec) {
        Cells cells = spec.cells();
        specs.add(spec);
        columns.add(cells);
        for (int i = 0; i < rows; i++) {
            cells.addUnknown();
        }
    }

    int width() {
        return columns.size();
    }

    int rows() {
        return rows;
    }

    Cells column(int index) {
        return columns.get(index);
    }

    List<BadCell> bad() {
        return bad;
    }

    long badCells() {
        return badCells;
    }

    /**
     * Adds a cell to a column.
     *
     * @param asIs whether blanks around a text belong to it, as they do within quotes
     * @param line where the record starts
     */
    void cell(int column, char[] buffer, int offset, int length, boolean asIs, long line) {
        Cells cells = columns.get(column);
        int end = offset + length;
        int from = Slices.skipBlanks(buffer, offset, end);
        int to = Slices.dropBlanks(buffer, from, end);
        if (Slices.isUnknown(buffer, from, to)) {
            cells.addUnknown();
        } else if (asIs && cells instanceof TextCells) {
            cells.add(buffer, offset, end);
        } else if (!cells.add(buffer, from, to)) {
            String text = new String(buffer, from, to - from);
            report(BadCell.cell(line, specs.get(column).title(), text, cells.expected()));
        }
    }

    void report(BadCell cell) {
        badCells++;
        if (bad.size() < SHOWN) {
            bad.add(cell);
        }
    }

    /** Ends a row: columns that it left out are unknown. */
    void endRow() {
        rows++;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).size < rows) {
                columns.get(i).addUnknown();
            }
        }
    }

    void clear() {
        for (Cells column : columns) {
            column.clear();
        }
        bad.clear();
        badCells = 0;
        rows = 0;
    }
}
