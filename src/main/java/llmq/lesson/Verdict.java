package llmq.lesson;

/**
 * What is to be said of a result that a learner got.
 *
 * @param words one or two plain sentences on what differs, without the answer; empty unless it is {@link Kind#NEAR}
 */
public record Verdict(Kind kind, String words) {

    public enum Kind {
        /** What was asked for. */
        RIGHT,
        /** Meant as an answer, and not right. */
        NEAR,
        /** Something else, as whoever looks around gets: no reason to say anything. */
        OTHER
    }

    static final Verdict RIGHT = new Verdict(Kind.RIGHT, "");
    static final Verdict OTHER = new Verdict(Kind.OTHER, "");

    static Verdict near(String words) {
        return new Verdict(Kind.NEAR, words);
    }

    public boolean isRight() {
        return kind == Kind.RIGHT;
    }

    public boolean isNear() {
        return kind == Kind.NEAR;
    }
}
