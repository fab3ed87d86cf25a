package llmq.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.plan.Plan;

/**
 * What the aggregates in one expression looked at and left out. Where several gather the same tables, as in
 * {@code max(mmlu of models) - min(mmlu of models)}, a row counts once: the greatest of their counts stands for all.
 */
final class Elsewhere {
    /** Omissions are told apart by reason, without their rows. */
    private record Reason(List<String> tables, Omission omission) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Reason reason && tables.equals(reason.tables)
                    && omission.isAlike(reason.omission);
        }

        @Override
        public int hashCode() {
            return 31 * tables.hashCode() + omission.cause().hashCode();
        }
    }

    private final Map<List<String>, Long> considered = new LinkedHashMap<>();
    private final Map<Reason, Long> rows = new LinkedHashMap<>();

    /** @param plan the rows that one aggregate gathered @param relation what it gave */
    void add(Plan plan, Relation relation) {
        List<String> tables = new ArrayList<>();
        scanned(plan, tables);
        raise(considered, tables, relation.considered());
        for (Omission omission : relation.omissions()) {
            raise(rows, new Reason(tables, omission), omission.rows());
        }
    }

    private static <K> void raise(Map<K, Long> counts, K key, long count) {
        Long before = counts.get(key);
        counts.put(key, before == null ? count : Math.max(before, count));
    }

    private static void scanned(Plan plan, List<String> tables) {
        if (plan instanceof Plan.Scan scan) {
            tables.add(scan.source());
        }
        for (Plan input : plan.inputs()) {
            scanned(input, tables);
        }
    }

    long considered() {
        long sum = 0;
        for (long count : considered.values()) {
            sum += count;
        }
        return sum;
    }

    List<Omission> omissions() {
        List<Omission> omissions = new ArrayList<>();
        for (Map.Entry<Reason, Long> entry : rows.entrySet()) {
            omissions.add(entry.getKey().omission().withRows(entry.getValue()));
        }
        return omissions;
    }
}
