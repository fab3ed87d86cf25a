package llmq.result;

/** Rows that could not be judged. @param reason in words: {@code tokens not disclosed} */
public record LeftOut(long rows, String reason) {
}
