package org.renxing.jobs.cli.method;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.space.Places;
import picocli.CommandLine.Option;

/** Where units lie. */
@InHelp(HelpGroup.METHOD)
final class PlaceOptions {
  @Option(
      names = "--x",
      paramLabel = "COLUMN",
      description = "Column of x, towards east, or of longitudes.")
  private Optional<String> x;

  @Option(
      names = "--y",
      paramLabel = "COLUMN",
      description = "Column of y, towards north, or of latitudes.")
  private Optional<String> y;

  @Option(
      names = "--coordinates",
      paramLabel = "WHAT",
      defaultValue = "metres",
      description =
          "What x and y are: metres (default) or kilometres on a plane, or degrees, of which"
              + " distances are great circles in kilometres.")
  private Coordinates coordinates;

  /** What the figures of x and y are. */
  enum Coordinates {
    METRES(1000),
    KILOMETRES(1),
    DEGREES(1);

    private final double perKilometre;

    Coordinates(double perKilometre) {
      this.perKilometre = perKilometre;
    }
  }

  /** The places of the rows; NaN where missing. */
  Places of(UnitTable file) {
    double[] east = numbers(file, "--x", x);
    double[] north = numbers(file, "--y", y);
    if (coordinates != Coordinates.DEGREES) {
      return Places.plane(east, north);
    }
    requireWithin("--x", east, 180);
    requireWithin("--y", north, 90);
    return Places.globe(east, north);
  }

  private static double[] numbers(UnitTable file, String option, Optional<String> named) {
    String name =
        named.orElseThrow(
            () ->
                new RenxingException(
                    ErrorCode.USAGE, option + ": name the column of places, with --x and --y"));
    String column = file.cells().column(option, name);
    file.requireNumbers(List.of(column));
    return file.numbers(column);
  }

  private static void requireWithin(String option, double[] degrees, double limit) {
    Arrays.stream(degrees)
        .filter(v -> Math.abs(v) > limit)
        .boxed()
        .findFirst()
        .ifPresent(
            v -> {
              throw new RenxingException(
                  ErrorCode.DATA_CHECK,
                  option
                      + ": "
                      + v
                      + " is beyond "
                      + (int) limit
                      + " degrees; coordinates of a"
                      + " plane need --coordinates metres or kilometres");
            });
  }

  /** A distance between places in kilometres. */
  double kilometres(double distance) {
    return distance / coordinates.perKilometre;
  }

  /** A distance of so many kilometres as places state it. */
  double ofKilometres(double kilometres) {
    return kilometres * coordinates.perKilometre;
  }
}
