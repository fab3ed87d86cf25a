package llmq.catalog;

/**
 * One accelerator.
 *
 * @param released  days since 1970-01-01; NaN if unknown
 * @param peak      dense bf16 throughput, FLOP/s
 * @param memory    bytes
 * @param bandwidth of the memory, bytes/s
 * @param power     thermal design power, watts; NaN where unpublished
 * @param note      a remark, or {@code null}
 */
public record HardwareEntry(String name, String vendor, double released, double peak, double memory, double bandwidth,
                            double power, String source, String note, Place place) {
}
