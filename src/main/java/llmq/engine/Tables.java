package llmq.engine;

import llmq.table.Table;

/** The tables that a plan may scan, by the name it knows them by. */
public interface Tables {

    /** The table of that name; the checker has seen to it that there is one. */
    Table table(String source);
}
