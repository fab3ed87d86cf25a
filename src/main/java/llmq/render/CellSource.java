package llmq.render;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Dates;
import llmq.value.NumberText;
import llmq.value.ScaledUnit;
import llmq.value.Type;

/** Titles and cells as programs read them; the titles are unique. A comparison is laid on its side. */
abstract class CellSource {
    private final List<String> given;
    private final List<String> titles;
    private final int rows;

    private CellSource(List<String> titles, int rows) {
        this.given = titles;
        this.titles = unique(titles);
        this.rows = rows;
    }

    static CellSource of(Result result) {
        List<Shown> shown = shown(result);
        return result.layout().isSideways() ? Transposed.of(result.table(), shown)
                : new Upright(result.table(), shown);
    }

    /** The columns for programs. */
    static List<Shown> shown(Result result) {
        List<Shown> shown = new ArrayList<>();
        for (Shown column : result.shown()) {
            if (column.reader() != Shown.Reader.PEOPLE) {
                shown.add(column);
            }
        }
        return shown;
    }

    /** The titles before any was changed to make it unique. */
    List<String> given() {
        return given;
    }

    List<String> titles() {
        return titles;
    }

    int rows() {
        return rows;
    }

    abstract void write(int row, int column, CellSink sink);

    /** Titles with {@code _2}, {@code _3} after those that were there before. */
    static List<String> unique(List<String> titles) {
        Set<String> taken = new HashSet<>(titles);
        Set<String> used = new HashSet<>();
        List<String> unique = new ArrayList<>();
        for (String title : titles) {
            String name = title;
            for (int i = 2; used.contains(name) || !name.equals(title) && taken.contains(name); i++) {
                name = title + "_" + i;
            }
            used.add(name);
            unique.add(name);
        }
        return unique;
    }

    /** Writes the cells of one column. */
    private static final class Cells {
        private final Column column;
        private final Field field;
        private final ScaledUnit display;
        private final StringBuilder number = new StringBuilder();

        Cells(Table table, Shown shown) {
            this.column = table.column(shown.column());
            this.field = table.schema().field(shown.column());
            this.display = shown.display();
        }

        String unit() {
            return field.type() != Type.NUMBER ? "" : display == null ? field.unit().toString() : display.symbol();
        }

        void write(int row, CellSink sink) {
            if (column instanceof NumberColumn numbers) {
                double value = numbers.values()[row];
                boolean date = field.type() == Type.DATE;
                if (date ? !CellValues.isDate(value) : !NumberText.isWritable(value, display)) {
                    sink.unknown();
                } else if (date) {
                    sink.plain(CellSink.Kind.DATE, Dates.format(value));
                } else {
                    number.setLength(0);
                    NumberText.appendExact(number, value, display);
                    sink.plain(CellSink.Kind.NUMBER, number);
                }
            } else if (!column.isKnown(row)) {
                sink.unknown();
            } else if (column instanceof BooleanColumn truths) {
                sink.plain(CellSink.Kind.TRUTH, truths.values()[row] == BooleanColumn.TRUE ? "true" : "false");
            } else if (column instanceof TextColumn texts) {
                sink.text(texts.value(row));
            }
        }
    }

    private static final class Upright extends CellSource {
        private final Cells[] cells;

        Upright(Table table, List<Shown> shown) {
            super(titles(shown), table.rows());
            cells = new Cells[shown.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = new Cells(table, shown.get(i));
            }
        }

        private static List<String> titles(List<Shown> shown) {
            List<String> titles = new ArrayList<>();
            for (Shown column : shown) {
                titles.add(column.title());
            }
            return titles;
        }

        @Override
        void write(int row, int column, CellSink sink) {
            cells[column].write(row, sink);
        }
    }

    /** A row for each field, with its name and its unit; a column for each row of the table. */
    private static final class Transposed extends CellSource {
        private static final int NAMES = 2;

        private final List<String> names;
        private final List<Cells> fields;

        private Transposed(List<String> titles, List<String> names, List<Cells> fields) {
            super(titles, fields.size());
            this.names = names;
            this.fields = fields;
        }

        static Transposed of(Table table, List<Shown> shown) {
            List<String> names = new ArrayList<>();
            List<Cells> fields = new ArrayList<>();
            Column label = null;
            for (Shown column : shown) {
                if (label == null && TableColumn.isLabel(table, column)) {
                    label = table.column(column.column());
                } else {
                    names.add(column.title());
                    fields.add(new Cells(table, column));
                }
            }
            List<String> titles = new ArrayList<>(List.of("field", "unit"));
            for (int row = 0; row < table.rows(); row++) {
                String name = label instanceof TextColumn texts ? texts.value(row) : null;
                titles.add(name == null ? "row " + (row + 1) : name);
            }
            return new Transposed(titles, names, fields);
        }

        @Override
        void write(int row, int column, CellSink sink) {
            if (column >= NAMES) {
                fields.get(row).write(column - NAMES, sink);
            } else if (column == 0) {
                sink.text(names.get(row));
            } else if (fields.get(row).unit().isEmpty()) {
                sink.unknown();
            } else {
                sink.text(fields.get(row).unit());
            }
        }
    }
}
