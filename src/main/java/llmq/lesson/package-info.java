/**
 * Lessons: what a document asks of a learner, how an answer is held against it, and how far somebody has come. No
 * terminal is in here.
 */
package llmq.lesson;
