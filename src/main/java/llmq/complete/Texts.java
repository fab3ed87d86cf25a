package llmq.complete;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import llmq.check.Namespace;
import llmq.complete.Candidate.Kind;
import llmq.session.Session;
import llmq.syntax.Names;
import llmq.table.Field;
import llmq.table.Table;
import llmq.table.TextColumn;
import llmq.value.Type;

/** Texts that stand in tables: values of a field, names of rows. */
final class Texts {
    private static final int MOST = 100_000;

    private final Session session;
    private final Typing typing;
    /** The quote that is typed; 0 for none. */
    private final char quote;
    private final List<Candidate> found;

    Texts(Session session, Typing typing, char quote, List<Candidate> found) {
        this.session = session;
        this.typing = typing;
        this.quote = quote;
        this.found = found;
    }

    /** The values of the field that a text is compared with. */
    void values(Reach reach, String compared) {
        Field field = compared == null ? null : reach.field(compared);
        boolean plain = field != null && field.type() == Type.TEXT && reach.schema().find(field.name()) >= 0;
        if (!plain || !(reach.column(field) instanceof TextColumn column)) {
            return;
        }
        TreeMap<String, Integer> counts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int row = 0; row < column.size(); row++) {
            String value = column.value(row);
            if (value != null && typing.startsWordOf(value)) {
                counts.merge(value, 1, Integer::sum);
            }
        }
        List<Candidate> others = new ArrayList<>();
        counts.forEach((value, count) -> {
            Candidate candidate = new Candidate(quoted(value), value, Kind.VALUE,
                    count == 1 ? "1 row" : count + " rows", true);
            (typing.starts(value) ? found : others).add(candidate);
        });
        found.addAll(others);
    }

    /** Names of rows: of models, and once something is typed of every table whose rows have names. */
    void names() {
        List<Candidate> others = new ArrayList<>();
        int before = found.size();
        for (Namespace.Data data : session.names().tables()) {
            Table table = session.tables().table(data.name());
            boolean models = data.name().equals("models");
            boolean asked = models || !typing.isEmpty() || quote != 0 && !data.builtIn();
            boolean named = data.label() != null && table.column(data.label()) instanceof TextColumn;
            // A name that fits a model is hardly meant for one of the catalog's other tables.
            boolean further = data.builtIn() && !(found.isEmpty() && others.isEmpty());
            if (!asked || !named || further || table.rows() > MOST) {
                continue;
            }
            TextColumn labels = table.texts(data.label());
            int org = table.schema().find("org");
            for (int row = 0; row < labels.size(); row++) {
                String name = labels.value(row);
                if (name != null && (data.builtIn() && !models ? typing.starts(name) : typing.within(name))) {
                    String of = org >= 0 && table.column(org) instanceof TextColumn orgs && orgs.isKnown(row)
                            ? orgs.value(row) : data.name();
                    boolean plain = quote == 0 && Names.anywhere(name).equals(name);
                    Candidate candidate = new Candidate(plain ? name : quoted(name), name, Kind.MODEL, of, true);
                    (typing.starts(name) ? found : others).add(candidate);
                }
            }
        }
        // Some of a word in the middle of a name is meant where nothing begins so.
        boolean begun = found.size() > before;
        for (Candidate other : others) {
            if (!begun || typing.isEmpty() || typing.isLong() && typing.startsWordOf(other.display())) {
                found.add(other);
            }
        }
    }

    String quoted(String text) {
        return quote == 0 ? Names.text(text)
                : quote + text.replace(String.valueOf(quote), String.valueOf(quote) + quote) + quote;
    }
}
