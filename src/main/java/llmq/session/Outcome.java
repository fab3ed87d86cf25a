package llmq.session;

import llmq.result.Result;

/**
 * What came of a statement.
 *
 * @param session the names and data after it
 * @param result  to be shown; {@code null} where there is nothing to show
 * @param message one line on what was done ({@code saved 20 rows to top.csv}); {@code null} where there is none
 * @param number  under which the result is kept, the 3 of {@code $3}; 0 where it is not
 */
public record Outcome(Session session, Result result, String message, int number) {
}
