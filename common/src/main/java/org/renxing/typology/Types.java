package org.renxing.typology;

import java.io.Serializable;
import java.util.List;

/**
 * What is known of a typology. Numbers that are not there are NaN, texts empty. {@code years} says
 * what types were made from: {@code 2012..2021}, or one year.
 *
 * @param typology its id
 * @param members units in years, by unit, then year
 * @param profiles what types are like, by years, type, feature
 * @param trials the numbers of types that were tried, by years, k; none for rules
 * @param stabilities one for each {@code years}; none for rules and without resamples
 * @param moves from types to types, where years share types
 */
public record Types(
    String typology,
    List<Member> members,
    List<Profile> profiles,
    List<Trial> trials,
    List<Stability> stabilities,
    List<Move> moves)
    implements Serializable {

  public Types {
    members = List.copyOf(members);
    profiles = List.copyOf(profiles);
    trials = List.copyOf(trials);
    stabilities = List.copyOf(stabilities);
    moves = List.copyOf(moves);
  }

  /**
   * A unit in a year.
   *
   * @param type from 1; 0 where it has none
   * @param distance from the mean of its type, in standardised features
   * @param probability of its type, of mixtures
   * @param silhouette see {@link org.renxing.cluster.Silhouette}
   * @param reason why it has no type
   */
  public record Member(
      String unitId,
      int year,
      String years,
      int type,
      String name,
      double distance,
      double probability,
      double silhouette,
      String reason)
      implements Serializable {}

  /**
   * A feature in a type.
   *
   * @param n members of the type: units in years
   * @param share of all that have a type
   * @param sd divisor n − 1
   * @param difference (mean − mean of all) / standard deviation of all
   * @param silhouette mean of the members
   * @param medoidUnit the member in the middle: that with the smallest sum of distances from the
   *     others, beyond {@link org.renxing.cluster.Silhouette#MOST_EXACT} rows that nearest to the
   *     mean
   * @param orderedBy what numbers the types; empty for rules
   * @param reason why there is no difference
   */
  public record Profile(
      String years,
      int type,
      String name,
      String feature,
      int n,
      double share,
      double mean,
      double sd,
      double difference,
      double silhouette,
      String medoidUnit,
      int medoidYear,
      String orderedBy,
      String reason)
      implements Serializable {}

  /**
   * A number of types that was tried.
   *
   * @param n rows
   * @param leftOut rows that lack a feature
   * @param within sum of squares within types
   * @param silhouette mean
   * @param isExact whether silhouettes take all distances, not those to means
   * @param gapError see {@link org.renxing.cluster.GapStatistic}
   * @param reason why there are no such types
   */
  public record Trial(
      String years,
      int k,
      int n,
      int leftOut,
      double within,
      double silhouette,
      boolean isExact,
      double bic,
      double gap,
      double gapError,
      boolean isChosen,
      String reason)
      implements Serializable {}

  /**
   * How far types of units drawn anew agree with the types, by the adjusted Rand index.
   *
   * @param n rows
   * @param resamples draws
   * @param failed draws without types
   * @param sd divisor draws − 1
   * @param reason why there is no index
   */
  public record Stability(
      String years,
      int k,
      int units,
      int n,
      int resamples,
      int failed,
      double mean,
      double min,
      double sd,
      String reason)
      implements Serializable {}

  /**
   * Moves from a type to a type.
   *
   * @param isPooled whether those of all neighbouring years from the first to the last
   * @param share of the moves from that type; NaN where there is none
   */
  public record Move(
      boolean isPooled,
      int yearFrom,
      int yearTo,
      int typeFrom,
      String nameFrom,
      int typeTo,
      String nameTo,
      long n,
      double share)
      implements Serializable {}
}
