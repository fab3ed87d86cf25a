package llmq.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import llmq.catalog.FieldInfo;
import llmq.check.Checked;
import llmq.check.Namespace;
import llmq.check.Query;
import llmq.diagnostic.Diagnostic;
import llmq.diagnostic.ErrorCode;
import llmq.engine.Tables;
import llmq.fit.FitFunctions;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plot.Caption;
import llmq.plot.Panel;
import llmq.plot.Pictures;
import llmq.plot.PlotSpec;
import llmq.plot.Scale;
import llmq.plot.TrendLine;
import llmq.result.LeftOut;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Result;
import llmq.result.Shown;
import llmq.syntax.Formatter;
import llmq.syntax.tree.Statement;
import llmq.table.CellText;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.NumberColumn;
import llmq.table.Table;
import llmq.value.Type;

/** Draws rows, and the curves of fits over them. */
final class PlotRunner {
    /** Points of a curve: more than a window has columns, and so many that no corner is seen on paper. */
    private static final int POINTS = 241;
    /** Columns of a trend after those of its grid: the curve, the ends of its interval, those for single rows. */
    private static final int SAID = 5;

    private final Session session;
    private final Workspace workspace;

    PlotRunner(Session session, Workspace workspace) {
        this.session = session;
        this.workspace = workspace;
    }

    /** With its notes. */
    Result of(Checked.Plot plot) {
        Result rows = new QueryRunner(session, workspace).result(plot.query());
        PlotSpec spec = plot.spec();
        long gathered = gathered(spec, rows.table());
        Pictures.First first = Pictures.first(spec, rows.table(), workspace.cancel()::requested,
                workspace.engine());
        if (first != null) {
            rows = rows.of(rows.table().take(first.rows()));
        }
        double[] reach = plot.trends().isEmpty() ? null : Pictures.reach(spec, rows.table());
        List<TrendLine> trends = new ArrayList<>();
        for (Checked.Trend trend : plot.trends()) {
            if (reach != null) {
                trends.addAll(lines(trend, plot, reach));
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
        return rows.with(notes).drawn(drawn.picture().with(caption(plot, rows, drawn, gathered)));
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
            addUndrawn(below, table.rows(), (across && up ? "log axes have" : "a log axis has")
                    + " no place for 0 and below; try "
                    + (!across ? "linear y" : up ? "linear x linear y" : "linear x"), notes);
            addUndrawn(drawn.unplaced() - below, table.rows(), "an axis does not reach that far; choose with where",
                    notes);
        }
        if (drawn.unshown() > 0 && spec.top() < 0) {
            notes.add(new Note(NoteKind.TOO_MANY_CATEGORIES, StatementRunner.count(drawn.unshown(), "value") + " of '"
                    + spec.x().title() + "' " + (drawn.unshown() == 1 ? "is" : "are")
                    + " not drawn, as nobody could read so many; choose some with where, or how many with top"));
        }
    }

    private static void addUndrawn(long rows, int all, String why, List<Note> notes) {
        if (rows > 0) {
            notes.add(new Note(NoteKind.NOT_ON_LOG_AXIS, StatementRunner.count(rows, "row") + " of " + all
                    + (rows == 1 ? " is" : " are") + " not drawn, as " + why));
        }
    }

    /** Whether a logarithmic axis has no place for a row. */
    private static boolean isBelow(PlotSpec.Channel channel, Table table, int row) {
        return channel != null && channel.scale() == Scale.LOG
                && ((NumberColumn) table.column(channel.column())).values()[row] <= 0;
    }

    /** The curve of a fit from end to end of the rows, one for each of its groups. */
    private List<TrendLine> lines(Checked.Trend trend, Checked.Plot plot, double[] reach) {
        FitFunctions functions = new FitFunctions(trend.fit().name(), trend.fit().plan().spec(), trend.fit().model());
        int keys = trend.grid().size() - 1;
        int groups = keys == 0 ? 1 : functions.groups().size();
        double[] xs = points(plot.spec().x().scale(), reach[0], reach[1]);
        Table grid = grid(trend, functions, keys, groups, xs);
        Tables own = session.tables();
        Table said = workspace.engine().run(trend.curve(), new Tables() {
            @Override
            public Table table(String source) {
                return source.equals(Checked.Trend.GRID) ? grid : own.table(source);
            }
        }, workspace.cancel()).table();
        List<TrendLine> lines = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            double[][] parts = new double[SAID][];
            for (int part = 0; part < SAID; part++) {
                double[] all = ((NumberColumn) said.column(keys + 1 + part)).values();
                parts[part] = Arrays.copyOfRange(all, group * xs.length, (group + 1) * xs.length);
            }
            lines.add(line(name(trend, functions, keys, group), plot, xs, parts));
        }
        return lines;
    }

