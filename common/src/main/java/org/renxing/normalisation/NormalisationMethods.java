package org.renxing.normalisation;

import java.util.List;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** The registry: every normalisation method, by the name that configuration uses. */
public final class NormalisationMethods {
  private static final List<NormalisationMethod<?>> ALL =
      List.of(
          new MinMax(),
          new ZScore(),
          new RankScore(),
          new DistanceToFrontier(),
          new Goalposts(),
          new Unscaled());

  private NormalisationMethods() {}

  /** The names that configuration may use. */
  public static List<String> names() {
    return ALL.stream().<String>map(NormalisationMethod::id).toList();
  }

  /**
   * The method of that name.
   *
   * @throws RenxingException CONFIGURATION where there is none
   */
  public static NormalisationMethod<?> of(String id) {
    return ALL.stream()
        .filter(method -> method.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.CONFIGURATION,
                    "normalisation: method '" + id + "' is unknown; allowed are " + names()));
  }
}
