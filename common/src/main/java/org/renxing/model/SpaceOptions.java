package org.renxing.model;

import java.util.Locale;

/**
 * Which units are neighbours, and how chance is drawn (methods: space).
 *
 * @param k neighbours of each unit, of {@link Weights#KNN}
 * @param bandKm units up to this far apart are neighbours, of {@link Weights#BAND}
 * @param adjacency pairs of neighbours, of {@link Weights#ADJACENCY}
 * @param permutations random arrangements against which Moran's I is set
 * @param seed of the arrangements
 */
public record SpaceOptions(
    Weights weights,
    @Key(is = "from 1 to 1000") int k,
    @Key(is = "above 0") double bandKm,
    Adjacency adjacency,
    @Key(is = "from 19 to " + SpaceOptions.MOST_PERMUTATIONS) int permutations,
    @Key(is = "from 0 to " + Integer.MAX_VALUE) long seed) {

  /** Most arrangements. */
  public static final int MOST_PERMUTATIONS = 99_999;

  public SpaceOptions {
    require(k >= 1, "k must be 1 or more, found " + k);
    require(bandKm > 0, "band-km must be above 0, found " + bandKm);
    require(
        permutations >= 19 && permutations <= MOST_PERMUTATIONS,
        "permutations must be from 19 to " + MOST_PERMUTATIONS + ", found " + permutations);
    require(
        weights != Weights.ADJACENCY || !adjacency.file().isEmpty(),
        "weights adjacency needs adjacency.file, a CSV file of pairs of neighbours");
  }

  /** What holds where configuration says nothing: four nearest neighbours. */
  public static SpaceOptions standard() {
    return new SpaceOptions(Weights.KNN, 4, 200, Adjacency.none(), 999, 20250101);
  }

  /** What tables call the weights, such as {@code knn:4}, {@code band:200km}, {@code adjacency}. */
  public String text() {
    String word = weights.name().toLowerCase(Locale.ROOT);
    return switch (weights) {
      case KNN -> word + ":" + k;
      case BAND ->
          word + ":" + (bandKm == Math.rint(bandKm) ? "" + (long) bandKm : "" + bandKm) + "km";
      case ADJACENCY -> word;
    };
  }

  /** How neighbours are found. */
  public enum Weights {
    /** The k nearest by great-circle distance. */
    KNN,
    /** All within a great-circle distance. */
    BAND,
    /** Those that a table pairs. */
    ADJACENCY
  }

  /**
   * A CSV file with one row a pair of neighbours, either way round.
   *
   * @param file empty where there is none
   */
  public record Adjacency(
      @Key(isPath = true) String file, String unitColumn, String neighbourColumn) {
    /** No file. */
    public static Adjacency none() {
      return new Adjacency("", "unit_id", "neighbour_id");
    }
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new RenxingException(ErrorCode.CONFIGURATION, "space: " + message);
    }
  }
}
