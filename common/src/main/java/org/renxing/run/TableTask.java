package org.renxing.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renxing.lake.TableState;
import org.renxing.model.TableName;
import org.renxing.model.TableSpec;
import org.renxing.records.TableRows;

/** How one table is made: from which tables, from what part of the configuration, and by what. */
public interface TableTask {
  /** The table. */
  TableSpec spec();

  /** Tables that it reads; a change of their content makes it again. */
  List<TableName> inputs();

  /**
   * Scenario ids, or by default {@link TableState#WHOLE}, the table in one; empty where there is
   * nothing to make.
   */
  default List<String> parts() {
    return List.of(TableState.WHOLE);
  }

  /** The part of the configuration on which the rows of a part depend, as stable text. */
  String configuration(String part);

  /**
   * The same, where it depends on what is stored of the table too.
   *
   * @param now empty where it was never written; see {@link org.renxing.lake.Lake#stored}
   */
  default String configuration(String part, Optional<TableState> now) {
    return configuration(part);
  }

  /** What was lost, left out or assumed in what is stored of the table now. */
  default List<Warning> warnings(Optional<TableState> now) {
    return List.of();
  }

  /** The years that it covers, for people; may be empty. */
  default String years() {
    return "";
  }

  /** The rows of one part: a lazy plan, or rows that kernels have made here. */
  TableRows rows(String part, Inputs inputs);

  /**
   * Whether the rows of {@link #rows} come cheaply from what the run keeps anyway ({@link
   * Inputs#shared}), so that later steps may ask for them again.
   */
  default boolean isCheapToRepeat() {
    return false;
  }

  /**
   * The content of an input as far as a part depends on it: by default all of the part of that
   * name, or of the whole table.
   */
  default String contentOf(TableName input, TableState state, String part) {
    return state.contentOf(part);
  }

  /**
   * Facts of the rows just written that {@link #contentOf} of other tasks or {@link #warnings} ask
   * for.
   */
  default Map<String, String> notes(Inputs inputs) {
    return Map.of();
  }

  /** What to add to the message where rows break a check; asked only then. */
  default String explain(Inputs inputs) {
    return "";
  }
}
