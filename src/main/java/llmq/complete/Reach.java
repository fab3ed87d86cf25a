package llmq.complete;

import java.util.ArrayList;
import java.util.List;
import llmq.check.Checked;
import llmq.check.Query;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.plan.Plan;
import llmq.result.Shown;
import llmq.session.Session;
import llmq.syntax.Names;
import llmq.syntax.Parser;
import llmq.syntax.Setting;
import llmq.syntax.tree.Statement;
import llmq.table.Column;
import llmq.table.Field;
import llmq.table.Schema;
import llmq.table.Table;
import llmq.value.Type;
import llmq.value.Unit;
import llmq.value.Units;

/** The rows that an expression is about, as far as they are known without running anything. */
final class Reach {
    private static final String MODELS = "list models";
    private static final String PROBE = "llmq probe";
    /** Larger tables are not read while someone types. */
    private static final int MOST_ROWS = 100_000;

    private final Session session;
    private final String query;
    private final Query checked;

    private Reach(Session session, String query, Query checked) {
        this.session = session;
        this.query = query;
        this.checked = checked;
    }

    /** Those of a setting; the models where it has none, or what it says of them is wrong. */
    static Reach of(Setting setting, Session session) {
        for (String query : setting.rows()) {
            Query checked = checked(query, session);
            if (checked != null) {
                return new Reach(session, query, checked);
            }
        }
        return new Reach(session, MODELS, checked(MODELS, session));
    }

    /** The rows of a source. */
    static Reach of(String source, Session session) {
        String query = "list " + Names.anywhere(source);
        return new Reach(session, query, checked(query, session));
    }

    private static Query checked(String query, Session session) {
        try {
            SourceText text = SourceText.of(query);
            List<Statement> statements = new Parser().parse(text).statements();
            return statements.size() == 1 && session.check(statements.get(0), text) instanceof Checked.Rows rows
                    ? rows.query() : null;
        } catch (LlmqException e) {
            return null;
        }
    }

    /** Whether a statement has no errors. */
    static boolean checks(String statement, Session session) {
        try {
            SourceText text = SourceText.of(statement);
            List<Statement> statements = new Parser().parse(text).statements();
            if (statements.size() == 1) {
                session.check(statements.get(0), text);
            }
            return statements.size() == 1;
        } catch (LlmqException e) {
            return false;
        }
    }

    Schema schema() {
        return checked.plan().schema();
    }

    /** Titles of the columns that are shown of these rows, when rows of a pipe come in. */
    List<String> shown() {
        List<String> titles = new ArrayList<>();
        for (Shown shown : checked.shown()) {
            titles.add(schema().field(shown.column()).name());
        }
        return titles;
    }

    /** Of what type and unit an expression over these rows is; {@code null} where it does not check. */
    Field field(String expression) {
        int index = schema().find(expression);
        if (index >= 0) {
            return schema().field(index);
        }
        Query probe = checked(query + " show (" + expression + ") as \"" + PROBE + '"', session);
        int found = probe == null ? -1 : probe.plan().schema().find(PROBE);
        return found < 0 ? null : probe.plan().schema().field(found);
    }

    /** Unit or type, and for how many rows it is known where that can be told. */
    String describe(Field field) {
        String holds = field.type() == Type.NUMBER ? unit(field.unit()) : field.type().words();
        Table table = checked.plan() instanceof Plan.Scan scan ? session.tables().table(scan.source()) : null;
        int index = table == null || table.rows() > MOST_ROWS ? -1 : table.schema().find(field.name());
        if (index < 0) {
            return holds;
        }
        Column column = table.column(index);
        int known = 0;
        for (int row = 0; row < column.size(); row++) {
            known += column.isKnown(row) ? 1 : 0;
        }
        return holds + " · known for " + known + " of " + column.size();
    }

    private static String unit(Unit unit) {
        return unit.isNone() ? "a number" : Units.plural(unit);
    }

    /** The column in memory that a field's values come from; {@code null} where there is none of that name. */
    Column column(Field field) {
        return column(checked.plan(), field);
    }

    private Column column(Plan plan, Field field) {
        if (plan instanceof Plan.Scan scan) {
            Table table = session.tables().table(scan.source());
            int index = table == null || table.rows() > MOST_ROWS ? -1 : table.schema().find(field.name());
            return index >= 0 && table.schema().field(index).type() == field.type() ? table.column(index) : null;
        }
        for (Plan input : plan.inputs()) {
            Column found = column(input, field);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
