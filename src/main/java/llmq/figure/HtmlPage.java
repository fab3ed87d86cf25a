package llmq.figure;

import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page that holds pictures and all that they need, and asks nobody for anything. */
final class HtmlPage {
    private HtmlPage() {
    }

    /** @param tone of the page; a light one turns dark where its reader prefers that */
    static String of(String title, List<String> figures, Tone tone) {
        // The parts may hold anything, so that none is looked through for the places of the others.
        return fill(resource("page.html"), "theme", tone == Tone.DARK ? "dark" : "auto", "title", Svg.escape(title),
                "style", style(), "figures", String.join("", figures), "script", script());
    }

    static String script() {
        return resource("page.js");
    }

    /** With a rule for each colour that pictures are drawn in, so that they turn dark with the page. */
    static String style() {
        List<Color> light = colors(Palette.of(Tone.LIGHT));
        List<Color> dark = colors(Palette.of(Tone.DARK));
        StringBuilder rules = new StringBuilder();
        for (int i = 0; i < light.size(); i++) {
            String color = Svg.color(light.get(i).getRGB());
            rules.append(".picture svg [fill=\"").append(color).append("\"] { fill: var(--").append(name(i))
                    .append("); }\n.picture svg [stroke=\"").append(color).append("\"] { stroke: var(--")
                    .append(name(i)).append("); }\n");
        }
        return fill(resource("page.css"), "light", variables(light), "dark", variables(dark), "rules",
                rules.toString());
    }

    private static List<Color> colors(Palette palette) {
        List<Color> colors = new ArrayList<>(List.of(palette.paper(), palette.ink(), palette.soft(), palette.grid(),
                palette.rest()));
        colors.addAll(palette.series());
        return colors;
    }

    private static String name(int index) {
        String[] names = {"paper", "ink", "soft", "grid", "rest"};
        return index < names.length ? names[index] : "series" + (index - names.length);
    }

    private static String variables(List<Color> colors) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < colors.size(); i++) {
            text.append(i == 0 ? "" : " ").append("--").append(name(i)).append(": ")
                    .append(Svg.color(colors.get(i).getRGB())).append(';');
        }
        return text.toString();
    }

    /** Puts parts into the places of a text that bear their names, {@code @name@}. */
    private static String fill(String text, String... parts) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf('@', at);
            int end = start < 0 ? -1 : text.indexOf('@', start + 1);
            int part = end < 0 ? -1 : part(text.substring(start + 1, end), parts);
            if (start < 0) {
                return filled.append(text, at, text.length()).toString();
            }
            filled.append(text, at, part < 0 ? start + 1 : start).append(part < 0 ? "" : parts[part + 1]);
            at = part < 0 ? start + 1 : end + 1;
        }
        return filled.toString();
    }

    private static int part(String name, String[] parts) {
        for (int i = 0; i < parts.length; i += 2) {
            if (parts[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private static String resource(String name) {
        try (InputStream stream = HtmlPage.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
