/** What may be typed next: a function of a text, a caret and a session. There is no terminal in here. */
package llmq.complete;
