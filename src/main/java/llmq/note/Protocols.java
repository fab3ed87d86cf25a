package llmq.note;

import llmq.catalog.Protocol;
import llmq.table.Table;

/** How scores were measured. */
public interface Protocols {

    /**
     * @param row       of a statement's result
     * @param benchmark name of the field that holds the score
     * @return {@code null} where nobody knows, or the row is no model
     */
    Protocol protocol(Table result, int row, String benchmark);
}
