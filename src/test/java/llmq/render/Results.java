package llmq.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import llmq.result.Format;
import llmq.result.Layout;
import llmq.result.LeftOut;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.table.BooleanColumn;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.text.Style;
import llmq.text.Theme;
import llmq.value.Dates;
import llmq.value.NumberForm;
import llmq.value.Type;
import llmq.value.Unit;

/** Results to print in tests. */
final class Results {
    static final double UNKNOWN = Double.NaN;

    private Results() {
    }

    static String print(Format format, Style style, Result result) {
        StringBuilder out = new StringBuilder();
        try {
            Printers.of(format, style).print(result, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** A text too wide to stand in a test. */
    static String golden(String name) {
        try (InputStream file = Results.class.getResourceAsStream(name + ".txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Style width(int width) {
        return new Style(width, Theme.NONE, true, false, 0);
    }

    /** Ranked models with everything that may happen to a cell. */
    static Result ranked() {
        Builder builder = new Builder()
                .number("rank", Unit.NONE, 0, 1, 2, 3, 4)
                .text("name", 0, "Phi-1.5", "Qwen 通义千问", "Llama 2 70B", "DBRX")
                .number("mmlu", Unit.PERCENT, 10, 42.9, 67.25, 69.83, 73.7)
                .number("flops", Unit.FLOP, 20, 1.25e21, 3.02e24, 8.4e23, UNKNOWN).rough(1)
                .number("mmlu/flops", Unit.PERCENT.per(Unit.FLOP), 30, 3.432e-20, 2.2268e-23, 8.3095e-23, UNKNOWN)
                .rough(1)
                .number("tokens", Unit.TOKEN, 40, 1.5e11, 3e12, 2e12, 12e12)
                .date("released", 50, "2023-08-31", "2023-12-09", "2023-07-19", null)
                .truth("open", 60, true, true, false, null)
                .text("license", 70, "MIT", "Tongyi Qianwen License Agreement for everybody else", null, "Databricks");
        builder.notes.add(new Note(NoteKind.NEAR_CHANCE, "3 of the top 5 score within 5 points of chance on mmlu; "
                + "skill(mmlu)/flops counts only what is above chance."));
        builder.leftOut.add(new LeftOut(12, "tokens not disclosed"));
        builder.leftOut.add(new LeftOut(6, "flops not known"));
        builder.label = "name";
        return builder.build(Layout.TABLE);
    }

    static Result with(Result result, Layout layout) {
        return new Result(layout, result.title(), result.table(), result.shown(), result.notes(), result.leftOut(),
                result.considered(), result.wanted());
    }

    /** The same without rows. */
    static Result empty(Result result) {
        return new Result(result.layout(), result.title(), result.table().take(new int[0]), result.shown(),
                List.of(), result.leftOut(), result.considered(), result.wanted());
    }

    static Result wanting(Result result, Wanted wanted) {
        return new Result(result.layout(), result.title(), result.table(), result.shown(), result.notes(),
                result.leftOut(), result.considered(), wanted);
    }

    static Result scalar(Unit unit, double value) {
        return new Builder().number("mmlu of DBRX", unit, 0, value).build(Layout.SCALAR);
    }

    /** Columns one after the other. */
    static final class Builder {
        final List<Field> fields = new ArrayList<>();
        final List<Column> columns = new ArrayList<>();
        final List<Shown> shown = new ArrayList<>();
        final List<Note> notes = new ArrayList<>();
        final List<LeftOut> leftOut = new ArrayList<>();
        final List<String> said = new ArrayList<>();
        String title;
        String label;

        private Builder add(Field field, Column column, int need) {
            fields.add(field.named(field.name() + "#" + fields.size()));
            shown.add(Shown.of(columns.size(), field.name(), need));
            columns.add(column);
            return this;
        }

        Builder number(String name, Unit unit, int need, double... values) {
            return add(Field.number(name, unit), NumberColumn.of(values), need);
        }

        Builder text(String name, int need, String... values) {
            return add(Field.of(name, Type.TEXT), TextColumn.of(values), need);
        }

        Builder date(String name, int need, String... values) {
            double[] days = new double[values.length];
            for (int i = 0; i < days.length; i++) {
                days[i] = values[i] == null ? UNKNOWN : Dates.days(java.time.LocalDate.parse(values[i]));
            }
            return add(Field.of(name, Type.DATE), NumberColumn.of(days), need);
        }

        Builder truth(String name, int need, Boolean... values) {
            byte[] truths = new byte[values.length];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = values[i] == null ? BooleanColumn.UNKNOWN
                        : values[i] ? BooleanColumn.TRUE : BooleanColumn.FALSE;
            }
            return add(Field.of(name, Type.BOOLEAN), new BooleanColumn(truths, null), need);
        }

        /** Makes cells of the last column, a number or a text, estimates. */
        Builder rough(int... rows) {
            int last = columns.size() - 1;
            byte[] statuses = new byte[columns.get(last).size()];
            for (int row : rows) {
                statuses[row] = (byte) llmq.value.Status.ESTIMATED.ordinal();
            }
            Column column = columns.get(last);
            columns.set(last, column instanceof NumberColumn numbers ? new NumberColumn(numbers.values(), statuses)
                    : new TextColumn(((TextColumn) column).codes(), ((TextColumn) column).dictionary(), statuses));
            return this;
        }

        /** Writes the last column so, and for these. */
        Builder shown(Shown.Reader reader, NumberForm form) {
            int last = shown.size() - 1;
            shown.set(last, shown.get(last).to(reader).as(form));
            return this;
        }

        Builder shown(NumberForm form) {
            return shown(Shown.Reader.ALL, form);
        }

        /** Makes what is unknown of the last column nothing to be known. */
        Builder gaps() {
            shown.set(shown.size() - 1, shown.get(shown.size() - 1).withGaps());
            return this;
        }

        Result build(Layout layout) {
            String field = null;
            for (int i = 0; i < shown.size(); i++) {
                field = shown.get(i).title().equals(label) ? fields.get(i).name() : field;
            }
            Table table = new Table(new Schema(fields), columns, columns.isEmpty() ? 0 : columns.get(0).size(), field);
            return new Result(layout, title, table, shown, notes, leftOut, 152, Wanted.top(-1), said, null, null);
        }
    }
}
