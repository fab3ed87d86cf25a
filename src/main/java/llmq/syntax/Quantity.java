package llmq.syntax;

import org.antlr.v4.runtime.CommonToken;

/** A number with its unit ({@code numberEnd} is the offset just after the number), or the unit after {@code in}. */
final class Quantity extends CommonToken {
    private static final long serialVersionUID = 1;

    private final int numberEnd;
    private final String unit;

    /** @param unit without white space */
    Quantity(int type, CommonToken first, int numberEnd, int end, String unit) {
        super(first);
        setType(type);
        setStopIndex(end - 1);
        setText(null);
        this.numberEnd = numberEnd;
        this.unit = unit;
    }

    String number() {
        return getText().substring(0, numberEnd - getStartIndex());
    }

    String unit() {
        return unit;
    }
}
