package llmq.lesson;

/**
 * One exercise of a lesson, to be tried by itself.
 *
 * @param part    of the lesson that is the exercise, from 0
 * @param own     whether the lesson is somebody's own file
 * @param guessed whether the guess that it begins with was asked for already
 */
public record Trial(Lesson lesson, int part, boolean own, boolean guessed) {
}
