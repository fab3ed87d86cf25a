/** Curves over rows: from the rows of a fit to its model, the model as functions, and what it says in words. */
package llmq.fit;
