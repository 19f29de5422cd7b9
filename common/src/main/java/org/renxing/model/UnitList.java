package org.renxing.model;

import java.util.List;

/** The form of units.csv, and of the files beside it: CSV, one row a unit and period. */
public final class UnitList {
  /** The columns, in their order. */
  public static final List<String> COLUMNS =
      List.of(
          "unit_id",
          "code",
          "name_zh",
          "name_en",
          "level",
          "parent_id",
          "valid_from",
          "valid_to",
          "lon",
          "lat",
          "successor_id",
          "note");

  private UnitList() {}
}
