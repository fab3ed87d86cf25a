package llmq.complete;

import java.util.List;
import java.util.Map;
import llmq.complete.Candidate.Kind;
import llmq.value.ScaledUnit;
import llmq.value.Unit;
import llmq.value.Units;

/** Units that may follow a number, or {@code in}. */
final class UnitWords {
    /** Ways in which people count and pay that are units joined. */
    private static final List<String> JOINED = List.of("tokens/param", "FLOP/s", "TFLOP/s", "PFLOP/s", "USD/hour",
            "PFLOP/s*day", "GB/s");

    private UnitWords() {
    }

    /** @param wanted what the unit has to measure; {@code null} where any may do */
    static void add(Unit wanted, Typing typing, List<Candidate> found) {
        for (Units.Entry entry : Units.entries()) {
            if (wanted != null && !wanted.isBare() && !wanted.equals(entry.unit())) {
                continue;
            }
            for (String name : entry.names()) {
                add(name, entry.summary(), typing, found);
            }
            for (Map.Entry<String, Double> prefix : entry.prefixes().entrySet()) {
                String name = prefix.getKey() + entry.names().get(entry.names().size() > 2 ? 0
                        : entry.names().size() - 1);
                // Without a letter typed, the plain names are enough of those that nothing narrows down.
                if (wanted != null || !typing.isEmpty()) {
                    add(name, "with a prefix", typing, found);
                }
            }
        }
        for (String name : JOINED) {
            ScaledUnit unit = Units.parse(name);
            if (wanted == null || wanted.isBare() || wanted.equals(unit.unit())) {
                add(name, "", typing, found);
            }
        }
    }

    private static void add(String name, String description, Typing typing, List<Candidate> found) {
        if (typing.starts(name) && Units.parse(name) != null) {
            found.add(Candidate.word(Kind.UNIT, name, description));
        }
    }
}
