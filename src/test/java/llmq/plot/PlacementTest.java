package llmq.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import llmq.plot.Placement.Box;
import llmq.plot.Placement.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementTest {
    private static final Box AREA = new Box(0, 0, 40, 10);

    /** The mark, the text's width, what is taken, where the text begins. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "20 5 | 6 | ''            | 22 5",
        "20 5 | 6 | 24 5          | 13 5",
        "36 5 | 6 | ''            | 29 5",
        "20 5 | 6 | 24 5, 15 5    | 18 4",
        "20 5 | 6 | 24 5, 15 5, 19 4 | 18 6",
        "20 5 | 6 | 24 5, 15 5, 18 4, 18 6 | 21 4",
        "39 9 | 6 | 34 9          | 33 8",
        "39 9 | 60 | ''           | nowhere",
    })
    void theMostReadableFreePlace(String mark, double width, String taken, String expected) {
        List<Box> obstacles = new ArrayList<>();
        for (String cell : taken.isEmpty() ? new String[0] : taken.split(", ")) {
            obstacles.add(new Box(number(cell, 0), number(cell, 1), 1, 1));
        }
        // A mark in a cell has its centre in the middle of it; the text keeps an empty cell between.
        Wish wish = new Wish(number(mark, 0) + 0.5, number(mark, 1) + 0.5, 1.5, width, 1);
        Box found = Placement.place(List.of(wish), AREA, obstacles, 1).get(0);
        assertEquals(expected, found == null ? "nowhere" : (int) found.left() + " " + (int) found.top());
    }

    private static double number(String pair, int i) {
        return Double.parseDouble(pair.split(" ")[i]);
    }

    @Test
    void noneCoversAnotherAMarkOrTheEdge() {
        int placed = 0;
        int refused = 0;
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            double step = seed % 2;
            List<Wish> wishes = new ArrayList<>();
            List<Box> marks = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                double x = random.nextInt(40) + 0.5;
                double y = random.nextInt(10) + 0.5;
                marks.add(new Box(x - 0.5, y - 0.5, 1, 1));
                wishes.add(new Wish(x, y, 0.5 + random.nextInt(2), 1 + random.nextInt(9), 1));
            }
            List<Box> places = Placement.place(wishes, AREA, marks, step);
            assertEquals(places, Placement.place(wishes, AREA, marks, step), "the same again");
            List<Box> all = new ArrayList<>(marks);
            for (Box place : places) {
                if (place == null) {
                    refused++;
                    continue;
                }
                placed++;
                assertTrue(place.isWithin(AREA), place + " leaves the area");
                assertTrue(step == 0 || place.left() == Math.rint(place.left()) && place.top() == Math.rint(place.top()),
                        place + " is between cells");
                for (Box other : all) {
                    assertTrue(!place.meets(other), place + " covers " + other);
                }
                all.add(place);
            }
        }
        assertTrue(placed > 2000 && refused > 500, placed + " placed, " + refused + " refused");
    }

    @Test
    void firstComeFirstServed() {
        Wish wish = new Wish(20.5, 5.5, 1.5, 6, 1);
        List<Box> places = Placement.place(List.of(wish, wish, wish), AREA, List.of(new Box(20, 5, 1, 1)), 1);
        assertEquals(Arrays.asList(new Box(22, 5, 6, 1), new Box(13, 5, 6, 1), new Box(18, 4, 6, 1)), places);
    }
}
