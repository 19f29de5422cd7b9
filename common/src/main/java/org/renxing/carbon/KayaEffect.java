package org.renxing.carbon;

import java.io.Serializable;

/**
 * What a factor of the Kaya identity did to the emissions of a unit between two years; NaN and
 * empty texts where not known.
 *
 * @param factor {@code population}, {@code gdp_per_capita}, {@code energy_intensity} and {@code
 *     carbon_intensity}, or {@code emission_intensity} in place of both where there is no energy;
 *     {@code total} for the whole change
 * @param isWhole whether the span is the first to the last year
 * @param effect t of CO2
 * @param elasticity part in Tapio's elasticity to GDP
 * @param base emissions of the first year, t of CO2
 * @param flag boundaries of all figures over the span
 * @param event what moved
 * @param reason why there is no effect; empty where there is
 */
public record KayaEffect(
    String unitId,
    int from,
    int to,
    boolean isWhole,
    String factor,
    double effect,
    double elasticity,
    double base,
    String flag,
    String event,
    String reason)
    implements Serializable {}
