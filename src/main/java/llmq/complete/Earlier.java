package llmq.complete;

import java.util.ArrayList;
import java.util.List;
import llmq.diagnostic.LlmqException;
import llmq.diagnostic.SourceText;
import llmq.session.DryRun;
import llmq.session.Session;
import llmq.syntax.Parser;
import llmq.syntax.tree.ColumnMapping;
import llmq.syntax.tree.Script;
import llmq.syntax.tree.Statement;
import llmq.table.Field;
import llmq.table.Schema;

/** What the statements before the one that is being typed will have named, once all are run. */
final class Earlier {
    /** Nobody waits for more of them to be read. */
    private static final int MOST = 50;

    private Earlier() {
    }

    /** The session with the names that the text before the caret makes, as far as that can be told without its data. */
    static Session named(String before, Session session, Files files) {
        int tried = 0;
        for (int end = before.length(); end > 0 && tried < MOST; end--) {
            char last = before.charAt(end - 1);
            if (last != ';' && last != '\n') {
                continue;
            }
            tried++;
            SourceText text = SourceText.of(before.substring(0, end));
            try {
                return named(new Parser().parse(text), text, session, files);
            } catch (LlmqException e) {
                // The statement goes on over this line, or has a mistake; those before it may do.
            }
        }
        return session;
    }

    private static Session named(Script script, SourceText text, Session session, Files files) {
        Session named = session;
        for (Statement statement : script.statements()) {
            boolean loads = statement instanceof Statement.Load;
            try {
                named = DryRun.after(named, statement, text,
                        loads ? columns((Statement.Load) statement, files) : null);
            } catch (LlmqException e) {
                // What is wrong with it shows when it is run.
            }
        }
        return named;
    }

    /** The columns that a table will have; {@code null} where the file cannot be looked into. */
    private static Schema columns(Statement.Load load, Files files) {
        Schema columns = files.columns(load.file());
        if (columns == null) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        for (Field field : columns.fields()) {
            Field named = field;
            for (ColumnMapping mapping : load.mappings()) {
                if (mapping.column().equalsIgnoreCase(field.name())) {
                    named = new Field(mapping.field().name(), field.type(), field.unit(), field.summary(), field.scale());
                }
            }
            fields.add(named);
        }
        return new Schema(fields);
    }
}
