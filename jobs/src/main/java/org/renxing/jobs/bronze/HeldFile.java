package org.renxing.jobs.bronze;

import java.util.List;
import java.util.Optional;
import org.renxing.lake.Lake;
import org.renxing.lake.TableState;
import org.renxing.model.SourceSpec;
import org.renxing.run.Warning;

/**
 * A file that was taken in and is no longer there: what came of it still counts.
 *
 * @param kept what counts: rows or sums
 */
public record HeldFile(String source, String file, String kept) {
  private static final String OF_THIS_RUN = " (with the --env and --home of this run)";
  private static final String PLAIN = "[\\p{L}\\p{N}._/@%+=:,-]+";

  /** The warning that each run gives. */
  public Warning warning() {
    return new Warning(
        Warning.Kind.MISSING_FILE,
        "source %s: file %s is no longer there, and its %s still count; put it back, or drop them by %s"
            .formatted(source, file, kept, remedy()));
  }

  /** The command that drops what counts. */
  String command() {
    String end = file.startsWith("-") ? "-- " : "";
    return "bin/renxing forget " + end + source + " " + quoted(file);
  }

  /** The command for a message: it works on another lake unless it is told which. */
  public String remedy() {
    return command() + OF_THIS_RUN;
  }

  /**
   * What to add to a message that two rows say the same, or too many are set aside: a file may have
   * been renamed and edited. Empty where no file is missing.
   */
  public static String hint(List<SourceSpec> sources, Lake lake) {
    StringBuilder out = new StringBuilder();
    for (SourceSpec source : sources) {
      for (HeldFile held : of(source, lake)) {
        out.append(
            "\n  source %s still holds the rows of %s, which is no longer there; if it was renamed and edited, %s drops them"
                .formatted(held.source(), held.file(), held.remedy()));
      }
    }
    return out.toString();
  }

  /** Those of one source whose rows bronze holds. */
  public static List<HeldFile> of(SourceSpec source, Lake lake) {
    return of(source, lake.state(BronzeTables.name(source)), lake);
  }

  /** The same by a given record of the table. */
  public static List<HeldFile> of(SourceSpec source, Optional<TableState> state, Lake lake) {
    return TakenFiles.of(lake, BronzeTables.spec(source), state)
        .missing(SourceFiles.paths(source, lake.files()).keySet())
        .stream()
        .map(name -> new HeldFile(source.id(), name, "rows"))
        .toList();
  }

  private static String quoted(String name) {
    return name.matches(PLAIN) ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
