package org.renxing.jobs.trace;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.renxing.jobs.silver.UnitAlias;
import org.renxing.lake.Lake;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Finds the unit that a text means, as sources may name it: code or name, Chinese or English. */
final class UnitFinder {
  private static final int SHOWN = 8;
  private final String scenario;
  private final Map<String, Trace.Unit> units = new LinkedHashMap<>();
  private final List<Fields> aliases;
  private final String text;

  /**
   * Reads the units of a scenario and what the text may mean.
   *
   * @param dimension gold.dim_unit of the scenario
   */
  UnitFinder(Lake lake, Dataset<Row> dimension, String scenario, String text) {
    this.scenario = scenario;
    this.text = text;
    CollectedRows found =
        new CollectedRows()
            .add(
                "unit",
                dimension
                    .where(col("is_newest"))
                    .select("unit_id", "name_zh", "name_en", "province_name"))
            .add(
                "alias",
                lake.read(UnitAlias.TABLE).where(col("alias").equalTo(UnitAlias.key(text))))
            .read();
    found.rows("unit").forEach(u -> units.put(u.key("unit_id"), unit(u)));
    aliases = found.rows("alias");
  }

  private static Trace.Unit unit(Fields row) {
    return new Trace.Unit(
        row.key("unit_id"), row.key("name_zh"), row.text("name_en"), row.text("province_name"));
  }

  /**
   * The unit; of several that bear the name, the one that bears it in the year.
   *
   * @throws RenxingException USAGE where none or several units are meant
   */
  Trace.Unit find(int year) {
    List<Fields> here = aliases.stream().filter(a -> units.containsKey(id(a))).toList();
    List<Fields> inYear =
        here.stream()
            .filter(a -> a.count("valid_from") <= year && year <= a.count("valid_to"))
            .toList();
    List<String> ids =
        (inYear.isEmpty() ? here : inYear)
            .stream().map(UnitFinder::id).distinct().sorted().toList();
    if (ids.size() == 1) {
      return units.get(ids.get(0));
    }
    throw new RenxingException(ErrorCode.USAGE, ids.isEmpty() ? unknown() : ambiguous(ids));
  }

  private static String id(Fields alias) {
    return alias.key("unit_id");
  }

  private String ambiguous(List<String> ids) {
    return "unit '"
        + text
        + "': means several units of scenario "
        + scenario
        + ": "
        + ids.stream().map(id -> units.get(id).toString()).collect(Collectors.joining(", "))
        + "; give the code";
  }

  private String unknown() {
    String elsewhere = aliases.isEmpty() ? "" : " (it is a unit, but not of the scenario's levels)";
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    List<String> near =
        units.values().stream()
            .map(Trace.Unit::toString)
            .filter(u -> isNear(u.toLowerCase(Locale.ROOT), wanted))
            .limit(SHOWN)
            .toList();
    String like = near.isEmpty() ? "" : "; of a like name or code: " + String.join(", ", near);
    return "unit '"
        + text
        + "': none of the "
        + units.size()
        + " units of scenario "
        + scenario
        + elsewhere
        + like
        + "; give a code or name of gold.dim_unit";
  }

  private static boolean isNear(String unit, String wanted) {
    int enough = Math.min(wanted.length(), wanted.codePoints().anyMatch(c -> c > 0x2E00) ? 1 : 4);
    return enough > 0 && unit.contains(wanted.substring(0, enough));
  }
}
