package llmq.engine;

import java.util.List;
import java.util.Set;
import llmq.check.Checked;
import llmq.check.Checker;
import llmq.check.Namespace;
import llmq.check.Query;
import llmq.check.RowNames;
import llmq.diagnostic.SourceText;
import llmq.result.Shown;
import llmq.syntax.Parser;
import llmq.table.Column;
import llmq.table.Table;

/** One query over one table {@code t}, from its text to its rows. */
public final class Asked {
    private static final RowNames NO_NAMES = (source, name) -> new RowNames.Match(-1, null, false, List.of());

    private final Query query;
    private final Table table;

    public Asked(String text, Table table) {
        SourceText source = new SourceText("test", text);
        Namespace names = Namespace.empty()
                .with(new Namespace.Data("t", table.schema(), table.label(), null, false, true));
        var statement = new Parser().parse(source).statements().get(0);
        this.query = ((Checked.Rows) new Checker(names, NO_NAMES, Set.of()).check(statement, source)).query();
        this.table = table;
    }

    public Relation run(Engine engine) {
        return engine.run(query.plan(), source -> table, Cancel.never());
    }

    /** The column that is shown under that title or, if none is, the one of that name. */
    public Column column(Relation relation, String title) {
        for (Shown shown : query.shown()) {
            if (shown.title().equals(title)) {
                return relation.table().column(shown.column());
            }
        }
        if (relation.table().schema().find(title) < 0) {
            throw new IllegalArgumentException("no column " + title + " in " + query.shown());
        }
        return relation.table().column(title);
    }
}
