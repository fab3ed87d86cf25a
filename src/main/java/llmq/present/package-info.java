/**
 * Presenting: a script or lesson as steps to be shown one after another, and the screen that each of them makes. There
 * is no terminal in here.
 */
package llmq.present;
