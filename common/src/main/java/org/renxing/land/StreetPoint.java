package org.renxing.land;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.renxing.records.Fields;

/**
 * A point on a street, scored on the dimensions of disorder.
 *
 * @param scores in the order of {@link DisorderScores#DIMENSIONS}; NaN where there is none
 */
public record StreetPoint(String unit, String zone, int year, List<Double> scores)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** What {@link #of} asks for. */
  public static final List<String> COLUMNS =
      Stream.concat(Stream.of("unit_id", "zone", "year"), DisorderScores.DIMENSIONS.stream())
          .toList();

  public StreetPoint {
    scores = List.copyOf(scores);
  }

  /** Reads a row of silver.street_view_point. */
  public static StreetPoint of(Fields row) {
    return new StreetPoint(
        row.text("unit_id"),
        row.optionalText("zone").orElse("other"),
        row.whole("year"),
        DisorderScores.DIMENSIONS.stream().map(row::number).toList());
  }
}
