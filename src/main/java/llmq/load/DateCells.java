package llmq.load;

/** Dates, as days. */
final class DateCells extends DoubleCells {
    @Override
    double value(char[] buffer, int from, int to) {
        return DateReader.read(buffer, from, to);
    }

    @Override
    String expected() {
        return "a date";
    }
}
