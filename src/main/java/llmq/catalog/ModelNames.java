package llmq.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import llmq.diagnostic.Nearest;
import llmq.table.Table;
import llmq.table.TextColumn;

/**
 * Finds the row that a name means, among the labels of any table. A name as written wins; else one that is equal
 * without case and punctuation; else the only one that begins so. An {@code id}, where the table has one, is as good
 * as the label.
 *
 * <p>Punctuation that makes a difference stays: a plus (Command R is not Command R+), and whatever parts two digits
 * (Qwen2-57B is not Qwen2.5-7B). Only a name that is not found so is looked for once more with letters, digits and
 * plus alone, so that “Llama 31 8B” still finds Llama 3.1 8B.
 */
public final class ModelNames {
    /** What is longer is no name shortened or mistyped, and folding many megabytes again and again takes time. */
    private static final int LONGEST = 10_000;

    private final List<String> labels;
    private final List<String> ids;

    /**
     * @param labels the names by row; {@code null} where a row has none
     * @param ids    other names by row, or {@code null} if there are none
     */
    public ModelNames(List<String> labels, List<String> ids) {
        this.labels = labels;
        this.ids = ids;
    }

    /** The names of a table's rows: its label, and the field {@code id} where it has one. */
    public static ModelNames of(Table table) {
        int id = table.schema().find("id");
        boolean hasIds = id >= 0 && table.column(id) instanceof TextColumn;
        return new ModelNames(texts((TextColumn) table.column(table.label())),
                hasIds ? texts((TextColumn) table.column(id)) : null);
    }

    private static List<String> texts(TextColumn column) {
        List<String> texts = new ArrayList<>(column.size());
        for (int row = 0; row < column.size(); row++) {
            texts.add(column.value(row));
        }
        return texts;
    }

    /**
     * What a name means.
     *
     * @param rows    one row: that is it; none; or several that it may mean
     * @param nearest where there is none, the nearest names, best first, at most three
     */
    public record Match(List<Integer> rows, List<String> nearest) {
        public boolean isOne() {
            return rows.size() == 1;
        }

        public boolean isNone() {
            return rows.isEmpty();
        }

        /** The row where {@link #isOne()}. */
        public int row() {
            return rows.get(0);
        }
    }

    public Match find(String name) {
        List<Integer> rows = written(labels, name);
        if (rows.isEmpty() && ids != null) {
            rows = written(ids, name);
        }
        if (rows.isEmpty() && name.length() > LONGEST) {
            return new Match(List.of(), List.of());
        }
        for (boolean strict : new boolean[] {true, false}) {
            if (rows.isEmpty()) {
                rows = folded(name, strict);
            }
        }
        return new Match(List.copyOf(rows), rows.isEmpty() ? nearest(name) : List.of());
    }

    private static List<Integer> written(List<String> names, String name) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < names.size(); row++) {
            if (name.equals(names.get(row))) {
                rows.add(row);
            }
        }
        return rows;
    }

    /** The rows equal to the folded name, by label or else by id; if there are none, those that begin so. */
    private List<Integer> folded(String name, boolean strict) {
        String wanted = fold(name, strict);
        List<Integer> equal = new ArrayList<>();
        List<Integer> equalId = new ArrayList<>();
        List<Integer> beginning = new ArrayList<>();
        if (wanted.isEmpty()) {
            return equal;
        }
        for (int row = 0; row < labels.size(); row++) {
            String label = labels.get(row) == null ? "" : fold(labels.get(row), strict);
            if (label.equals(wanted)) {
                equal.add(row);
            } else if (ids != null && ids.get(row) != null && fold(ids.get(row), strict).equals(wanted)) {
                equalId.add(row);
            }
            if (label.startsWith(wanted)) {
                beginning.add(row);
            }
        }
        return !equal.isEmpty() ? equal : !equalId.isEmpty() ? equalId : beginning;
    }

    /**
     * Lower case, letters, digits and plus; if strict, a point between two digits stays, and other punctuation between
     * two digits becomes one blank.
     */
    static String fold(String name, boolean strict) {
        String lower = name.toLowerCase(Locale.ROOT);
        StringBuilder folded = new StringBuilder(lower.length());
        int gap = 0;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if (!Character.isLetterOrDigit(c) && c != '+') {
                gap = gap == 0 && c == '.' ? '.' : ' ';
                continue;
            }
            int length = folded.length();
            boolean partsDigits = length > 0 && isDigit(c) && isDigit(folded.charAt(length - 1));
            if (strict && gap != 0 && partsDigits) {
                folded.append((char) gap);
            }
            folded.append(c);
            gap = 0;
        }
        return folded.toString();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /**
     * By the folded names, and by their beginnings too, for a name both shortened and mistyped: “Lama 2” is near to
     * the beginning of Llama 2 7B.
     */
    private List<String> nearest(String name) {
        Map<String, String> candidates = new LinkedHashMap<>();
        for (String label : labels) {
            if (label != null) {
                candidates.putIfAbsent(fold(label, true), label);
            }
        }
        String wanted = fold(name, true);
        Set<String> near = new LinkedHashSet<>();
        for (String folded : Nearest.to(wanted, candidates.keySet())) {
            near.add(candidates.get(folded));
        }
        if (near.isEmpty()) {
            Map<String, String> beginnings = new LinkedHashMap<>();
            for (Map.Entry<String, String> candidate : candidates.entrySet()) {
                for (int more = 0; more <= 1; more++) {
                    int length = Math.min(candidate.getKey().length(), wanted.length() + more);
                    beginnings.putIfAbsent(candidate.getKey().substring(0, length), candidate.getValue());
                }
            }
            for (String folded : Nearest.to(wanted, beginnings.keySet())) {
                near.add(beginnings.get(folded));
            }
        }
        return near.stream().limit(3).toList();
    }
}
