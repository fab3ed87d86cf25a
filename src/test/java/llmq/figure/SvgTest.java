package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "-0.0, 0", "1, 1", "12.5, 12.5", "12.345, 12.35", "-12.005, -12", "0.004, 0", "-0.004, 0",
        "0.06, 0.06", "-0.5, -0.5", "123456.789, 123456.79", "99.999, 100"})
    void numbersHaveTwoDecimalsAtMost(double value, String text) {
        assertEquals(text, Svg.number(value));
    }

    @Test
    void textsHoldNothingThatXmlCannot() {
        assertEquals("a&amp;b &lt;c&gt; &quot;d&quot; ?? ? x é 😀",
                Svg.escape("a&b <c> \"d\" \u0000\u001b \ud83d x é 😀"));
        assertEquals("#0072b2", Svg.color(0xff0072b2));
    }

    @Test
    void shapesAreWrittenAsWhatTheyAre() {
        AffineTransform moved = AffineTransform.getTranslateInstance(10, 20);
        Shape disc = AffineTransform.getTranslateInstance(1, 1).createTransformedShape(MarkShapes.disc(4));
        assertEquals("<circle cx=\"11\" cy=\"21\" r=\"4\"", SvgShapes.of(disc, moved));
        assertEquals("<line x1=\"10\" y1=\"20\" x2=\"11\" y2=\"22\"",
                SvgShapes.of(new Line2D.Double(0, 0, 1, 2), moved));
        assertEquals("<rect x=\"10\" y=\"20\" width=\"3\" height=\"4\"",
                SvgShapes.of(new Rectangle2D.Double(0, 0, 3, 4), moved));
        assertEquals("<path d=\"M10 15L14.48 23.2L5.52 23.2Z\"", SvgShapes.of(MarkShapes.of(1, 4), moved));
        assertNull(SvgShapes.of(new Rectangle2D.Double(0, 0, 0, 4), moved));
        assertEquals("<path", SvgShapes.of(new Ellipse2D.Double(0, 0, 4, 8), moved).substring(0, 5));
        assertEquals("<path", SvgShapes.of(new RoundRectangle2D.Double(0, 0, 8, 8, 2, 2), moved).substring(0, 5));
    }
}
