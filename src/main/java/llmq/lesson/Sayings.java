package llmq.lesson;

import java.util.List;

/** All that a tutor says of its own accord, so that it says it in one voice; of a result the comparisons speak. */
public final class Sayings {
    private static final List<String> PRAISE = List.of("Right.", "That is it.", "Yes, that is the answer.", "Exactly.",
            "Well asked.", "Yes.");
    /** Before words on the guess, which may have been far off. */
    private static final List<String> QUERY_PRAISE = List.of("The query is right.", "Well asked.");

    private Sayings() {
    }

    /** @param index of the exercise, so that no two in a row are greeted alike */
    static String praise(int index) {
        return PRAISE.get(Math.floorMod(index, PRAISE.size()));
    }

    /** The same of an exercise that asked for a guess. */
    static String queryPraise(int index) {
        return QUERY_PRAISE.get(Math.floorMod(index, QUERY_PRAISE.size()));
    }

    // What is to be done next, the last line of whatever is said.

    static String goOn(int step, int steps) {
        return "Enter goes on · step " + step + " of " + steps;
    }

    static String reads() {
        return "Enter reads on";
    }

    static String exercise(int number, int count, boolean over, boolean extra) {
        return "exercise " + number + " of " + count + (over
                ? ", done before: Enter goes on, or type the query once more"
                : ": type the query · /hint, /skip, /goal" + without(extra));
    }

    static String guess(int number, int count, boolean extra) {
        return "exercise " + number + " of " + count + " begins with a guess: type a value · /skip leaves it out"
                + without(extra);
    }

    private static String without(boolean extra) {
        return extra ? " · /lesson next goes on without" : "";
    }

    static String offered(int number, int count, String title) {
        return "exercise " + number + " of " + count + ", " + title
                + ", if there is time: /goal begins it · Enter goes on without";
    }

    static String end(int number, String next) {
        return next == null ? "that was the last lesson · /lesson lists them all"
                : "Enter begins lesson " + number + ", " + next + " · /lesson lists them all";
    }

    static String endOfTrial() {
        return "Enter or Ctrl-D returns";
    }

    static String endOfOwn() {
        return "/lesson lists the lessons of llmq";
    }

    static String resumes(int number, String title) {
        return "Enter goes on with " + (number == 0 ? title : "lesson " + number) + " · /lesson N begins another";
    }

    static String begins(int number) {
        return "Enter begins lesson " + number + " · /lesson N begins another";
    }

    // At an exercise.

    static String reminder() {
        return "no answer yet, and no hurry: /goal says again what is asked for, /hint helps";
    }

    static String literal() {
        return "that is a value, and no query: let llmq find it out";
    }

    static String divided(String meant) {
        return "a divisor of several parts stands in parentheses: `" + meant + "`";
    }

    static String notYet() {
        return "Not the answer yet.";
    }

    static String notYetHelp() {
        return "Not the answer yet; /goal says again what is asked for, /hint helps.";
    }

    static String guessAsks() {
        return "That asks llmq already. First a guess from the head, any value will do; /skip leaves it out.";
    }

    static String noExercise() {
        return "no exercise waits for an answer here · Enter goes on";
    }

    public static String hint(int number, int count, String hint) {
        return "Hint " + number + " of " + count + ": " + hint;
    }

    static String lastHint() {
        return "That was the last hint; /skip shows the answer and explains it.";
    }

    static String noHints() {
        return "This exercise has no hints; /skip shows the answer and explains it.";
    }

    static String answer() {
        return "The answer:";
    }

    static String guessFirst() {
        return "The guess comes first; any value will do. /skip leaves it out.";
    }

    static String guessWants(String what) {
        return "The question asks for " + what + "; it need not be close.";
    }

    static String guessed(String guess) {
        return "Noted: " + guess + ". Now the query.";
    }

    static String guessedInstead(String guess) {
        return "Noted instead: " + guess + ". Now the query.";
    }

    static String guessNegative() {
        return "It cannot be less than nothing; any other value will do.";
    }

