package llmq.value;

import java.util.ArrayList;
import java.util.List;

/** A unit taken apart into what stands above and below the stroke, to write it with one prefix put in. */
final class UnitSymbol {

    /** @param power above zero it multiplies, below it divides */
    private record Part(String one, String many, String prefixed, double power, boolean metric, boolean counted) {
        boolean takesPrefix() {
            return metric || counted;
        }
    }

    private final List<Part> parts;

    private UnitSymbol(List<Part> parts) {
        this.parts = parts;
    }

    static UnitSymbol of(Unit unit) {
        List<Part> above = new ArrayList<>();
        List<Part> below = new ArrayList<>();
        boolean watt = Math.abs(unit.exponent(Dimension.JOULE)) == 1
                && unit.exponent(Dimension.SECOND) == -unit.exponent(Dimension.JOULE);
        for (Dimension dimension : Dimension.values()) {
            double power = unit.exponent(dimension);
            if (power == 0 || watt && dimension == Dimension.SECOND) {
                continue;
            }
            Part part = switch (dimension) {
                case OPERATION -> new Part("FLOP", "FLOP", "FLOP", power, true, false);
                case BYTE -> new Part("byte", "bytes", "B", power, true, false);
                case JOULE -> watt ? new Part("W", "W", "W", power, true, false)
                        : new Part("J", "J", "J", power, true, false);
                case TOKEN -> new Part("token", "tokens", " tokens", power, false, true);
                case PARAMETER -> new Part("param", "params", " params", power, false, true);
                case PERCENT, DOLLAR, RATING, SECOND -> new Part(dimension.symbol(), dimension.symbol(),
                        dimension.symbol(), power, false, false);
            };
            (power > 0 ? above : below).add(part);
        }
        above.addAll(below);
        return new UnitSymbol(above);
    }

    /**
     * Which part takes the prefix, −1 if none: above the stroke for what is large, below it for what is small. A
     * ratio of two counts ({@code tokens/param}) stays as it is.
     */
    int carrier(boolean above) {
        boolean counts = parts.size() > 1;
        for (Part part : parts) {
            counts &= part.counted();
        }
        for (int i = 0; i < parts.size() && !counts; i++) {
            Part part = parts.get(i);
            if (part.takesPrefix() && part.power() == (above ? 1 : -1)) {
                return i;
            }
        }
        return -1;
    }

    boolean isMetric(int part) {
        return parts.get(part).metric();
    }

    /** The part that stands right after a number; −1 where that is the 1 of {@code 1/FLOP}. */
    int first() {
        return parts.get(0).power() > 0 ? 0 : -1;
    }

    /** The unit in symbols. @param many whether it follows a number other than one */
    String text(int carrier, String prefix, boolean many) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String name = i == carrier ? prefix + part.prefixed()
                    : part.power() == 1 && many ? part.many() : part.one();
            append(out, part.power(), name);
        }
        return out.toString();
    }

    /** The unit with seconds below the stroke replaced by a longer span. */
    String perSpan(String span) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            boolean seconds = part.one().equals("s") && part.power() == -1;
            append(out, part.power(), seconds ? span : part.power() == 1 ? part.many() : part.one());
        }
        return out.toString();
    }

    private static void append(StringBuilder out, double power, String name) {
        if (power < 0) {
            out.append(out.length() == 0 ? "1/" : "/");
        } else if (out.length() > 0) {
            out.append('*');
        }
        out.append(name);
        double size = Math.abs(power);
        if (size != 1) {
            out.append('^').append(NumberText.shortened(size));
        }
    }
}