    private static TrendLine line(String name, Checked.Plot plot, double[] xs, double[][] parts) {
        boolean[] known = new boolean[xs.length];
        int count = 0;
        for (int i = 0; i < xs.length; i++) {
            known[i] = parts[0][i] - parts[0][i] == 0;
            count += known[i] ? 1 : 0;
        }
        return new TrendLine(name, kept(xs, known, count), kept(parts[0], known, count),
                plot.band() ? kept(parts[1], known, count) : null, plot.band() ? kept(parts[2], known, count) : null,
                plot.interval() ? kept(parts[3], known, count) : null,
                plot.interval() ? kept(parts[4], known, count) : null);
    }

    private static double[] kept(double[] values, boolean[] known, int count) {
        double[] kept = new double[count];
        int at = 0;
        for (int i = 0; i < values.length; i++) {
            if (known[i]) {
                kept[at++] = values[i];
            }
        }
        return kept;
    }

    private static String name(Checked.Trend trend, FitFunctions functions, int keys, int group) {
        StringBuilder name = new StringBuilder(trend.fit().name());
        for (int key = 0; key < keys; key++) {
            name.append(key == 0 ? ": " : ", ").append(CellText.of(trend.grid().field(1 + key), functions.key(key),
                    group, null));
        }
        return name.toString();
    }

    /** The points of each group, one group after another. */
    private static Table grid(Checked.Trend trend, FitFunctions functions, int keys, int groups, double[] xs) {
        double[] all = new double[groups * xs.length];
        int[] group = new int[all.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = xs[i % xs.length];
            group[i] = i / xs.length;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(NumberColumn.of(all));
        for (int key = 0; key < keys; key++) {
            columns.add(functions.key(key).take(group));
        }
        return new Table(trend.grid(), columns, all.length, null);
    }

    private static double[] points(Scale scale, double low, double high) {
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double share = i / (POINTS - 1.0);
            points[i] = scale == Scale.LOG
                    ? Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low)))
                    : low + share * (high - low);
        }
        // Rounding must not carry the ends beyond what there is.
        points[POINTS - 1] = high;
        return points;
    }

    /** What was asked, of how many rows and of which catalog, and how what is drawn is defined. */
    private Caption caption(Checked.Plot plot, Result rows, Pictures.Drawn drawn, long gathered) {
        long left = 0;
        for (LeftOut part : rows.leftOut()) {
            left += part.rows();
        }
        String counted = PlotWords.counted(plot.spec(), drawn, rows.table().rows() - drawn.unplaced(), left, gathered);
        Set<Field> used = used(plot.query());
        boolean catalog = isOfCatalog(plot.query().plan()) || !catalogFields(used).isEmpty();
        List<String> definitions = new ArrayList<>();
        for (FieldInfo field : catalogFields(used)) {
            // Scores have a rule each, which their notes and pages tell.
            if (field.isByRule() && field.field().scale() == null && field.field().type() == Type.NUMBER) {
                definitions.add(field.field().name() + ": " + field.origin());
            }
        }
        return new Caption(Formatter.statement(unfiled(plot.written())),
                counted + (catalog ? " · catalog " + session.catalog().version() : ""), definitions);
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

    /** Without the file, whose name is no part of what is drawn. */
    private static Statement unfiled(Statement written) {
        if (written instanceof Statement.Pipe pipe) {
            List<Statement> stages = new ArrayList<>(pipe.stages());
            stages.set(stages.size() - 1, unfiled(stages.get(stages.size() - 1)));
            return new Statement.Pipe(stages, pipe.span());
        }
        return written instanceof Statement.Plot plot ? plot.onScreen() : written;
    }

    /** Whether it takes rows of llmq's own tables. */
    private boolean isOfCatalog(Plan plan) {
        boolean own = plan instanceof Plan.Scan scan
                && session.names().find(scan.source()) instanceof Namespace.Data data && data.builtIn();
        for (Plan input : plan.inputs()) {
            own |= isOfCatalog(input);
        }
        return own;
    }

    /** Those of the catalog among fields; a column of a file that has such a name is another. */
    private List<FieldInfo> catalogFields(Set<Field> used) {
        List<FieldInfo> found = new ArrayList<>();
        for (FieldInfo field : session.catalog().fields()) {
            for (Field one : used) {
                if (one.name().equals(field.field().name()) && one.summary().equals(field.field().summary())) {
                    found.add(field);
                    break;
                }
            }
        }
        return found;
    }

    /** What is drawn, and what that is computed of. */
    private static Set<Field> used(Query query) {
        Set<Field> used = new LinkedHashSet<>();
        addUsed(query.plan(), used);
        for (Shown column : query.shown()) {
            used.add(query.plan().schema().field(column.column()));
        }
        return used;
    }

    private static void addUsed(Plan plan, Set<Field> used) {
        if (plan instanceof Plan.Extend extend) {
            for (Plan.Named named : extend.columns()) {
                for (Expression.Column column : Columns.used(named.value())) {
                    used.add(column.field());
                }
            }
        }
        for (Plan input : plan.inputs()) {
            addUsed(input, used);
        }
    }
}