    static String guessOutside(String least, String most) {
        return "It lies between " + least + " and " + most + "; any value in there will do.";
    }

    static String guessLeft() {
        return "No guess, then.";
    }

    static String guessRight(String guess) {
        return "The guess was " + guess + ", and right.";
    }

    static String guessClose(String guess, String truth) {
        return "The guess was " + guess + ", it is " + truth + ": as close as can be.";
    }

    /** @param off how far; {@code null} for no such thing */
    static String guessWrong(String guess, String truth, String off) {
        return "The guess was " + guess + ", it is " + truth + (off == null ? "." : ": " + off + ".");
    }

    // Where the learner's session is not as the lesson left it.

    static String madeAgain(List<String> names) {
        return "(made as in the lesson: " + String.join(", ", names) + ")";
    }

    static String aside(List<String> names) {
        return names.isEmpty()
                ? "(as the lesson has it: this session would give something else, hence no number)"
                : "(as the lesson has it: " + listed(names) + (names.size() == 1 ? " is" : " are")
                        + " something else here, hence no number)";
    }

    static String replaced(String name) {
        return "(this takes the place of the " + name + " that was there; /undo brings that back)";
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    // Of lessons as a whole.

    /** @param number 0 of somebody's own; @param title {@code null} where it follows; @param where in it */
    static String head(int number, int count, String title, String where) {
        String lesson = number == 0 ? "" : "lesson " + number + " of " + count;
        String name = title == null ? lesson : lesson.isEmpty() ? title : lesson + ", " + title;
        return name.isEmpty() || where.isEmpty() ? name + where : name + " · " + where;
    }

    static String minutes(int minutes) {
        return minutes == 0 ? "" : "about " + minutes + (minutes == 1 ? " minute" : " minutes");
    }

    static String where(int step, int steps) {
        return "going on at step " + step + " of " + steps;
    }

    // In the menu.

    static String menu(int done, int count) {
        return done == 0 ? count + (count == 1 ? " lesson" : " lessons") : done + " of " + count + " lessons done";
    }

    static String notBegun() {
        return "not begun";
    }

    static String begun() {
        return "begun";
    }

    static String done() {
        return "done";
    }

    static String doneBut(int over, int exercises) {
        return done() + ", " + partly(over, exercises);
    }

    static String partly(int over, int exercises) {
        return over + " of " + exercises;
    }

    static String allDone() {
        return "all lessons are done · /lesson N goes through one again";
    }

    /** @param number 0 of somebody's own */
    static String finished(String lesson, int number, int done, int skipped, int exercises) {
        int open = exercises - done - skipped;
        StringBuilder text = new StringBuilder("This is the end of ").append(lesson);
        if (exercises == 0) {
            return text.append('.').toString();
        }
        text.append(": ").append(done).append(" of ").append(exercises)
                .append(exercises == 1 ? " exercise" : " exercises").append(" done");
        if (skipped > 0) {
            text.append(", ").append(skipped).append(" skipped");
        }
        if (open > 0) {
            text.append(", ").append(open).append(" left open; ").append(number == 0 ? "begun again, it" : "/lesson " + number)
                    .append(" goes back to ").append(open == 1 ? "that" : "those");
        }
        return text.append('.').toString();
    }

    static String notKept() {
        return "In the sandbox progress is not kept.";
    }

    /** Where nothing is written. */
    static String forgotHere(String what, int done, int skipped) {
        return "forgot " + what + counts(done, skipped) + " until this prompt ends; what is kept stays as it was";
    }

    private static String counts(int done, int skipped) {
        return done + skipped == 0 ? "" : " (" + done + " done, " + skipped + " skipped)";
    }

    static String forgot(String what, int done, int skipped, String kept) {
        return "forgot " + what + counts(done, skipped) + "; /undo does not bring it back" + (kept == null ? "" : ", but what it was stands in " + kept);
    }

    static String everyLesson() {
        return "how far all lessons have come";
    }

    static String nothingBegun() {
        return "no lesson has begun, so there is nothing to forget";
    }

    static String nothingToForget(String what) {
        return "there is nothing to forget of " + what;
    }
}
