package llmq.figure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import llmq.figure.LabelField.Mark;
import llmq.figure.LabelPlaces.Place;
import llmq.figure.LabelPlaces.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelPlacesTest {
    private static final Rectangle2D AREA = new Rectangle2D.Double(40, 10, 800, 450);

    private static Mark mark(double x, double y, double radius) {
        return new Mark(x, y, radius, radius, 1);
    }

    /** One text of 60 by 10 and its mark in the middle, the other marks, where it begins and where its line does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "440 235 | ''               | 447 230 | ''",
        "830 235 | ''               | 763 230 | ''",
        "440 235 | 480 235          | 373 230 | ''",
        "440 235 | 480 235, 400 235 | 410 218 | ''",
        // What is above is as near as its own: a line is needed, and a place for it.
        "440 235 | 480 235, 400 235, 440 215, 440 255 | 450 215 | 449 226",
    })
    void theMostReadableFreePlace(String own, String others, String expected, String leader) {
        List<Mark> marks = new ArrayList<>();
        for (String other : others.isEmpty() ? new String[0] : others.split(", ")) {
            marks.add(mark(number(other, 0), number(other, 1), 4));
        }
        Mark mark = mark(number(own, 0), number(own, 1), 4);
        marks.add(mark);
        Place place = new LabelPlaces(new LabelField(AREA, marks, List.of(), List.of()))
                .place(List.of(new Wish(mark, 60, 10, false))).get(0);
        assertEquals(expected, Math.round(place.box().getX()) + " " + Math.round(place.box().getY()));
        assertEquals(leader, place.leader() == null ? "" : Math.round(place.leader().getX1()) + " "
                + Math.round(place.leader().getY1()));
    }

    private static double number(String pair, int i) {
        return Double.parseDouble(pair.split(" ")[i]);
    }

    @Test
    void nothingIsPlacedWhereNothingFits() {
        List<Mark> marks = new ArrayList<>();
        for (int x = 40; x <= 840; x += 8) {
            for (int y = 10; y <= 460; y += 8) {
                marks.add(mark(x, y, 4));
            }
        }
        LabelPlaces places = new LabelPlaces(new LabelField(AREA, marks, List.of(), List.of()));
        Wish wish = new Wish(marks.get(3000), 20, 9, false);
        assertNull(places.place(List.of(wish)).get(0));
        assertTrue(places.over(wish).box().contains(wish.mark().x(), wish.mark().y()));
        assertNull(places.over(wish), "another one would hide the first or be led across it");
        Wish next = new Wish(mark(wish.mark().x() + 14, wish.mark().y(), 4), 20, 9, false);
        Place aside = places.over(next);
        assertEquals(next.mark().x(), aside.leader().getX2());
        assertFalse(aside.box().contains(next.mark().x(), next.mark().y()));
    }

    /** Marks in a cloud, the first ones with texts. */
    private static final class Crowd {
        final List<Mark> marks = new ArrayList<>();
        final List<Line2D> lines = new ArrayList<>();
        final List<Wish> wishes = new ArrayList<>();
        final List<Place> places;

        Crowd(int seed) {
            Random random = new Random(seed);
            int count = 1 + random.nextInt(400);
            double spread = 0.05 + 0.3 * random.nextDouble();
            boolean sized = seed % 3 == 0;
            for (int i = 0; i < count; i++) {
                double x = 440 + 800 * spread * random.nextGaussian();
                double y = 100 + 450 * spread * random.nextGaussian();
                marks.add(mark(Math.max(40, Math.min(840, x)), Math.max(10, Math.min(460, y)),
                        sized ? 2 + 16 * random.nextDouble() * random.nextDouble() : 4));
            }
            for (int i = 0; i < 10; i++) {
                marks.add(new Mark(60 + 70 * i, 400 - 30 * i, 3, 3, 0));
                lines.add(new Line2D.Double(60 + 70 * i, 400 - 30 * i, 130 + 70 * i, 400 - 30 * i));
            }
            int labelled = 1 + random.nextInt(Math.min(25, count));
            for (int i = 0; i < labelled; i++) {
                wishes.add(new Wish(marks.get(i), 8 + 90 * random.nextDouble(), 11, false));
            }
            places = new LabelPlaces(new LabelField(AREA, marks, lines, List.of())).place(wishes);
        }
    }

    @Test
    void eachIsNearerToItsMarkThanToAnyOtherOrHasALine() {
        int near = 0;
        int led = 0;
        int refused = 0;
        for (int seed = 0; seed < 150; seed++) {
            Crowd crowd = new Crowd(seed);
            assertEquals(said(crowd.places), said(new Crowd(seed).places), "the same again");
            for (int i = 0; i < crowd.places.size(); i++) {
                Place place = crowd.places.get(i);
                String about = "crowd " + seed + ", text " + i + ": " + place;
                if (place == null) {
                    refused++;
                    continue;
                }
                assertTrue(AREA.contains(place.box()), about);
                Mark own = crowd.wishes.get(i).mark();
                double gap = gap(place.box(), own);
                for (Mark mark : crowd.marks) {
                    assertTrue(gap(place.box(), mark) > 0, about + " covers " + mark);
                    assertTrue(place.leader() != null || mark.isAt(own) || mark.weight() == 0
                            || gap(place.box(), mark) > gap, about + " is nearer to " + mark);
                }
                if (place.leader() != null) {
                    led++;
                    assertTrue(place.leader().getP2().distance(own.x(), own.y()) <= own.rim() + 1e-6, about);
                    assertTrue(place.leader().getP1().distance(place.leader().getP2()) > 5, about);
                    assertTrue(grown(place.box(), 2).contains(place.leader().getP1()), about);
                } else {
                    near++;
                }
                for (int k = 0; k < i; k++) {
                    Place other = crowd.places.get(k);
                    if (other != null) {
                        apart(place, other, about + " and " + other);
                        apart(other, place, about + " and " + other);
                    }
                }
            }
        }
        assertTrue(near > 300 && led > 600 && refused > 5 && refused < 200,
                near + " near, " + led + " led, " + refused + " refused");
    }

    private static String said(List<Place> places) {
        StringBuilder said = new StringBuilder();
        for (Place place : places) {
            said.append(place == null ? "nowhere" : place.box() + (place.leader() == null ? "" : " "
                    + place.leader().getP1() + place.leader().getP2())).append('\n');
        }
        return said.toString();
    }

    private static void apart(Place place, Place other, String about) {
        assertFalse(place.box().intersects(other.box()), about + " cover each other");
        assertFalse(place.leader() != null && place.leader().intersects(other.box()), about + " are crossed by a line");
        assertFalse(place.leader() != null && other.leader() != null && place.leader().intersectsLine(other.leader()),
                about + " have lines that cross");
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(box.getX() - by, box.getY() - by, box.getWidth() + 2 * by,
                box.getHeight() + 2 * by);
    }

    /** Between a text and the rim of a mark. */
    static double gap(Rectangle2D box, Mark mark) {
        return Point2D.distance(mark.x(), mark.y(), Math.max(box.getMinX(), Math.min(box.getMaxX(), mark.x())),
                Math.max(box.getMinY(), Math.min(box.getMaxY(), mark.y()))) - mark.radius();
    }

    /** What comes later stays away from what is there, and moves none of it. */
    @Test
    void laterTextsTakeWhatIsLeft() {
        Crowd crowd = new Crowd(7);
        LabelPlaces places = new LabelPlaces(new LabelField(AREA, crowd.marks, crowd.lines, List.of()));
        List<Place> first = places.place(crowd.wishes);
        List<Wish> more = new ArrayList<>();
        for (int i = 50; i < 90; i++) {
            more.add(new Wish(crowd.marks.get(i), 40, 11, true));
        }
        List<Place> second = places.place(more);
        int placed = 0;
        for (Place place : second) {
            for (Place other : first) {
                if (place != null && other != null) {
                    apart(place, other, "earlier and later");
                    apart(other, place, "earlier and later");
                }
            }
            placed += place == null ? 0 : 1;
        }
        assertEquals(said(crowd.places), said(first));
        assertTrue(placed > 0 && placed < 40, placed + " placed");
    }
}
