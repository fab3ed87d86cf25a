package llmq.note;

import java.util.List;
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

    /**
     * The rows of a statement's result that hold a score which was written down from memory and never checked against
     * its source. Of a very long result only the first rows are looked at.
     *
     * @param benchmark name of the field that holds the scores
     */
    default List<Integer> unconfirmed(Table result, String benchmark) {
        return List.of();
    }
}
