package org.renxing.jobs.silver;

import org.renxing.records.Accumulator;

/** What is told of all judged rows, in one pass over them. */
final class ReceivedSummary implements Accumulator<SourceRow, ReceivedSummary> {
  private static final long serialVersionUID = 1L;
  private final ObservedContent content = new ObservedContent();
  private final Tally.Sum<SourceRow> tallies = new Tally.Sum<>(SourceAccount::judged);

  @Override
  public void add(SourceRow row) {
    content.add(row);
    tallies.add(row);
  }

  @Override
  public void merge(ReceivedSummary other) {
    content.merge(other.content);
    tallies.merge(other.tallies);
  }

  /** The values of each base indicator. */
  ObservedContent content() {
    return content;
  }

  /** Rows and cells of each file and column. */
  Tally.Sum<SourceRow> tallies() {
    return tallies;
  }
}
