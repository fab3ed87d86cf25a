package llmq.note;

/** A figure that the user put in. @param row the label of its row: a model's name */
public record AssumedFigure(String field, String row) {
}
