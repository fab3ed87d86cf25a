package llmq.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import llmq.plan.Plan;
import llmq.table.Field;

/**
 * What the aggregates in one expression looked at and left out. Where several gather the same tables, as in
 * {@code max(mmlu of models) - min(mmlu of models)}, a row counts once: the greatest of their counts stands for all.
 */
final class Elsewhere {
    private record Reason(List<String> tables, Omission.Cause cause, Field field, String of) {
    }

    private final Map<List<String>, Long> considered = new LinkedHashMap<>();
    private final Map<Reason, Long> rows = new LinkedHashMap<>();

    /** @param plan the rows that one aggregate gathered @param relation what it gave */
    void add(Plan plan, Relation relation) {
        List<String> tables = new ArrayList<>();
        scanned(plan, tables);
        considered.merge(tables, relation.considered(), Math::max);
        for (Omission omission : relation.omissions()) {
            rows.merge(new Reason(tables, omission.cause(), omission.field(), omission.of()), omission.rows(),
                    Math::max);
        }
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
        rows.forEach((reason, count) -> omissions.add(new Omission(reason.cause(), reason.field(), reason.of(), count)));
        return omissions;
    }
}
