/**
 * Presenting: a script or lesson as steps to be shown one after another, the screen that each of them makes, and what
 * the speaker is told beside it. There is no terminal in here.
 */
package llmq.present;
