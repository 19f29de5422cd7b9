package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.space.GravityNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The gravity network of the cities in a file. */
@Command(
    name = "gravity",
    mixinStandardHelpOptions = true,
    header = "Gravity network between cities: degrees and strengths.",
    description =
        "One row a city: links that it sends and receives, and the sums of its flows S_i S_j / d^b,"
            + " with distances in kilometres.",
    footer = {
      "",
      "Example:",
      "  bin/renxing method gravity --input cities.csv --id city --x lon --y lat"
          + " --coordinates degrees --size gdp"
    })
@InHelp(HelpGroup.SPACE)
final class GravityCommand implements Callable<Integer> {
  @Mixin private TableOptions table;
  @Mixin private PlaceOptions places;

  @Option(
      names = "--size",
      required = true,
      paramLabel = "COLUMN",
      description = "Column of sizes S, above 0, such as a score or GDP.")
  private String size;

  @Option(
      names = "--power",
      paramLabel = "B",
      defaultValue = "2",
      description = "Power of the distance (2).")
  private double power;

  @Option(
      names = "--asymmetric",
      description = "Flows from i are multiplied by S_i/(S_i + S_j), so that directions differ.")
  private boolean isAsymmetric;

  @Override
  public Integer call() {
    if (!(power > 0 && power < 100)) {
      throw new RenxingException(ErrorCode.USAGE, "--power " + power + ": above 0, below 100");
    }
    UnitTable file = table.open().check();
    String column = file.cells().column("--size", size);
    file.requireNumbers(List.of(column));
    Map<Integer, List<Integer>> years = new LinkedHashMap<>();
    for (int row = 0; row < file.size(); row++) {
      years.computeIfAbsent(file.year(row), y -> new ArrayList<>()).add(row);
    }
    Object[][] cells = new Object[file.size()][];
    double[] sizes = file.numbers(column);
    years.values().forEach(rows -> network(file, rows, sizes, cells));
    List<String> names = new ArrayList<>(List.of("unit"));
    if (file.hasYear()) {
      names.add("year");
    }
    names.addAll(List.of("out_degree", "in_degree", "out_strength", "in_strength", "reason"));
    List<Row> rows = new ArrayList<>();
    for (Object[] cell : cells) {
      rows.add(RowFactory.create(cell));
    }
    table.write(new Answer(names, rows));
    return 0;
  }

  private void network(UnitTable file, List<Integer> rows, double[] sizes, Object[][] cells) {
    int[] order = rows.stream().mapToInt(Integer::intValue).toArray();
    double[] some = rows.stream().mapToDouble(row -> sizes[row]).toArray();
    // a flow in kilometres is that of the coordinates times a constant
    double unit = Math.pow(places.ofKilometres(1), power);
    List<GravityNetwork.Node> nodes =
        GravityNetwork.of(places.of(file).among(order), some, power, isAsymmetric).nodes();
    for (int s = 0; s < order.length; s++) {
      GravityNetwork.Node node = nodes.get(s);
      List<Object> cell = new ArrayList<>(List.of(file.unit(order[s])));
      if (file.hasYear()) {
        cell.add(file.year(order[s]));
      }
      cell.addAll(List.of(node.outDegree(), node.inDegree()));
      cell.add(Answer.number(node.outStrength() * unit));
      cell.add(Answer.number(node.inStrength() * unit));
      cell.add(Answer.text(node.reason()));
      cells[order[s]] = cell.toArray();
    }
  }
}
