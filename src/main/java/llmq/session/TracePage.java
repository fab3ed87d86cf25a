package llmq.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.catalog.Catalog;
import llmq.catalog.Protocol;
import llmq.catalog.Provenance;
import llmq.catalog.PublishedScore;
import llmq.catalog.ScoreEntry;
import llmq.catalog.ScoreRule;
import llmq.catalog.SourceEntry;
import llmq.check.Checked;
import llmq.fit.FitFunctions;
import llmq.fit.Model;
import llmq.fit.Sentences;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.ExpressionText;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.result.Wanted;
import llmq.table.CellText;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.ScaledUnit;
import llmq.value.Status;
import llmq.value.Type;
import llmq.value.Unit;

/** Where a value comes from: the expression, its inputs beneath it, and theirs, each with status and source. */
final class TracePage {
    private static final String STEP = "  ";
    /** Columns: so many for people, then those for programs. */
    private static final int PEOPLE = 4;
    private static final List<String> TITLES = List.of("what", "value", "status", "from", "what", "value", "unit",
            "status", "from", "source", "url");
    private static final int VALUE = 5;
    /** The one that goes where a window is narrow: whence a value comes tells most of its status as well. */
    private static final int SPARE = 2;

    /**
     * @param depth  how far below the value asked for
     * @param text   the value for people
     * @param number the value for machines; NaN where it is no number, or unknown
     */
    private record Line(int depth, String what, String text, double number, Unit unit, String status, String from,
            SourceEntry source) {

        /** Whether its value would be a number, were it known. */
        boolean isNumber() {
            return text == null || !Double.isNaN(number) || text.equals(CellText.UNKNOWN);
        }
    }

    private final Session session;
    private final QueryRunner queries;
    private final List<Line> lines = new ArrayList<>();
    private boolean severalScores;

    TracePage(Session session, QueryRunner queries) {
        this.session = session;
        this.queries = queries;
    }

    Result of(Checked.Trace trace) {
        Expression.OfRow value = trace.value();
        boolean models = value.source().equals("models");
        if (value.value() instanceof Expression.Column column) {
            field(0, column.field(), value, models);
        } else {
            Map<String, Model> fits = new LinkedHashMap<>();
            addFits(value.value(), fits);
            computed(value, !fits.isEmpty());
            for (Map.Entry<String, Model> fit : fits.entrySet()) {
                lines.add(new Line(1, fit.getKey(), null, Double.NaN, Unit.NONE, null, "the fit "
                        + new Sentences(fit.getValue()).title() + FitPages.count(fit.getValue()), null));
            }
            for (Expression.Column column : Columns.used(value.value())) {
                field(1, column.field(), value, models);
            }
        }
        List<Note> notes = severalScores ? List.of(Note.of(NoteKind.SCORE_RULE, "scores",
                "where sources disagree, the field takes " + ScoreRule.TEXT)) : List.of();
        return table(notes);
    }

    /** The fits that an expression asks, by their names. */
    private static void addFits(Expression expression, Map<String, Model> fits) {
        if (expression instanceof Expression.Call call && call.function().body() instanceof FitFunctions.Body body) {
            fits.put(body.fit(), body.model());
        }
        for (Expression part : Columns.parts(expression)) {
            addFits(part, fits);
        }
    }

    private void computed(Expression.OfRow value, boolean asksFits) {
        Table table = queries.single(value, "value").table();
        Column cell = table.column(0);
        ScaledUnit display = value.value() instanceof Expression.Convert convert ? convert.target() : null;
        double number = value.type() == Type.NUMBER ? ((NumberColumn) cell).values()[0] : Double.NaN;
        lines.add(new Line(0, ExpressionText.of(value.value()) + " of " + value.name(),
                CellText.of(table.schema().field(0), cell, 0, display), number, value.unit(),
                cell.isKnown(0) ? cell.status(0).word() : null,
                Columns.used(value.value()).isEmpty() && !asksFits ? "computed" : "computed from what follows", null));
    }

