package llmq.check;

import java.util.List;

/** Finds the row that a name means in a table, as the catalog matches names of models. */
public interface RowNames {

    /**
     * What a name fits.
     *
     * @param row        the one row; −1 where there is none, or several
     * @param name       that row's label
     * @param several    whether it fits several
     * @param candidates the labels of several that fit; or, where none does, of those that are near
     */
    record Match(int row, String name, boolean several, List<String> candidates) {
        public Match {
            candidates = List.copyOf(candidates);
        }

        public boolean isFound() {
            return row >= 0;
        }
    }

    Match find(String source, String name);
}
