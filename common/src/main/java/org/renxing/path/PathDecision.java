package org.renxing.path;

/**
 * The path of a unit, and why; texts are empty for nothing.
 *
 * @param path growth, smart_shrinkage or undetermined
 * @param decidedBy rule; empty where undetermined
 * @param fired ids of the rules that hold, in their order, separated by commas
 * @param unknown ids of those of which it is not known
 * @param evidence name=value of what the rules ask for and is known
 * @param missing names that unknown rules lack
 * @param reason why the path is undetermined: MISSING_EVIDENCE or NO_RULE_HOLDS
 */
public record PathDecision(
    String path,
    String decidedBy,
    String fired,
    String unknown,
    String evidence,
    String missing,
    String reason) {
  /** The path of a unit of which the evidence does not decide. */
  public static final String UNDETERMINED = "undetermined";
}
