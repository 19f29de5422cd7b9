package org.renxing.jobs.gold.quality;

import java.io.Serializable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.renxing.lake.Fingerprint;
import org.renxing.records.Accumulator;
import org.renxing.records.TableRecords;

/** The suspects of each indicator as one number, which says whether they are the same. */
final class SuspectHashes implements Accumulator<SuspectHashes.Mark, SuspectHashes> {
  private static final long serialVersionUID = 1L;
  private static final int HEX = 16;

  /** How rows of the table are read. */
  static final TableRecords<Mark> ROWS =
      TableRecords.of(
          SuspectValue.TABLE,
          List.of("unit_id", "year", "indicator_code", "kind", "level"),
          row ->
              new Mark(
                  row.text("indicator_code"),
                  String.join(
                      " ",
                      row.text("unit_id"),
                      Integer.toString(row.whole("year")),
                      row.text("kind"),
                      row.text("level"))));

  private final TreeMap<String, Long> byIndicator = new TreeMap<>();

  /** A suspect: what concerns those who use the indicator. */
  record Mark(String code, String text) implements Serializable {}

  @Override
  public void add(Mark mark) {
    add(mark.code(), Long.parseUnsignedLong(Fingerprint.of(mark.text()), HEX));
  }

  @Override
  public void merge(SuspectHashes other) {
    other.byIndicator.forEach(this::add);
  }

  private void add(String code, long hash) {
    byIndicator.merge(code, hash, Long::sum);
  }

  /** The sums of the hashes of all suspects. */
  SortedMap<String, Long> byIndicator() {
    return byIndicator;
  }
}
