package org.renxing.jobs.silver;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;

/** Which unit a code or name means in a year, by silver.unit_alias. */
public final class UnitNames implements Serializable {
  /** The reason of a text that no unit is called by. */
  static final String UNKNOWN = "UNKNOWN_UNIT";

  private static final long serialVersionUID = 1L;
  private static final SharedKey<UnitNames> NAMES = new SharedKey<>("unit names", "");
  private static final Comparator<Alias> FIRST =
      Comparator.comparingInt(Alias::rank)
          .thenComparing(Alias::unitId)
          .thenComparingInt(Alias::validFrom);

  private static final TableRecords<Alias> ROWS =
      TableRecords.of(
          UnitAlias.TABLE,
          List.of("alias", "unit_id", "valid_from", "valid_to", "rank"),
          row ->
              new Alias(
                  row.text("alias"),
                  row.text("unit_id"),
                  row.whole("valid_from"),
                  row.whole("valid_to"),
                  row.whole("rank")));

  private final HashMap<String, List<Alias>> byText = new HashMap<>();

  /**
   * A text by which a unit may be called, in some years.
   *
   * @param text as {@link UnitAlias#key} makes it
   * @param rank of several units in a year those of the lowest one are meant
   */
  public record Alias(String text, String unitId, int validFrom, int validTo, int rank)
      implements Serializable {}

  /**
   * The unit that a text means.
   *
   * @param unitId empty where it means none
   * @param reason why it does not mean one
   */
  public record Meaning(String unitId, Reason reason) {}

  /** All names of all units. */
  public UnitNames(List<Alias> aliases) {
    aliases.forEach(a -> byText.computeIfAbsent(a.text(), k -> new ArrayList<>()).add(a));
    byText.values().forEach(all -> all.sort(FIRST));
  }

  /** All of them. */
  public static UnitNames of(Inputs inputs) {
    return inputs.shared(NAMES, () -> new UnitNames(inputs.records(ROWS).list()));
  }

  /** The unit that a text means in the division of a year. */
  public Meaning meaning(String text, int year) {
    if (text.isEmpty()) {
      return none("EMPTY_UNIT", "the unit is empty");
    }
    List<Alias> known = byText.getOrDefault(UnitAlias.key(text), List.of());
    if (known.isEmpty()) {
      return none(UNKNOWN, "'" + text + "' is no known code or name of a unit");
    }
    List<Alias> inYear =
        known.stream().filter(a -> a.validFrom() <= year && year <= a.validTo()).toList();
    List<String> best =
        inYear.stream()
            .filter(a -> a.rank() == inYear.get(0).rank())
            .map(Alias::unitId)
            .distinct()
            .toList();
    return switch (best.size()) {
      case 0 -> none("UNIT_NOT_VALID_IN_YEAR", "'" + text + "' means " + otherwise(known, year));
      case 1 -> new Meaning(best.get(0), Reason.NONE);
      default ->
          none(
              "AMBIGUOUS_UNIT",
              "'" + text + "' may mean any of " + String.join(", ", best) + "; use the code");
    };
  }

  private static String otherwise(List<Alias> known, int year) {
    Alias first = known.get(0);
    return "unit "
        + first.unitId()
        + " from "
        + first.validFrom()
        + " to "
        + first.validTo()
        + ", not in "
        + year;
  }

  private static Meaning none(String code, String text) {
    return new Meaning("", new Reason(code, text));
  }
}
