package org.renxing.resource;

/**
 * What a unit got and spent in a year, and its growth around policy events; NaN and empty texts
 * where not known or not asked for.
 *
 * @param transfersToRevenue transfers received over own revenue
 * @param balance revenue less expenditure, 10^8 CNY
 * @param balanceToGdp in %
 * @param investmentShare of GDP, in %
 * @param realEstateShare of GDP, in %
 * @param completions floor area of real estate completed in the year, 10^4 m2
 * @param completionsPerPerson m2
 * @param event ids of the policy events of that unit and year
 * @param growthBefore mean yearly growth of output over the years up to an event, in %
 * @param growthAfter the same over the years after it
 * @param flag boundaries of output over both together
 * @param moved what moved over both together
 * @param reason what of an event's growth lies outside the years, is missing or goes over a break
 */
public record SupportYear(
    String unitId,
    int year,
    double transfersToRevenue,
    double balance,
    double balanceToGdp,
    double investmentShare,
    double realEstateShare,
    double completions,
    double completionsPerPerson,
    String event,
    double growthBefore,
    double growthAfter,
    String flag,
    String moved,
    String reason) {}
