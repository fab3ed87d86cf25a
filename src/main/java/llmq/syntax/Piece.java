package llmq.syntax;

import llmq.diagnostic.Span;

/** A part of a statement that stays on one line: its head, or one clause. @param span where it stood in the source */
record Piece(String text, Span span) {
}
