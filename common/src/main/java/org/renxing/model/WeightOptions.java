package org.renxing.model;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;

/**
 * Choices of a weight scheme that only some methods look at (methods: weights).
 *
 * @param basis the values whose mean and deviation the CRITIC family and {@code cv} take;
 *     correlations are of normalised values in either case
 * @param sigma divisor of the standard deviation
 * @param keep which principal components {@code pca} keeps
 * @param combination how {@code combined} puts its parts together
 * @param parts methods that {@code combined} puts together, two or more; empty for other methods
 * @param isAsPrinted whether system weights hold as they stand, even if they do not sum to 1
 */
public record WeightOptions(
    @Key(or = "normalised") Basis basis,
    @Key(or = "population") Sigma sigma,
    @Key(or = "eigenvalue") Retention keep,
    @Key(value = "combine", or = "product") Combination combination,
    List<String> parts,
    boolean isAsPrinted)
    implements Serializable {

  /** What holds unless stated. */
  public static final WeightOptions DEFAULT =
      new WeightOptions(
          Basis.NORMALISED,
          Sigma.POPULATION,
          Retention.EIGENVALUE,
          Combination.PRODUCT,
          List.of(),
          false);

  public WeightOptions {
    parts = List.copyOf(parts);
    if (parts.size() == 1 || new HashSet<>(parts).size() < parts.size()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, "parts " + parts + ": needs two methods or more, each once");
    }
  }

  /** The same for one of the parts. */
  public WeightOptions ofPart() {
    return new WeightOptions(basis, sigma, keep, combination, List.of(), isAsPrinted);
  }

  /** Values whose mean and deviation count. */
  public enum Basis {
    NORMALISED,
    RAW
  }

  /** Divisor of the standard deviation: n, or n − 1. */
  public enum Sigma {
    POPULATION,
    SAMPLE
  }

  /** Components kept: those with an eigenvalue over 1, or the first that hold 85 % of variance. */
  public enum Retention {
    EIGENVALUE,
    SHARE
  }

  /** How shares of several methods become one. */
  public enum Combination {
    PRODUCT,
    MEAN
  }
}
