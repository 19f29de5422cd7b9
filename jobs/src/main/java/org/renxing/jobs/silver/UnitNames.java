package org.renxing.jobs.silver;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.renxing.records.Fields;
import org.renxing.records.TableRecords;
import org.renxing.run.Inputs;
import org.renxing.run.SharedKey;

/** Which unit a code or name means in a year; see {@link UnitAlias}. */
public final class UnitNames implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final SharedKey<UnitNames> KEY = new SharedKey<>("unit names", "");
  private static final TableRecords<Candidate> CANDIDATES =
      TableRecords.of(
          UnitAlias.TABLE,
          List.of("alias", "rank", "unit_id", "valid_from", "valid_to"),
          UnitNames::candidate);
  private static final Comparator<Candidate> ORDER =
      Comparator.comparing(Candidate::rank)
          .thenComparing(Candidate::unit)
          .thenComparing(Candidate::from);
  private final HashMap<String, List<Candidate>> byAlias = new HashMap<>();

  /** A unit that an alias means in some years; those of the lowest rank are meant. */
  private record Candidate(String alias, int rank, String unit, int from, int to)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What a text means.
   *
   * @param unit empty where it means none, or may mean several
   * @param code what is wrong; empty for nothing
   * @param reason the same in words, with the value and what is allowed
   */
  public record Meaning(String unit, String code, String reason) {}

  private UnitNames(List<Candidate> candidates) {
    candidates.stream()
        .sorted(ORDER)
        .forEach(c -> byAlias.computeIfAbsent(c.alias(), a -> new ArrayList<>()).add(c));
  }

  /** All names of all units. */
  public static UnitNames of(Inputs inputs) {
    return inputs.shared(KEY, () -> new UnitNames(inputs.records(CANDIDATES).list()));
  }

  private static Candidate candidate(Fields row) {
    return new Candidate(
        row.text("alias"),
        row.whole("rank"),
        row.text("unit_id"),
        row.whole("valid_from"),
        row.whole("valid_to"));
  }

  /**
   * The unit that a text means in the division of a year.
   *
   * @param text empty for none
   */
  public Meaning of(String text, int year) {
    if (text.isEmpty()) {
      return new Meaning("", "EMPTY_UNIT", "the unit is empty");
    }
    List<Candidate> known = byAlias.getOrDefault(UnitAlias.key(text), List.of());
    if (known.isEmpty()) {
      return new Meaning("", "UNKNOWN_UNIT", "'" + text + "' is no known code or name of a unit");
    }
    List<Candidate> inYear =
        known.stream().filter(c -> c.from() <= year && c.to() >= year).toList();
    List<String> best =
        inYear.stream()
            .filter(c -> c.rank() == inYear.get(0).rank())
            .map(Candidate::unit)
            .distinct()
            .toList();
    return switch (best.size()) {
      case 0 -> notInYear(text, known.get(0), year);
      case 1 -> new Meaning(best.get(0), "", "");
      default ->
          new Meaning(
              "",
              "AMBIGUOUS_UNIT",
              "'" + text + "' may mean any of " + String.join(", ", best) + "; use the code");
    };
  }

  private static Meaning notInYear(String text, Candidate first, int year) {
    return new Meaning(
        "",
        "UNIT_NOT_VALID_IN_YEAR",
        "'%s' means unit %s from %s to %s, not in %s"
            .formatted(text, first.unit(), text(first.from()), text(first.to()), text(year)));
  }

  private static String text(int year) {
    return Integer.toString(year);
  }
}
