package org.renxing.jobs.cli.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * What is explained, and by what: {@code y ~ a + b}.
 *
 * @param response a column
 * @param regressors columns, one or more
 */
record SpatialFormula(String response, List<String> regressors) {
  SpatialFormula {
    regressors = List.copyOf(regressors);
  }

  /**
   * Reads a formula and finds its columns.
   *
   * @throws RenxingException USAGE for another form, and a column that is missing or named twice
   */
  static SpatialFormula of(String text, InputTable cells) {
    String[] sides = text.split("~", -1);
    if (sides.length != 2) {
      throw usage(text, "write it as 'y ~ a + b'");
    }
    List<String> all = new ArrayList<>(List.of(sides[0]));
    all.addAll(Arrays.asList(sides[1].split("\\+", -1)));
    List<String> columns = new ArrayList<>();
    for (String name : all) {
      if (name.isBlank()) {
        throw usage(text, "a column is missing; write it as 'y ~ a + b'");
      }
      String column = cells.column("--formula", name.strip());
      if (columns.contains(column)) {
        throw usage(text, "'" + column + "' is named twice");
      }
      columns.add(column);
    }
    return new SpatialFormula(columns.get(0), columns.subList(1, columns.size()));
  }

  private static RenxingException usage(String text, String what) {
    return new RenxingException(ErrorCode.USAGE, "--formula '" + text + "': " + what);
  }

  /** All columns, the response first. */
  List<String> columns() {
    List<String> out = new ArrayList<>(List.of(response));
    out.addAll(regressors);
    return out;
  }
}
