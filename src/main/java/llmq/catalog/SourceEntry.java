package llmq.catalog;

/**
 * A document or data file that figures were taken from.
 *
 * @param via      key of the source that holds the copy in which it was read; {@code null} if read itself
 * @param recalled whether at least one figure of it was written down from memory
 * @param place    {@code null} in a catalog that was not just read from its data files
 */
public record SourceEntry(String key, String title, double year, String url, String via, boolean recalled,
                          Place place) {
}
