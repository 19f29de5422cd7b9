package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.numerics.CodePointOrder;
import org.renxing.space.GetisOrd;
import org.renxing.space.LocalStatistic;
import org.renxing.space.WeightMatrix;
import org.renxing.space.WeightedLocalMoran;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hot and cold spots of the values in a file. */
@Command(
    name = "hotspots",
    mixinStandardHelpOptions = true,
    header = "Getis-Ord G, Gi and Gi*, and local Moran's I of a column.",
    description =
        "One row a unit (and year) with the statistic, its z and its two-sided p-value; one row in"
            + " all (or a year) for g.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method hotspots --input cities.csv --id city --value score"
          + " --weights neighbours.csv --statistic gi*"
    })
@InHelp(HelpGroup.SPACE)
final class HotspotsCommand implements Callable<Integer> {
  private static final String MORAN = "local-moran";

  @Mixin private TableOptions table;
  @Mixin private SpatialWeightsOptions weights;

  @Option(
      names = "--value",
      required = true,
      paramLabel = "COLUMN",
      description = "Column of the values. A unit without a value is left out with its pairs.")
  private String value;

  @Option(
      names = "--statistic",
      paramLabel = "NAME",
      defaultValue = "gi*",
      description = "gi* (default), gi, g (of the map as a whole) or local-moran.")
  private String statistic;

  @Option(
      names = "--permutations",
      paramLabel = "N",
      defaultValue = "999",
      description = "local-moran: random arrangements of its pseudo p-values (999).")
  private int permutations;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "local-moran: of the random arrangements (1).")
  private long seed;

  @Override
  public Integer call() {
    if (!List.of("g", "gi", "gi*", MORAN).contains(statistic)) {
      throw new RenxingException(
          ErrorCode.USAGE, "--statistic " + statistic + ": gi*, gi, g or local-moran");
    }
    if (permutations < 1 || permutations > 99_999) {
      throw new RenxingException(
          ErrorCode.USAGE, "--permutations " + permutations + ": from 1 to 99999");
    }
    weights.require(table.output());
    UnitTable file = table.open().check();
    String column = file.cells().column("--value", value);
    file.requireNumbers(List.of(column));
    table.write(answer(file, file.numbers(column)));
    return 0;
  }

  private Answer answer(UnitTable file, double[] values) {
    String[] units =
        IntStream.range(0, file.size())
            .mapToObj(row -> file.cells().bare(row, file.keys().get(0)))
            .toArray(String[]::new);
    List<String> all = Arrays.stream(units).distinct().sorted(CodePointOrder.ASCENDING).toList();
    WeightMatrix matrix = weights.read(table.reading(), all);
    Map<String, Integer> placeOf = new HashMap<>();
    all.forEach(unit -> placeOf.put(unit, placeOf.size()));
    Map<Integer, List<Integer>> years = new TreeMap<>();
    IntStream.range(0, units.length)
        .boxed()
        .sorted(Comparator.comparing(row -> units[row], CodePointOrder.ASCENDING))
        .forEach(row -> years.computeIfAbsent(file.year(row), y -> new ArrayList<>()).add(row));
    Object[][] cells = new Object[units.length][];
    List<Object[]> maps = new ArrayList<>();
    years.forEach(
        (year, rows) -> {
          int[] known =
              rows.stream().filter(r -> !Double.isNaN(values[r])).mapToInt(r -> r).toArray();
          WeightMatrix among =
              weights.scaled(
                  matrix.among(Arrays.stream(known).map(r -> placeOf.get(units[r])).toArray()),
                  statistic.equals(MORAN)
                      ? SpatialWeightsOptions.Standardise.ROW
                      : SpatialWeightsOptions.Standardise.NONE);
          double[] x = Arrays.stream(known).mapToDouble(r -> values[r]).toArray();
          if (statistic.equals("g")) {
            maps.add(row(file.hasYear(), List.of(), year, GetisOrd.general(among, x)));
          } else {
            local(among, x, known, cells, file);
          }
        });
    if (statistic.equals("g")) {
      return answer(names(List.of(), file.hasYear()), maps);
    }
    for (int row = 0; row < cells.length; row++) {
      if (cells[row] == null) {
        LocalStatistic missing = new LocalStatistic(Double.NaN, Double.NaN, "MISSING");
        cells[row] = row(file.hasYear(), List.of(file.unit(row)), file.year(row), missing);
      }
    }
    return answer(names(List.of("unit"), file.hasYear()), Arrays.asList(cells));
  }

  private void local(
      WeightMatrix among, double[] x, int[] known, Object[][] cells, UnitTable file) {
    WeightedLocalMoran moran = new WeightedLocalMoran(among, x);
    List<LocalStatistic> found =
        switch (statistic) {
          case "gi" -> GetisOrd.local(among, x);
          case "gi*" -> GetisOrd.localWithSelf(among, x);
          default -> moran.statistics(WeightedLocalMoran.Moments.CONDITIONAL);
        };
    boolean isMoran = statistic.equals(MORAN);
    double[] pseudo = isMoran ? moran.pseudoPValues(permutations, seed) : new double[0];
    for (int s = 0; s < known.length; s++) {
      int row = known[s];
      List<Object> unit = List.of(file.unit(row));
      Object[] cell = row(file.hasYear(), unit, file.year(row), found.get(s));
      if (isMoran) {
        int end = cell.length - 4;
        cell[end] = Answer.text(moran.quadrant(s));
        cell[end + 1] = Answer.number(pseudo[s]);
        cell[end + 2] = Answer.number(WeightedLocalMoran.twoSided(pseudo[s]));
      }
      cells[row] = cell;
    }
  }

  private List<String> names(List<String> unit, boolean hasYear) {
    List<String> out = new ArrayList<>(unit);
    if (hasYear) {
      out.add("year");
    }
    out.addAll(List.of("statistic", "z", "p_value"));
    if (statistic.equals(MORAN)) {
      out.addAll(List.of("quadrant", "pseudo_p", "pseudo_p_two_sided"));
    }
    out.add("reason");
    return out;
  }

  private Object[] row(boolean hasYear, List<Object> unit, int year, LocalStatistic found) {
    List<Object> out = new ArrayList<>(unit);
    if (hasYear) {
      out.add(year);
    }
    out.add(Answer.number(found.value()));
    out.add(Answer.number(found.z()));
    out.add(Answer.number(found.pValue()));
    if (statistic.equals(MORAN)) {
      out.addAll(Arrays.asList(null, null, null));
    }
    out.add(Answer.text(found.reason()));
    return out.toArray();
  }

  private static Answer answer(List<String> names, List<Object[]> cells) {
    List<Row> rows = cells.stream().map(RowFactory::create).toList();
    return new Answer(names, rows);
  }
}
