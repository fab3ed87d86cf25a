/**
 * Handouts: a document with its results and pictures on paper, as one page of HTML or Markdown that needs nothing else.
 */
package llmq.handout;
