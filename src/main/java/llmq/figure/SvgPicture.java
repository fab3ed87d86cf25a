package llmq.figure;

import java.util.List;

/** A sheet as an SVG document. */
final class SvgPicture {
    private SvgPicture() {
    }

    /** @param svg the whole element @param drawn what lies where in it */
    record Written(String svg, Sheet.Drawn drawn) {
    }

    /**
     * @param prefix of every id, so that several can share a page
     * @param role   {@code img}; {@code figure} where its parts are to be reached one by one
     * @param words  what is to be seen in it, for those who do not see it
     */
    static Written of(Sheet sheet, String title, List<String> words, String prefix, String role) {
        SvgElements elements = new SvgElements(prefix);
        SvgGraphics graphics = new SvgGraphics(Fonts.get().regular(12), elements);
        Sheet.Drawn drawn = sheet.draw(graphics);
        String paper = Svg.color(sheet.palette().paper().getRGB());
        String size = "width=\"" + Svg.number(sheet.width()) + "\" height=\"" + Svg.number(drawn.height())
                + "\" viewBox=\"0 0 " + Svg.number(sheet.width()) + " " + Svg.number(drawn.height()) + "\"";
        StringBuilder svg = new StringBuilder(elements.toString().length() + 2048);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" ").append(size).append(" role=\"").append(role)
                .append("\" aria-labelledby=\"").append(prefix).append("title ").append(prefix).append("desc\" ")
                .append("font-family=\"").append(Fonts.FAMILY).append("\" font-kerning=\"none\">\n<title id=\"")
                .append(prefix).append("title\">").append(Svg.escape(title)).append("</title>\n<desc id=\"")
                .append(prefix).append("desc\">").append(Svg.escape(String.join(" ", words))).append("</desc>\n");
        String definitions = elements.definitions();
        if (!definitions.isEmpty()) {
            svg.append("<defs>\n").append(definitions).append("</defs>\n");
        }
        svg.append("<rect class=\"paper\" width=\"").append(Svg.number(sheet.width())).append("\" height=\"")
                .append(Svg.number(drawn.height())).append("\" fill=\"").append(paper).append("\"/>\n")
                .append(elements).append("</svg>\n");
        return new Written(svg.toString(), drawn);
    }
}
