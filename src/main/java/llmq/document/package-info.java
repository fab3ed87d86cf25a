/**
 * Literate scripts: a script read as prose, statements and recorded output.
 */
package llmq.document;
