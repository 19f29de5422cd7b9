package org.renxing.jobs.trace;

import java.util.List;
import java.util.Optional;

/**
 * A base indicator of the unit and year: what sources give, and what enters the expression.
 *
 * @param unitOfMeasure the unit in which silver keeps it
 * @param observed the value that counts; empty where no source gives one
 * @param adjusted what the scenario makes of it by merging boundaries or by constant prices; empty
 *     where it leaves it as it is
 * @param value what enters the expression: {@code observed}, the adjusted value where there is an
 *     adjustment, or the imputed value where the scenario imputes base indicators
 * @param imputed how the value was filled in, where the scenario imputes base indicators
 * @param sources all sources of the cell; of several the preferred one counts
 * @param setAside cells that were received for it and not used
 */
public record BaseTrace(
    String code,
    String nameEn,
    String unitOfMeasure,
    Optional<Double> observed,
    Optional<Adjusted> adjusted,
    Optional<Double> value,
    Optional<Imputed> imputed,
    List<SourceValue> sources,
    List<SetAside> setAside) {

  public BaseTrace {
    sources = List.copyOf(sources);
    setAside = List.copyOf(setAside);
  }

  /**
   * What one source gives.
   *
   * @param precedence lower wins
   * @param rowNumber line of the file; the head is line 1
   * @param textAsReceived the cell in bronze, blanks and all; empty where bronze has no such row
   * @param valueText the text that was read
   * @param conversion from the source's unit of measure to that of silver; empty where the
   *     configuration no longer maps the column
   * @param value in the unit of measure of silver, after corrections
   * @param valueAsReceived before corrections, where silver keeps it
   * @param flag CORRECTED where a reviewed correction changed it
   * @param vintage edition of the source, where silver keeps it
   */
  public record SourceValue(
      String sourceId,
      boolean isPreferred,
      int precedence,
      String sourceFile,
      long rowNumber,
      String columnLabel,
      Optional<Receipt> receipt,
      Optional<String> textAsReceived,
      String valueText,
      Optional<Double> number,
      Optional<Conversion> conversion,
      double value,
      Optional<Double> valueAsReceived,
      Optional<String> flag,
      Optional<String> vintage) {}

  /**
   * The bronze row.
   *
   * @param unitText unit as the source writes it
   * @param yearText year as the source writes it
   */
  public record Receipt(
      String table,
      Optional<String> unitText,
      Optional<String> yearText,
      int ingestSeq,
      String ingestedAt,
      String runId) {}

  /** value = number × times ÷ over; one of the two is 1. */
  public record Conversion(String from, String to, double times, double over) {}

  /** A cell in quarantine. */
  public record SetAside(
      String sourceId,
      String sourceFile,
      long rowNumber,
      String columnLabel,
      Optional<String> valueText,
      String reasonCode,
      String reason) {}
}
