package org.renxing.model;

import java.util.Locale;

/**
 * What analyses of units ask for beside scores; a scenario says by an expression over base
 * indicators where it finds each. The unit of measure is that of the expression's result.
 */
public enum Statistic {
  POPULATION("10^4 persons"),
  REGISTERED_POPULATION("10^4 persons"),
  NATURAL_GROWTH("‰"),
  URBAN_POPULATION("10^4 persons"),
  POPULATION_0_14("10^4 persons"),
  POPULATION_15_64("10^4 persons"),
  POPULATION_65_PLUS("10^4 persons"),
  LAND_AREA("km2"),
  BUILT_UP_AREA("km2"),
  GDP("10^8 CNY"),
  /** At constant prices, for growth; without it growth is taken from GDP as it is. */
  GDP_REAL("10^8 CNY"),
  GDP_INDEX("previous year = 100"),
  EMPLOYMENT("10^4 persons"),
  UNEMPLOYMENT_RATE("%"),
  OUTPUT_INDUSTRY("10^8 CNY"),
  OUTPUT_EXTRACTIVE("10^8 CNY"),
  OUTPUT_PROCESSING("10^8 CNY"),
  EMPLOYMENT_INDUSTRY("10^4 persons"),
  EMPLOYMENT_EXTRACTIVE("10^4 persons"),
  EXPLOITATION_YEARS("year"),
  /** The calendar year in which exploitation began; used where its years are not named. */
  EXPLOITATION_SINCE("year"),
  RD_EXPENDITURE("10^8 CNY"),
  PATENTS("patent"),
  IMPORTS("10^8 CNY"),
  EXPORTS("10^8 CNY"),
  FDI("10^8 CNY"),
  /** Foreign direct investment where no exchange rate is given: for ratios. */
  FDI_USD("10^6 USD"),
  BUDGET_REVENUE("10^8 CNY"),
  BUDGET_EXPENDITURE("10^8 CNY"),
  TRANSFERS_RECEIVED("10^8 CNY"),
  INVESTMENT("10^8 CNY"),
  REAL_ESTATE_INVESTMENT("10^8 CNY"),
  /** Floor area of real estate completed in the year. */
  REAL_ESTATE_COMPLETIONS("10^4 m2"),
  CO2("t"),
  /** Consumption of energy. */
  ENERGY("10^4 tce"),
  /** Resident population of a unit's parts (townships, counties), for their loss. */
  SUB_UNIT_POPULATION("10^4 persons"),
  /** Those of them who are of working age. */
  SUB_UNIT_LABOUR("10^4 persons"),
  ROOF_AREA("km2"),
  COOLING_ENERGY("10^4 tce"),
  HEATING_ENERGY("10^4 tce"),
  OPERATING_COST("10^8 CNY");

  private final String unit;

  Statistic(String unit) {
    this.unit = unit;
  }

  /** Unit of measure. */
  public String unit() {
    return unit;
  }

  /** Name of its column. */
  public String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
