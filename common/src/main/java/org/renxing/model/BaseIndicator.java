package org.renxing.model;

import java.util.Locale;
import java.util.Optional;

/**
 * A base indicator, as sources deliver it; derived indicators are expressions over these.
 *
 * @param unitOfMeasure the unit in which silver keeps its values
 * @param isMoney whether the unit measures money
 * @param price the prices of money; empty where it is none, or where that is not known
 * @param population which population it counts; empty where it counts none, or that is not known
 * @param isAdditive whether the value of a whole is the sum of the values of its parts
 * @param hasFixedBoundaries whether the values of all years are about the territory of one division
 * @param isSteady whether the value hardly changes from year to year unless the territory does
 * @param constant code of the same figure at constant prices; empty where there is none
 * @param deflator code of the index of prices that brings it to constant prices; empty for none
 */
public record BaseIndicator(
    String code,
    String nameZh,
    String nameEn,
    String unitOfMeasure,
    boolean isMoney,
    Optional<PriceBasis> price,
    @Key("population-basis") Optional<Population> population,
    @Key("additive") boolean isAdditive,
    @Key("fixed-boundaries") boolean hasFixedBoundaries,
    @Key("steady") boolean isSteady,
    Optional<String> constant,
    Optional<String> deflator) {

  /** One of which no series at constant prices and no deflator is known. */
  public BaseIndicator(
      String code,
      String nameZh,
      String nameEn,
      String unitOfMeasure,
      boolean isMoney,
      Optional<PriceBasis> price,
      Optional<Population> population,
      boolean isAdditive,
      boolean hasFixedBoundaries,
      boolean isSteady) {
    this(
        code,
        nameZh,
        nameEn,
        unitOfMeasure,
        isMoney,
        price,
        population,
        isAdditive,
        hasFixedBoundaries,
        isSteady,
        Optional.empty(),
        Optional.empty());
  }

  /** One whose values are about the territory of their year. */
  public BaseIndicator(
      String code,
      String nameZh,
      String nameEn,
      String unitOfMeasure,
      boolean isMoney,
      Optional<PriceBasis> price,
      Optional<Population> population,
      boolean isAdditive) {
    this(code, nameZh, nameEn, unitOfMeasure, isMoney, price, population, isAdditive, false, false);
  }

  /** Who is counted. */
  public enum Population {
    /** Those who live there (常住人口). */
    RESIDENT,
    /** Those who have their household registration there (户籍人口). */
    REGISTERED;

    /** As configuration and tables write it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
