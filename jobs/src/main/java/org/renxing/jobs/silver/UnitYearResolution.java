package org.renxing.jobs.silver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.renxing.cell.Blanks;
import org.renxing.cell.DecimalMark;
import org.renxing.cell.YearText;
import org.renxing.jobs.bronze.BronzeRow;
import org.renxing.records.Records;

/**
 * Finds the unit and year that a row is about and the values of its cells, or the reasons why not.
 * Each row is judged by itself; {@link SourcePrecedence} compares them.
 */
record UnitYearResolution(
    SourceRules rules, UnitNames units, Map<Correction.Key, Correction> corrections)
    implements Records.One<BronzeRow, SourceRow> {
  /** The reason of a cell that is no number. */
  static final String NOT_A_NUMBER = "NOT_A_NUMBER";

  /** The reason of a cell that is a number only if the other decimal mark is meant. */
  static final String DECIMAL_MARK = "DECIMAL_MARK";

  UnitYearResolution {
    corrections = Map.copyOf(corrections);
  }

  @Override
  public SourceRow of(BronzeRow row) {
    String yearText = text(row, rules.yearColumn());
    OptionalInt year = YearText.year(yearText);
    String vintageText = rules.vintage().text(row.cells(), row.file());
    Optional<String> vintage = VintageText.day(vintageText);
    Reason fault = RowReasons.of(row, yearText, year.isPresent());
    if (fault.isNone() && vintage.isEmpty()) {
      fault =
          new Reason(
              "NOT_A_DATE",
              "its vintage '" + vintageText + "' is no year, month (2020-05) or day (2020-05-31)");
    }
    UnitNames.Meaning meaning =
        fault.isNone() ? meaning(row, year.orElse(0)) : new UnitNames.Meaning("", fault);
    SourceRow bare =
        new SourceRow(
            rules.id(),
            rules.precedence(),
            rules.unitColumn(),
            row.file(),
            row.number(),
            row.hash(),
            meaning.unitId(),
            year.orElse(0),
            vintage.orElse(""),
            meaning.reason(),
            List.of(),
            row.cells());
    return bare.isPlaced() ? bare.with(cells(bare)) : bare;
  }

  private UnitNames.Meaning meaning(BronzeRow row, int year) {
    String unit = SourceRow.unitText(row.cells(), rules.unitColumn()).orElse("");
    return units.meaning(unit, rules.division() > 0 ? rules.division() : year);
  }

  /** The text of a cell without blanks at its ends; empty where it is not there. */
  private static String text(BronzeRow row, String column) {
    return Optional.ofNullable(row.cells().get(column)).map(Blanks::strip).orElse("");
  }

  private List<Cell> cells(SourceRow row) {
    List<Cell> out = new ArrayList<>();
    Map<String, String> raw = row.raw();
    if (rules.indicatorColumn().isEmpty()) {
      raw.forEach((label, text) -> cell(row, label, text).ifPresent(out::add));
    } else {
      Optional.ofNullable(raw.get(rules.indicatorColumn()))
          .flatMap(label -> cell(row, Blanks.strip(label), raw.get(rules.valueColumn())))
          .ifPresent(out::add);
    }
    return out;
  }

  /** A cell that is mapped and not empty. */
  private Optional<Cell> cell(SourceRow row, String label, String received) {
    SourceRules.Target target = rules.targets().get(label);
    if (target == null || received == null) {
      return Optional.empty();
    }
    String text = Blanks.strip(received);
    return rules.nullMarks().contains(text)
        ? Optional.empty()
        : Optional.of(cell(row, target, text));
  }

  private Cell cell(SourceRow row, SourceRules.Target target, String text) {
    double number = number(text, target.perCents());
    double given = number * target.times() / target.over();
    double value = Double.isFinite(given) ? given : Double.NaN;
    Correction correction =
        corrections.isEmpty()
            ? null
            : corrections.get(
                new Correction.Key(rules.id(), row.unitId(), row.year(), target.indicator()));
    double now = correction == null ? value : correction.value();
    Reason reason = Reason.NONE;
    if (Double.isNaN(now)) {
      reason =
          correction == null
              ? fault(text, number)
              : new Reason(
                  "CORRECTED_AWAY", "a reviewed correction sets it aside: " + correction.reason());
    }
    return new Cell(
        target.label(),
        target.indicator(),
        text,
        now,
        value,
        correction != null,
        reason,
        Cell.Winner.NONE);
  }

  private double number(String text, double perCents) {
    double number = rules.mark().value(text);
    return Double.isNaN(number) && !Double.isNaN(perCents)
        ? rules.mark().percentage(text).orElse(Double.NaN) / perCents
        : number;
  }

  private Reason fault(String text, double number) {
    if (!Double.isNaN(number)) {
      return new Reason(
          NOT_A_NUMBER, "'" + text + "' is too large for a double in the unit of its indicator");
    }
    DecimalMark.Fault fault = rules.mark().fault(text);
    return new Reason(
        fault == DecimalMark.Fault.OTHER_MARK ? DECIMAL_MARK : NOT_A_NUMBER,
        "'" + text + "' " + rules.mark().inWords(fault));
  }
}
