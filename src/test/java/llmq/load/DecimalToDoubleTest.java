package llmq.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every double must be, bit for bit, the one that the library makes of the same text. */
class DecimalToDoubleTest {
    private final Random random = new Random(20240410);

    private static void same(String text) {
        double expected = Double.parseDouble(text);
        double read = NumberReader.read(text.toCharArray(), 0, text.length(), 0);
        assertEquals(Double.doubleToRawLongBits(Double.isInfinite(expected) ? Double.NaN : expected),
                Double.doubleToRawLongBits(read), text);
    }

    @Test
    void doublesAsTheyPrint() {
        for (int i = 0; i < 300_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                same(Double.toString(value));
            }
            same(Double.toString(random.nextDouble() * 100));
        }
    }

    @Test
    void digitsAndExponents() {
        for (int i = 0; i < 300_000; i++) {
            long digits = random.nextLong() >>> random.nextInt(64);
            same(Long.toUnsignedString(digits) + "e" + (random.nextInt(80) - 40));
            same(Long.toUnsignedString(digits) + "e" + (random.nextInt(700) - 350));
            same(digits / 1000 + "." + random.nextInt(1_000_000));
        }
    }

    @Test
    void halfwayBetweenTwoDoubles() {
        for (int i = 0; i < 100_000; i++) {
            // The middle of two doubles, written out in full, and its neighbours by one unit of the last digit.
            long significand = (1L << 52) + (random.nextLong() >>> 12);
            BigDecimal middle = new BigDecimal(significand).multiply(BigDecimal.valueOf(2)).add(BigDecimal.ONE)
                    .multiply(new BigDecimal(2).pow(random.nextInt(10)));
            same(middle.toPlainString());
            same(middle.add(BigDecimal.ONE).toPlainString());
            same(middle.subtract(BigDecimal.ONE).toPlainString());
            BigDecimal small = middle.divide(new BigDecimal(2).pow(1 + random.nextInt(60)));
            same(small.toString());
            same(small.toPlainString() + "1");
        }
    }

    @Test
    void edges() {
        for (String text : new String[] {"0", "-0", "0.0", "00012", "9007199254740992", "9007199254740993",
            "9007199254740995", "1e22", "1e23", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
            "2.2250738585072014e-308", "2.2250738585072011e-308", "1.7976931348623157e308", "1.7976931348623159e308",
            "1e400", "1e-400", "0e999999999", "9999999999999999999", "10000000000000000000", "18446744073709551615",
            "18446744073709551616", "123456789012345678901234567890", "0.000000000000000000000000000001",
            "7.2057594037927933e16", "1e99999999999", ".5", "5.", "+3"}) {
            same(text);
        }
    }
}
