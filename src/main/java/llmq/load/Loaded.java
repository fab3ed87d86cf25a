package llmq.load;

import java.util.List;
import llmq.table.Table;

/**
 * A file in memory.
 *
 * @param bad      the first few cells and rows that could not be read as they stand, in the order of the file
 * @param badCells how many there are in all: a cell counts one, and so does a row with too few or too many cells
 */
public record Loaded(Table table, List<BadCell> bad, long badCells) {
    public Loaded {
        bad = List.copyOf(bad);
    }
}
