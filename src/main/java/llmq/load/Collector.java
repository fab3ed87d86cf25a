package llmq.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.table.Column;
import llmq.table.Dictionary;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;

/** Puts batches together, in the order of the file, to a table. Used by one thread at a time. */
final class Collector {
    private static final List<String> LABELS = List.of("name", "model", "id", "title");

    private final List<ColumnSpec> specs = new ArrayList<>();
    private final List<Collected> columns = new ArrayList<>();
    private final List<Long> bad = new ArrayList<>();
    private final List<Long> filled = new ArrayList<>();
    private final List<BadCell> badCells = new ArrayList<>();
    private long allBad;
    private long lines;
    private int rows;

    Collector(List<ColumnSpec> specs) {
        for (ColumnSpec spec : specs) {
            addColumn(spec);
        }
    }

    /** A column that first appears after the rows so far, and is unknown in them. */
    void addColumn(ColumnSpec spec) {
        specs.add(spec);
        columns.add(spec.cells().collected());
        bad.add(0L);
        filled.add(0L);
        if (rows > 0) {
            Cells before = spec.cells();
            for (int i = 0; i < rows; i++) {
                before.addUnknown();
            }
            columns.get(columns.size() - 1).append(before);
        }
    }

    /** @param itsLines how many lines of the file the batch took; its bad cells count theirs from its own first */
    void append(Batch batch, long itsLines) {
        if ((long) rows + batch.rows() > Integer.MAX_VALUE - 8) {
            throw Diagnostic.of(ErrorCode.E304, "the file has more than two billion rows").toException();
        }
        for (int i = 0; i < columns.size(); i++) {
            Cells cells = batch.column(i);
            columns.get(i).append(cells);
            bad.set(i, bad.get(i) + cells.bad());
            filled.set(i, filled.get(i) + cells.filled());
        }
        for (BadCell cell : batch.bad()) {
            if (badCells.size() < Batch.SHOWN) {
                badCells.add(cell.later(lines));
            }
        }
        allBad += batch.badCells();
        rows += batch.rows();
        lines += itsLines;
    }

    /** Lines of the file in all batches so far. */
    long lines() {
        return lines;
    }

    /**
     * The columns as they should have been read, where the first rows misled: one that was taken for numbers, dates or
     * truth values, and in which more than one cell in ten was not, is text. {@code null} if all is well.
     */
    List<ColumnSpec> corrected() {
        List<ColumnSpec> better = new ArrayList<>(specs);
        boolean changed = false;
        for (int i = 0; i < better.size(); i++) {
            if (!specs.get(i).forced() && !Evidence.isEnough(bad.get(i), filled.get(i))) {
                better.set(i, specs.get(i).asText());
                changed = true;
            }
        }
        return changed ? better : null;
    }

    Loaded build() {
        List<Field> fields = new ArrayList<>();
        List<Column> built = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Field field = specs.get(i).field();
            Column column = columns.get(i).build(rows);
            columns.set(i, null);
            if (specs.get(i).open()) {
                TextColumn texts = (TextColumn) column;
                Type type = typeOf(texts.dictionary());
                if (type.isNumeric()) {
                    field = Field.of(field.name(), type);
                    column = read(texts, type);
                }
            }
            fields.add(field);
            built.add(column);
        }
        return new Loaded(new Table(new Schema(fields), built, rows, label(fields)), badCells, allBad);
    }

    /** A column whose first cells were all empty is numbers or dates only if everything that came later is. */
    private static Type typeOf(Dictionary dictionary) {
        Evidence evidence = new Evidence();
        for (int code = 0; code < dictionary.size(); code++) {
            char[] text = dictionary.value(code).toCharArray();
            evidence.see(text, 0, text.length);
        }
        return evidence.isPure() ? evidence.type() : Type.TEXT;
    }

    private static NumberColumn read(TextColumn column, Type type) {
        Dictionary dictionary = column.dictionary();
        double[] meanings = new double[dictionary.size()];
        for (int code = 0; code < meanings.length; code++) {
            char[] text = dictionary.value(code).toCharArray();
            int from = Slices.skipBlanks(text, 0, text.length);
            int to = Slices.dropBlanks(text, from, text.length);
            meanings[code] = type == Type.DATE ? DateReader.read(text, from, to) : NumberReader.read(text, from, to, 0);
        }
        double[] values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isKnown(row) ? meanings[column.codes()[row]] : Double.NaN;
        }
        return new NumberColumn(values, null);
    }

    /** The text column with the most telling name, else the first text column. */
    private static String label(List<Field> fields) {
        for (String telling : LABELS) {
            for (Field field : fields) {
                if (field.type() == Type.TEXT && field.name().toLowerCase(Locale.ROOT).equals(telling)) {
                    return field.name();
                }
            }
        }
        for (Field field : fields) {
            if (field.type() == Type.TEXT) {
                return field.name();
            }
        }
        return null;
    }
}
