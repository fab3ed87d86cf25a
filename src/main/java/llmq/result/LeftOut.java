package llmq.result;

/**
 * Rows that could not be judged.
 *
 * @param rows   how many; 0 where it is a single value that is unknown for this reason
 * @param reason in words: {@code tokens not disclosed}
 */
public record LeftOut(long rows, String reason) {
}
