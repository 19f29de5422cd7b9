package org.renxing.run;

import java.util.List;
import org.renxing.model.TableName;

/** One node of the plan: it makes one table from others. */
public interface Step {
  /** The table that it writes; also the step's name. */
  TableName output();

  /** The tables that it reads. */
  List<TableName> inputs();

  /** Those whose rows it reads in the same run, and not only their states. */
  default List<TableName> rowsRead() {
    return inputs();
  }

  /** The years that it covers, for people; may be empty. */
  default String years() {
    return "";
  }

  /** Does the work, or finds that there is none. */
  Outcome run(RunContext context);

  /** What {@link #run} would do, as far as can be told without doing it; writes nothing. */
  Outcome preview(RunContext context);

  /** How a step ended. */
  enum Status {
    DONE("ok"),
    UNCHANGED("unchanged, skipped"),
    WOULD_RUN("would run"),
    FAILED("failed");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    /** In words. */
    public String text() {
      return text;
    }
  }

  /**
   * What came of a step.
   *
   * @param rows rows that the table holds now; for bronze, rows added
   * @param parts the parts that were made
   * @param detail more for people; may be empty
   * @param warnings what was lost, left out or assumed
   */
  record Outcome(
      Status status, long rows, List<String> parts, String detail, List<Warning> warnings) {
    public Outcome {
      parts = List.copyOf(parts);
      warnings = List.copyOf(warnings);
    }

    /** Without warnings. */
    public Outcome(Status status, long rows, List<String> parts, String detail) {
      this(status, rows, parts, detail, List.of());
    }
  }
}
