package llmq.note;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.catalog.Protocol;
import llmq.catalog.ScoreEntry;
import llmq.plan.Columns;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.result.Layout;
import llmq.result.Note;
import llmq.result.NoteKind;
import llmq.result.Shown;
import llmq.table.Field;
import llmq.table.Table;

/**
 * Scores on one benchmark that the statement compares (by ordering rows, by a frontier, side by side) come from
 * different shots or kinds of source. Counted over the rows of the result.
 */
final class ProtocolRule implements NoteRule {
    /** Rows beyond these are not read by anyone, and not looked up. */
    private static final int MOST_ROWS = 1000;
    private static final int MOST_NAMES = 4;

    @Override
    public void look(Asked asked, Ranked ranked, List<Note> notes) {
        List<String> mixed = new ArrayList<>();
        String example = null;
        for (Field field : compared(asked)) {
            Map<String, Integer> counts = counts(asked, field);
            if (counts.size() > 1) {
                mixed.add(field.name());
                example = example == null ? words(counts) : example;
            }
        }
        if (mixed.size() == 1) {
            notes.add(new Note(NoteKind.MIXED_PROTOCOL, mixed.get(0) + " mixes protocols: " + example,
                    mixed));
        } else if (!mixed.isEmpty()) {
            notes.add(new Note(NoteKind.MIXED_PROTOCOL, Words.list(mixed, MOST_NAMES) + " mix protocols; "
                    + mixed.get(0) + ": " + example, mixed));
        }
    }

    /** The benchmarks that are compared, each once. */
    private static List<Field> compared(Asked asked) {
        List<Field> fields = new ArrayList<>();
        if (asked.result().layout() == Layout.COMPARE) {
            for (Shown shown : asked.result().shown()) {
                add(asked.result().table().schema().field(shown.column()), fields);
            }
            return fields;
        }
        Plan node = asked.ranking() == null ? asked.plan() : asked.ranking();
        while (node instanceof Plan.Extend extend) {
            node = extend.input();
        }
        if (node instanceof Plan.Order || node instanceof Plan.Frontier) {
            for (Expression expression : PlanWalk.expressions(node)) {
                for (Expression.Column column : Columns.used(expression)) {
                    add(column.field(), fields);
                }
            }
        }
        return fields;
    }

    private static void add(Field field, List<Field> fields) {
        for (Field known : fields) {
            if (known.name().equals(field.name())) {
                return;
            }
        }
        if (field.scale() != null) {
            fields.add(field);
        }
    }

    private static Map<String, Integer> counts(Asked asked, Field field) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        Table table = asked.result().table();
        int place = table.schema().find(field.name());
        for (int row = 0; place >= 0 && row < Math.min(table.rows(), MOST_ROWS); row++) {
            Protocol protocol = table.column(place).isKnown(row)
                    ? asked.facts().protocols().protocol(table, row, field.name()) : null;
            if (protocol != null) {
                String words = words(protocol);
                counts.put(words, counts.getOrDefault(words, 0) + 1);
            }
        }
        return counts;
    }

    private static String words(Protocol protocol) {
        return protocol.shots() == ScoreEntry.NOT_STATED ? protocol.kind().word()
                : protocol.kind().word() + " " + protocol.shots() + "-shot";
    }

    /** The most frequent first; among equals the one that comes first in the result. */
    private static String words(Map<String, Integer> counts) {
        List<String> words = new ArrayList<>();
        for (int count = MOST_ROWS; count > 0; count--) {
            for (Map.Entry<String, Integer> entry : counts.entrySet()) {
                if (entry.getValue() == count) {
                    words.add(count + " " + entry.getKey());
                }
            }
        }
        return Words.list(words, MOST_NAMES);
    }
}
