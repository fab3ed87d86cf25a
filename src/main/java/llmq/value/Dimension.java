package llmq.value;

/** The base units that every other unit is made of. A percent is a unit of its own, so that scores keep it. */
public enum Dimension {
    PERCENT("%"), OPERATION("FLOP"), TOKEN("token"), PARAMETER("param"), DOLLAR("USD"), BYTE("byte"), JOULE("J"),
    RATING("Elo"), SECOND("s");

    private final String symbol;

    Dimension(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
