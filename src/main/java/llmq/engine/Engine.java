package llmq.engine;

import java.util.List;
import java.util.function.IntConsumer;
import llmq.plan.Expression;
import llmq.plan.Plan;
import llmq.plot.Workers;
import llmq.table.Field;

/**
 * Runs checked plans over tables in memory. The same plan over the same tables gives the same answer to the last bit,
 * whatever the number of threads. May be used by several threads at once. Lends its threads to what draws rows.
 */
public final class Engine implements Workers {
    private final Pool pool;

    /** @param threads how many threads may work on one query; those besides the caller's are made when needed */
    public Engine(int threads) {
        this.pool = new Pool(threads);
    }

    @Override
    public int size() {
        return pool.threads();
    }

    @Override
    public void share(int pieces, IntConsumer piece) {
        pool.run(pieces, next -> {
            for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
                piece.accept(i);
            }
        });
    }

    /** @throws llmq.diagnostic.LlmqException E203 if cancelled */
    public Relation run(Plan plan, Tables tables, Cancel cancel) {
        return new Run(pool, tables, cancel).relation(plan);
    }

    /**
     * Runs a fit as {@link #run} does, and gives the model with its terms.
     *
     * @throws llmq.fit.CannotFit where there is no fit to be had
     */
    public FitRelation fit(Plan.Fit plan, Tables tables, Cancel cancel) {
        return new Run(pool, tables, cancel).fit(plan);
    }

    /**
     * The value of an expression that names no column, in the only cell of the only row of a table; its status is the
     * weakest of what it was computed from. Where it is unknown, the one omission says why.
     */
    public Relation evaluate(Field field, Expression value, Tables tables, Cancel cancel) {
        return new Run(pool, tables, cancel).scalar(field, value);
    }

    /** As {@link #evaluate(Field, Expression, Tables, Cancel)}, of several expressions at once, in one row. */
    public Relation evaluate(List<Plan.Named> values, Tables tables, Cancel cancel) {
        return new Run(pool, tables, cancel).scalars(values);
    }
}
