package org.renxing.jobs.silver;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What became of the rows and cells of one file or sheet, by column; whole rows under "". */
public final class FileCounts {
  private final String file;
  private final Map<String, Tally.Counts> byLabel = new TreeMap<>();
  private final Tally.Counts all = new Tally.Counts();

  FileCounts(String file) {
    this.file = file;
  }

  void add(String label, Tally.Counts counts) {
    byLabel.computeIfAbsent(label, k -> new Tally.Counts()).add(counts);
    all.add(counts);
  }

  /** All columns together. */
  Tally.Counts all() {
    return all;
  }

  /** A column whose commas and points can be read in two ways. */
  Optional<String> mixed() {
    return first(Tally.Counts::isMixed)
        .or(() -> all.isUnproven() ? first(c -> c.ambiguous() > 0) : Optional.empty())
        .map(label -> "file " + file + ", column " + label);
  }

  private Optional<String> first(Predicate<Tally.Counts> wanted) {
    return byLabel.entrySet().stream()
        .filter(e -> wanted.test(e.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * How much of a file is lost.
   *
   * @param lost rows, or cells of a file that lost a larger share of them: it may lose all cells
   *     and no row
   */
  public record Loss(String file, long lost, long used) {
    /** Share of those that came. */
    public double share() {
      return (double) lost / (lost + used);
    }

    Loss plus(Loss other) {
      return new Loss(file, lost + other.lost, used + other.used);
    }

    /** The file that lost the largest share, of several the first by name. */
    public static Optional<Loss> worst(Stream<Loss> files) {
      Map<String, Loss> byFile = new TreeMap<>();
      files.forEach(loss -> byFile.merge(loss.file(), loss, Loss::plus));
      return byFile.values().stream()
          .filter(loss -> loss.lost() + loss.used() > 0)
          .min(Comparator.comparing(loss -> -loss.share()));
    }
  }

  /** The loss of this file or sheet, under the name of its file. */
  Loss loss(String fileName) {
    long rows = all.rowsLost() + all.rowsUsed();
    double ofRows = rows == 0 ? 0 : (double) all.rowsLost() / rows;
    long cells = all.of(Tally.Kind.CELL_IN);
    double ofCells = cells == 0 ? 0 : (double) all.cellsLost() / cells;
    return ofCells > ofRows
        ? new Loss(fileName, all.cellsLost(), all.cellsUsed())
        : new Loss(fileName, all.rowsLost(), all.rowsUsed());
  }
}
