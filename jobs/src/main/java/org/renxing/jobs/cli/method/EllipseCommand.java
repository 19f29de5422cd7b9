package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.space.Centrography;
import org.renxing.space.Places;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Mean centre, its shift, standard distance and standard deviational ellipse. */
@Command(
    name = "ellipse",
    mixinStandardHelpOptions = true,
    header = "Mean centre and its shift, standard distance, standard deviational ellipse.",
    description =
        "One row a period. Axes are half-lengths in the unit of x and y, or in kilometres with"
            + " --coordinates degrees.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method ellipse --input cities.csv --id city --x lon --y lat"
          + " --coordinates degrees --weight gdp --period year"
    })
@InHelp(HelpGroup.SPACE)
final class EllipseCommand implements Callable<Integer> {
  private static final List<String> NAMES =
      List.of(
          "x", "y", "major", "minor", "angle_deg", "standard_distance", "shift_km", "n", "reason");

  @Mixin private TableOptions table;
  @Mixin private PlaceOptions places;

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "Column of weights, 0 or more, such as GDP; 1 each unless given.")
  private Optional<String> weight;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      defaultValue = "plain",
      description =
          "plain (default): standard deviations along the axes; crimestat: by √2 larger, divisor"
              + " Σw - 2; arcgis: by √2 larger, divisor Σw.")
  private Centrography.Form form;

  @Override
  public Integer call() {
    UnitTable file = table.open().check();
    Places all = places.of(file);
    double[] weights = weights(file);
    Map<Integer, double[]> years = new TreeMap<>();
    for (int row = 0; row < weights.length; row++) {
      years.computeIfAbsent(file.year(row), y -> new double[weights.length])[row] = weights[row];
    }
    List<String> names = new ArrayList<>();
    if (file.hasYear()) {
      names.add("period");
    }
    names.addAll(NAMES);
    List<Row> rows = new ArrayList<>();
    Optional<Centrography> before = Optional.empty();
    for (Map.Entry<Integer, double[]> year : years.entrySet()) {
      Centrography found = Centrography.of(all, year.getValue(), form);
      double shift = before.map(b -> places.kilometres(found.shiftFrom(b, all))).orElse(Double.NaN);
      List<Object> cells = new ArrayList<>();
      if (file.hasYear()) {
        cells.add(year.getKey());
      }
      cells.addAll(cells(found, shift));
      rows.add(RowFactory.create(cells.toArray()));
      before = found.n() > 0 ? Optional.of(found) : before;
    }
    table.write(new Answer(names, rows));
    return 0;
  }

  private double[] weights(UnitTable file) {
    double[] out = new double[file.size()];
    Arrays.fill(out, 1);
    weight.ifPresent(
        name -> {
          String column = file.cells().column("--weight", name);
          for (int row = 0; row < out.length; row++) {
            out[row] =
                file.cells().quantity(row, column, " (" + file.who(row) + ")").orElse(Double.NaN);
          }
        });
    return out;
  }

  private static List<Object> cells(Centrography found, double shift) {
    List<Object> out = new ArrayList<>();
    double[] figures = {
      found.x(),
      found.y(),
      found.major(),
      found.minor(),
      found.angle(),
      found.standardDistance(),
      shift
    };
    for (double figure : figures) {
      out.add(Answer.number(figure));
    }
    out.add(found.n());
    out.add(Answer.text(found.reason()));
    return out;
  }
}
