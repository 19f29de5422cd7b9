package org.renxing.resource;

import org.renxing.numerics.Truth;

/**
 * Whether a unit is exhausted in a year, with the evidence; see {@link Exhaustion}.
 *
 * @param verdict of the three rules together
 * @param compared of the four figures those known in both years
 * @param falling of these, lower than in the base year
 * @param unemployment registered unemployment in %; NaN where missing
 * @param exploitation years of exploitation; NaN where missing
 * @param ruleReason why rule a is unknown; empty where it is not
 * @param flag boundaries of the four figures since the base year
 * @param event what moved; empty for nothing
 */
public record ExhaustionYear(
    String unitId,
    int year,
    Truth ruleA,
    Truth ruleB,
    Truth ruleC,
    Truth verdict,
    String evidence,
    int compared,
    int falling,
    double unemployment,
    double exploitation,
    String ruleReason,
    String flag,
    String event) {}
