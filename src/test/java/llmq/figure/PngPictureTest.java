package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import llmq.plot.PictureFormat;
import llmq.plot.Words;
import llmq.result.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class PngPictureTest {
    private static final String STATEMENT =
            "plot mmlu against flops for trees color by family label top 5 with frontier titled 'Trees'";

    private static byte[] png(Tone tone) {
        return Figures.bytes(PictureFormat.PNG, SvgPictureTest.drawn(STATEMENT), tone, Drawing.NONE);
    }

    @ParameterizedTest
    @EnumSource
    void showsMarksOfEverySeriesOnPaper(Tone tone) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png(tone)));
        assertEquals(1800, image.getWidth());
        assertTrue(image.getHeight() > 1080 && image.getHeight() < 1500, "height " + image.getHeight());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        Palette palette = Palette.of(tone);
        int all = image.getWidth() * image.getHeight();
        assertTrue(counts.get(palette.paper().getRGB()) > all / 2);
        for (int series = 0; series < 3; series++) {
            // In the legend it stands unmixed.
            int own = counts.getOrDefault(palette.series(series).getRGB(), 0);
            assertTrue(own > 50 && own < all / 100, "series " + series + " has " + own);
        }
        assertTrue(counts.get(palette.ink().getRGB()) > 500, "texts");
        for (int x = 0; x < image.getWidth(); x++) {
            assertEquals(palette.paper().getRGB(), image.getRGB(x, image.getHeight() - 1), "beneath the caption");
        }
    }

    @Test
    void isTheSameEachTime() {
        assertArrayEquals(png(Tone.LIGHT), png(Tone.LIGHT));
    }

    @Test
    void saysHowLargeItIsAndWhatIsToBeSeen() throws Exception {
        Result result = SvgPictureTest.drawn(STATEMENT);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(png(Tone.LIGHT))));
        IIOMetadataNode tree = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
        Element size = (Element) tree.getElementsByTagName("pHYs").item(0);
        assertEquals("7559", size.getAttribute("pixelsPerUnitXAxis"));
        assertEquals("meter", size.getAttribute("unitSpecifier"));
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < tree.getElementsByTagName("iTXtEntry").getLength(); i++) {
            Element entry = (Element) tree.getElementsByTagName("iTXtEntry").item(i);
            texts.put(entry.getAttribute("keyword"), entry.getAttribute("text"));
        }
        assertEquals(Map.of("Title", "Trees", "Description", String.join(" ", Words.of(result.picture()))), texts);
        assertEquals(0, tree.getElementsByTagName("tIME").getLength(), "the same at any time");
        reader.dispose();
    }
}
