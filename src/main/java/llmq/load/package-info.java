/**
 * From a file on disk to a {@link llmq.table.Table}: CSV, TSV, JSON and NDJSON, each also compressed by gzip.
 * {@link llmq.load.FileLoader} is the one door in.
 */
package llmq.load;
