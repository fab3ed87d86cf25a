package llmq.check;

import java.util.ArrayList;
import java.util.Comparator;
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

        /** The candidates, those first that begin with the words as they were typed, and of these the shortest. */
        List<String> likeliest(String typed) {
            List<String> names = new ArrayList<>(candidates);
            names.sort(new Comparator<>() {
                @Override
                public int compare(String a, String b) {
                    return Integer.compare(off(a, typed), off(b, typed));
                }
            });
            return names;
        }

        /** How much longer a name is; beyond all lengths where the typed words do not end in it as they are. */
        private static int off(String name, String typed) {
            int end = typed.length();
            boolean begins = name.regionMatches(true, 0, typed, 0, end)
                    && (name.length() == end || !Character.isLetterOrDigit(name.charAt(end)));
            return begins ? name.length() - end : Integer.MAX_VALUE;
        }
    }

    Match find(String source, String name);
}