    private void field(int depth, Field field, Expression.OfRow of, boolean models) {
        Table table = session.tables().table(of.source());
        Column column = table.column(field.name());
        double number = field.type() == Type.NUMBER ? ((NumberColumn) column).values()[of.row()] : Double.NaN;
        String what = depth == 0 ? field.name() + " of " + of.name() : field.name();
        String text = CellText.of(field, column, of.row(), null);
        String status = column.isKnown(of.row()) ? column.status(of.row()).word() : null;
        if (!models) {
            int source = table.schema().find("source");
            String from = source >= 0 && table.column(source) instanceof TextColumn keys ? keys.value(of.row())
                    : "the table " + of.source();
            lines.add(new Line(depth, what, text, number, field.unit(), status, from, null));
            return;
        }
        Catalog catalog = session.catalog();
        Provenance provenance = catalog.figure(of.row(), field.name());
        List<PublishedScore> scores = catalog.scoresOf(of.row(), field.name());
        String from;
        if (provenance.formula() != null) {
            from = provenance.formula();
        } else if (!scores.isEmpty() && scores.get(0).chosen()) {
            from = protocol(scores.get(0));
        } else if (provenance.status() == Status.ASSUMED && provenance.isKnown()) {
            from = "put in with assume";
        } else if (provenance.isKnown()) {
            from = title(provenance.source());
        } else {
            from = Catalog.unknownReason(field.name());
        }
        lines.add(new Line(depth, what, text, number, field.unit(), status, from, provenance.source()));
        for (String input : provenance.inputs()) {
            field(depth + 1, table.schema().field(table.schema().find(input)), of, true);
        }
        for (PublishedScore score : scores) {
            if (!score.chosen()) {
                severalScores = true;
                lines.add(new Line(depth + 1, "also published", CellText.number(score.score(), Type.NUMBER,
                        field.unit(), null), score.score(), field.unit(), Status.REPORTED.word(), protocol(score),
                        score.source()));
            }
        }
        boolean about = field.type() == Type.NUMBER && depth == 0 && lines.size() == 1;
        if (about && provenance.note() != null) {
            lines.add(new Line(1, "remark", null, Double.NaN, Unit.NONE, null, provenance.note(), null));
        }
    }

    private static String protocol(PublishedScore score) {
        Protocol protocol = score.protocol();
        String shots = protocol.shots() == ScoreEntry.NOT_STATED ? "shots not stated" : protocol.shots() + "-shot";
        return protocol.kind().word() + ", " + shots + ": " + title(score.source())
                + (score.confirmed() ? "" : " (from memory, not checked against it)");
    }

    private static String title(SourceEntry source) {
        return source == null ? null : source.title();
    }

    private Result table(List<Note> notes) {
        int n = lines.size();
        double[] numbers = new double[n];
        double[] depths = new double[n];
        String[][] texts = new String[TITLES.size()][n];
        boolean plain = true;
        for (int i = 0; i < n; i++) {
            Line line = lines.get(i);
            numbers[i] = line.number();
            depths[i] = line.depth();
            plain &= line.isNumber();
            // '?' stands for what nobody published; a remark simply has no value and no status.
            String[] cells = {STEP.repeat(line.depth()) + line.what(), blank(line.text()), blank(line.status()),
                blank(line.from()), line.what(), line.text(), Double.isNaN(line.number()) ? null
                        : line.unit().toString(), line.status(), line.from(),
                line.source() == null ? null : line.source().key(),
                line.source() == null ? null : line.source().url()};
            for (int cell = 0; cell < cells.length; cell++) {
                texts[cell][i] = cells[cell];
            }
        }
        List<Field> fields = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<Shown> shown = new ArrayList<>();
        shown.add(new Shown(TITLES.size(), "depth", null, 0, Shown.Reader.MACHINES));
        for (int i = 0; i < TITLES.size(); i++) {
            boolean people = i < PEOPLE;
            fields.add(Field.of(people ? TITLES.get(i) + " in words" : TITLES.get(i), Type.TEXT));
            columns.add(TextColumn.of(texts[i]));
            shown.add(new Shown(i, TITLES.get(i), null, i == SPARE ? Shown.ASKED + 1 : 0,
                    people ? Shown.Reader.PEOPLE : Shown.Reader.MACHINES));
        }
        fields.add(Field.of("depth", Type.NUMBER));
        columns.add(NumberColumn.of(depths));
        if (plain) {
            // Dates and texts stand as they read; numbers plainly, in base units.
            fields.set(VALUE, Field.of("value", Type.NUMBER));
            columns.set(VALUE, NumberColumn.of(numbers));
        }
        return new Result(Layout.TABLE, null, new Table(new Schema(fields), columns, n, "what in words"), shown, notes,
                List.of(), n, Wanted.ALL);
    }

    private static String blank(String text) {
        return text == null ? "" : text;
    }
}
