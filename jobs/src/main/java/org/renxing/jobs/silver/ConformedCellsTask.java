package org.renxing.jobs.silver;

import java.util.List;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;
import org.renxing.model.TableName;

/** What the tables made from judged cells have in common. */
abstract class ConformedCellsTask extends ReceivedTask {
  private final ConformedCells cells;

  /**
   * A table from judged cells.
   *
   * @param others tables that it reads too, or that come before it as they compute what all share
   */
  ConformedCellsTask(
      List<SourceSpec> sources, Settings settings, Corrections corrections, TableName... others) {
    super(sources, List.of(others));
    this.cells = new ConformedCells(sources, settings, corrections);
  }

  ConformedCells reception() {
    return cells;
  }

  @Override
  public String configuration(String part) {
    return cells.configuration();
  }
}
