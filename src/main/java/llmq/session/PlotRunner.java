package llmq.session;

import java.util.ArrayList;
import java.util.List;
import llmq.check.Checked;
import llmq.check.PlotTops;
import llmq.check.Query;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.engine.Relation;
import llmq.plot.Panel;
import llmq.plot.Pictures;
import llmq.plot.PlotSpec;
import llmq.plot.Scale;
import llmq.plot.TrendLine;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.text.Plural;
import llmq.value.Type;

/** Draws rows, and the curves of fits over them. */
final class PlotRunner {
    private final Session session;
    private final Workspace workspace;

    PlotRunner(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    /** With its notes. */
    Result of(Checked.Plot plot) {
        QueryRunner queries = new QueryRunner(session, workspace);
        Query query = plot.query();
        Relation relation = queries.run(query);
        Result rows = queries.result(query, relation);
        PlotSpec spec = plot.spec();
        long gathered = gathered(spec, rows.table());
        Pictures.First first = Pictures.first(spec, rows.table(), workspace.cancel()::requested,
                workspace.engine());
        if (first != null) {
            Table shown = rows.table().take(first.rows());
            Query narrowed = PlotTops.of(plot, shown);
            Relation behind = queries.run(narrowed);
            // Texts that are alike but for their case would be chosen together.
            boolean exact = behind.table().rows() == shown.rows();
            relation = exact ? behind : relation;
            query = exact ? narrowed : query;
            rows = exact ? queries.result(query, relation) : rows.of(shown);
        }
        rows = rows.with(new Remarks(session, workspace).on(query, rows));
        double[] reach = plot.trends().isEmpty() ? null : Pictures.reach(spec, rows.table());
        PlotCurves curves = new PlotCurves(session.tables(), workspace);
        List<TrendLine> trends = new ArrayList<>();
        for (Checked.Trend trend : plot.trends()) {
            if (reach != null) {
                trends.addAll(curves.lines(trend, plot, reach));
            }
        }
        Pictures.Drawn drawn = Pictures.of(spec, rows.table(), trends, workspace.cancel()::requested,
                workspace.engine());
        if (first != null) {
            drawn = new Pictures.Drawn(drawn.picture(), drawn.unplaced(), first.groups() - spec.top());
        }
        requireFew(drawn, spec, rows.table());
        List<Note> notes = new ArrayList<>(rows.notes());
        addLeft(drawn, spec, rows.table(), notes);
        if (!trends.isEmpty()) {
            new PlotReach(spec, rows.table().schema(), trends).add(drawn.picture().panels().get(0).y(), notes);
        }
        Result result = bare(rows, spec).with(notes)
                .drawn(drawn.picture().with(new PlotCaption(session).of(plot, query, rows, drawn, gathered,
                        relation)));
        return result.behind(new PlotData(result, plot, curves));
    }

    /** The first of many dates or numbers are no choice that anybody would make. */
    private static void requireFew(Pictures.Drawn drawn, PlotSpec spec, Table table) {
        if (drawn.unshown() == 0 || spec.top() >= 0 || !(table.column(spec.x().column()) instanceof NumberColumn)) {
            return;
        }
        Panel panel = drawn.picture().panels().get(0);
        String key = spec.x().title();
        int shown = panel.x().categories().size();
        boolean date = table.schema().field(spec.x().column()).type() == Type.DATE;
        String against = "plot " + (spec.gathered() < 0 ? spec.y().title() : "Y") + " against " + key
                + " has a mark for each row";
        String first = "top " + shown + " draws the first of them";
        throw Diagnostic.of(ErrorCode.E120, "'" + key + "' has " + (shown + drawn.unshown()) + " values, and a picture"
                + " no room for so many " + (spec.form() == PlotSpec.Form.BARS ? "bars" : "boxes"),
                date ? new String[] {"plot " + spec.y().title() + " per year(" + key + ") has one for each year",
                    against, first} : new String[] {against, first}).toException();
    }

    private static void addLeft(Pictures.Drawn drawn, PlotSpec spec, Table table, List<Note> notes) {
        if (drawn.unplaced() > 0) {
            long below = 0;
            boolean across = false;
            boolean up = false;
            for (int row = 0; row < table.rows(); row++) {
                boolean left = isBelow(spec.x(), table, row);
                boolean beneath = isBelow(spec.y(), table, row);
                across |= left;
                up |= beneath;
                below += left || beneath ? 1 : 0;
            }
            addUndrawn(spec, below, table.rows(), (across && up ? "log axes have" : "a log axis has")
                    + " no place for 0 and below; try "
                    + (!across ? "linear y" : up ? "linear x linear y" : "linear x"), notes);
            addUndrawn(spec, drawn.unplaced() - below, table.rows(),
                    "an axis does not reach that far; choose with where", notes);
        }
        if (spec.form() == PlotSpec.Form.BARS && spec.y().scale() != Scale.LINEAR && table.rows() > 0) {
            notes.add(new Note(NoteKind.BARS_WITHOUT_ZERO, (spec.y().scale() == Scale.TIME ? "dates have" : "a log axis"
                    + " has") + " no 0 for bars to begin at: where they end tells of " + spec.y().title()
                    + ", their lengths do not"));
        }
        if (drawn.unshown() > 0 && spec.top() < 0) {
            notes.add(new Note(NoteKind.TOO_MANY_CATEGORIES, Plural.count(drawn.unshown(), "value") + " of '"
                    + spec.x().title() + "' " + (drawn.unshown() == 1 ? "is" : "are")
                    + " not drawn, as nobody could read so many; choose some with where, or how many with top"));
        }
    }

    private static void addUndrawn(PlotSpec spec, long rows, int all, String why, List<Note> notes) {
        if (rows > 0) {
            notes.add(new Note(NoteKind.NOT_ON_LOG_AXIS, Plural.count(rows,
                    spec.form() == PlotSpec.Form.BARS ? "group" : "row") + " of " + all
                    + (rows == 1 ? " is" : " are") + " not drawn, as " + why));
        }
    }

    /** Whether a logarithmic axis has no place for a row. */
    private static boolean isBelow(PlotSpec.Channel channel, Table table, int row) {
        return channel != null && channel.scale() == Scale.LOG
                && ((NumberColumn) table.column(channel.column())).values()[row] <= 0;
    }

    /** Without the number of rows that each bar stands for, which nobody asked for. */
    private static Result bare(Result rows, PlotSpec spec) {
        int helper = spec.gathered();
        for (Shown shown : rows.shown()) {
            helper = shown.column() == helper ? -1 : helper;
        }
        if (helper < 0) {
            return rows;
        }
        Table table = rows.table();
        List<Field> fields = new ArrayList<>(table.schema().fields());
        List<Column> columns = new ArrayList<>(table.columns());
        fields.remove(helper);
        columns.remove(helper);
        List<Shown> shown = new ArrayList<>();
        for (Shown column : rows.shown()) {
            shown.add(column.column() > helper ? column.at(column.column() - 1) : column);
        }
        return rows.of(new Table(new Schema(fields), columns, table.rows(), table.label())).showing(shown);
    }

    private static long gathered(PlotSpec spec, Table table) {
        if (spec.gathered() < 0) {
            return table.rows();
        }
        double rows = 0;
        for (double count : ((NumberColumn) table.column(spec.gathered())).values()) {
            rows += count;
        }
        return (long) rows;
    }
}
