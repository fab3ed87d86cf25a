package llmq.session;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import llmq.check.Checked;
import llmq.check.Namespace;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.Nearest;
import llmq.diagnostic.SourceText;
import llmq.function.Functions;
import llmq.syntax.Parser;
import llmq.table.Schema;

/**
 * Every name that means something anywhere in a session: of a field of any table, a source, a measure, a function.
 * Whatever is not among them is unknown wherever it stands; the reverse is for the checker to say.
 */
public final class KnownNames {
    private final Set<String> names = new HashSet<>();
    private final boolean whole;
    /** Whose results have not been looked at; {@code null} where they have. */
    private Namespace unread;

    public KnownNames(Session session) {
        unread = session.names();
        boolean all = true;
        for (String function : Functions.names()) {
            add(function);
        }
        for (Namespace.Definition definition : session.names().all()) {
            add(definition.name());
            if (definition instanceof Namespace.Data data) {
                add(data.schema());
            } else if (definition instanceof Namespace.Fitted fit) {
                add(fit.plan().schema());
                fit.inputs().forEach(input -> add(input.name()));
            } else if (definition instanceof Namespace.View) {
                all &= add(session, definition.name());
            }
        }
        whole = all;
    }

    /** What the columns of a view are called, only checking it tells. */
    private boolean add(Session session, String view) {
        try {
            SourceText text = SourceText.of("list `" + view.replace("`", "``") + "`");
            if (session.check(new Parser().parse(text).statements().get(0), text) instanceof Checked.Rows rows) {
                add(rows.query().plan().schema());
                return true;
            }
        } catch (LlmqException e) {
            // Then not.
        }
        return false;
    }

    private void add(Schema schema) {
        for (String column : schema.names()) {
            add(column);
        }
    }

    private void add(String name) {
        names.add(name.toLowerCase(Locale.ROOT));
    }

    /** What may be meant by a name that nothing has, as a sentence; {@code null} where nothing is like it. */
    public synchronized String near(String name) {
        addResults();
        return Nearest.sentence(name.toLowerCase(Locale.ROOT), names);
    }

    /** Whether nothing at all has the name; never where that is not sure. */
    public synchronized boolean isUnknown(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        if (!whole || names.contains(folded)) {
            return false;
        }
        addResults();
        return !names.contains(folded);
    }

    /** There may be thousands, and what they call their columns is rarely of their own. */
    private void addResults() {
        if (unread != null) {
            unread.results().forEach(result -> add(result.schema()));
            unread = null;
        }
    }
}
