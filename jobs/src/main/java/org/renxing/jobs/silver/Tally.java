package org.renxing.jobs.silver;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.renxing.cell.DecimalMark;
import org.renxing.records.Accumulator;
import org.renxing.records.Records;

/** A row or cell of a source in an account, and what became of it. */
public record Tally(Place place, Kind kind) implements Serializable {

  /**
   * A column of a file.
   *
   * @param label empty for whole rows
   */
  public record Place(String sourceId, String file, String label) implements Serializable {
    /** By hand, since it is asked for each of millions of cells. */
    @Override
    public int hashCode() {
      return 31 * (31 * sourceId.hashCode() + file.hashCode()) + label.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Place there
          && label.equals(there.label)
          && file.equals(there.file)
          && sourceId.equals(there.sourceId);
    }
  }

  /** This one alone. */
  public Iterator<Tally> itself() {
    return List.of(this).iterator();
  }

  /** What a tally counts. */
  public enum Kind {
    ROW_VALID,
    ROW_ASIDE,
    NOTE,
    CELL_IN,
    CELL_PLAIN,
    CELL_GROUPED,
    CELL_AMBIGUOUS,
    CELL_PROOF,
    CELL_ASIDE,
    CELL_OTHER_MARK;

    /**
     * That of what is set aside.
     *
     * @param label empty for a whole row
     */
    static Kind aside(String label, String reason) {
      if (label.isEmpty()) {
        return reason.equals(RowReasons.FOOTNOTE) ? NOTE : ROW_ASIDE;
      }
      return reason.equals(UnitYearResolution.DECIMAL_MARK) ? CELL_OTHER_MARK : CELL_ASIDE;
    }

    /** That of a used cell. */
    static Kind of(DecimalMark.Form form) {
      return switch (form) {
        case GROUPED -> CELL_GROUPED;
        case AMBIGUOUS -> CELL_AMBIGUOUS;
        case PROOF -> CELL_PROOF;
        case PLAIN -> CELL_PLAIN;
      };
    }
  }

  /** How many there are of each kind. */
  public static final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;
    private final EnumMap<Kind, Long> counts = new EnumMap<>(Kind.class);

    void add(Counts other) {
      other.counts.forEach(this::add);
    }

    private void add(Kind kind, long more) {
      counts.merge(kind, more, Long::sum);
    }

    /** How many there are of some kinds together. */
    long of(Kind... kinds) {
      long out = 0;
      for (Kind kind : kinds) {
        out += counts.getOrDefault(kind, 0L);
      }
      return out;
    }

    /** Rows that are used. */
    public long rowsUsed() {
      return of(Kind.ROW_VALID);
    }

    /** Rows that were set aside whole. */
    public long rowsLost() {
      return of(Kind.ROW_ASIDE);
    }

    /** Notes below tables, which are no data. */
    public long rowsNoted() {
      return of(Kind.NOTE);
    }

    long cellsUsed() {
      return of(Kind.CELL_PLAIN, Kind.CELL_GROUPED, Kind.CELL_AMBIGUOUS, Kind.CELL_PROOF);
    }

    long cellsLost() {
      return of(Kind.CELL_ASIDE, Kind.CELL_OTHER_MARK);
    }

    /** Whether commas are read in two ways. */
    boolean isMixed() {
      return of(Kind.CELL_OTHER_MARK) > 0 && of(Kind.CELL_GROUPED) > 0;
    }

    /** Numbers that the other mark would make others. */
    long ambiguous() {
      return of(Kind.CELL_GROUPED, Kind.CELL_AMBIGUOUS);
    }

    /** Whether nothing shows that the declared mark is right, and something that it is not. */
    boolean isUnproven() {
      return of(Kind.CELL_OTHER_MARK) > 0 && ambiguous() > 0 && of(Kind.CELL_PROOF) == 0;
    }
  }

  /** The counts of each place in records with some tallies each. */
  static final class Sum<T extends Serializable> implements Accumulator<T, Sum<T>> {
    private static final long serialVersionUID = 1L;
    private final HashMap<Place, Counts> byPlace = new HashMap<>();
    private final Records.Each<T, Tally> tallies;

    Sum(Records.Each<T, Tally> tallies) {
      this.tallies = tallies;
    }

    @Override
    public void add(T record) {
      tallies.of(record).forEachRemaining(t -> of(t.place()).add(t.kind(), 1));
    }

    @Override
    public void merge(Sum<T> other) {
      other.byPlace.forEach((place, counts) -> of(place).add(counts));
    }

    private Counts of(Place place) {
      return byPlace.computeIfAbsent(place, p -> new Counts());
    }

    Map<Place, Counts> byPlace() {
      return Map.copyOf(byPlace);
    }
  }
}
