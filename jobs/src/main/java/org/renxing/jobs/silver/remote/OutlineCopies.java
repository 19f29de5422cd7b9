package org.renxing.jobs.silver.remote;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.renxing.geo.ZoneMap;
import org.renxing.jobs.silver.Reason;
import org.renxing.numerics.CodePointOrder;

/**
 * Outlines of which one unit and zone has several rows.
 *
 * <ul>
 *   <li>The same outline again, whatever its source: the first by source, file and row counts, the
 *       others are {@code DUPLICATE_OUTLINE}.
 *   <li>Different outlines: nobody can say which holds, so none counts. All rows of the unit are
 *       {@code OUTLINE_CONFLICT}, since a unit that lacks one of its outlines would get the areas
 *       of others wrong: without the outline of a zone the rest of the unit grows, and without its
 *       own the unit would be its zones.
 *   <li>Different rows of one source that says {@code outlines = parts} (islands, exclaves, pieces
 *       of a map): together they are the outline.
 * </ul>
 */
final class OutlineCopies {
  private static final Comparator<RemoteObservation> ORDER =
      Comparator.comparing(RemoteObservation::source, CodePointOrder.ASCENDING)
          .thenComparing(RemoteRows.ORDER);

  private OutlineCopies() {}

  /**
   * The same rows, with these faults, in the order of sources, files and rows.
   *
   * @param rows with a zone, empty for the whole unit; faulty ones are left as they are
   * @param inParts ids of sources whose outlines come in parts
   */
  static List<RemoteObservation> judge(
      Collection<RemoteObservation> rows, Collection<String> inParts) {
    List<RemoteObservation> sorted = rows.stream().sorted(ORDER).toList();
    Map<String, Map<String, List<RemoteObservation>>> units = new TreeMap<>();
    for (RemoteObservation row : sorted) {
      if (row.isSound()) {
        units
            .computeIfAbsent(row.unit(), u -> new TreeMap<>(CodePointOrder.ASCENDING))
            .computeIfAbsent(row.zone(), z -> new ArrayList<>())
            .add(row);
      }
    }
    Map<String, String> unclear = new TreeMap<>();
    units.forEach(
        (unit, zones) -> unclear(zones, inParts).ifPresent(zone -> unclear.put(unit, zone)));
    Set<List<Object>> seen = new HashSet<>();
    List<RemoteObservation> out = new ArrayList<>();
    for (RemoteObservation row : sorted) {
      Optional<String> where = Optional.ofNullable(unclear.get(row.unit()));
      if (!row.isSound()) {
        out.add(row);
      } else if (where.isPresent()) {
        out.add(row.or(conflict(row, where.get())));
      } else {
        boolean isNew = seen.add(List.of(row.unit(), row.zone(), shape(row)));
        out.add(isNew ? row : row.or(again(row)));
      }
    }
    return out;
  }

  /** The outline of a unit of which several differ, in words; of several the first. */
  private static Optional<String> unclear(
      Map<String, List<RemoteObservation>> zones, Collection<String> inParts) {
    return zones.entrySet().stream()
        // a zone of a reserved name counts nowhere, and says nothing of its unit
        .filter(zone -> !zone.getKey().equals(ZoneMap.OTHER) && !zone.getKey().equals("all"))
        .filter(zone -> differs(zone.getValue(), inParts))
        .map(zone -> where(zone.getKey()))
        .min(CodePointOrder.ASCENDING);
  }

  private static boolean differs(List<RemoteObservation> rows, Collection<String> inParts) {
    boolean isSeveral = rows.stream().map(OutlineCopies::shape).distinct().count() > 1;
    boolean isOfOneSource = rows.stream().map(RemoteObservation::source).distinct().count() == 1;
    return isSeveral && !(isOfOneSource && inParts.contains(rows.get(0).source()));
  }

  /** Equal where the bytes of outlines are. */
  private static ByteBuffer shape(RemoteObservation row) {
    return ByteBuffer.wrap(row.place().bytes());
  }

  private static String where(String zone) {
    return zone.isEmpty() ? "the whole unit" : "zone '" + zone + "'";
  }

  private static Reason conflict(RemoteObservation row, String where) {
    return new Reason(
        "OUTLINE_CONFLICT",
        "unit "
            + row.unit()
            + " has several outlines of "
            + where
            + " that differ, and none of the unit is used: leave one of them, or say"
            + " outlines = parts in their source where all are parts of one");
  }

  private static Reason again(RemoteObservation row) {
    return new Reason(
        "DUPLICATE_OUTLINE",
        "unit " + row.unit() + ": an earlier row gives the same outline of " + where(row.zone()));
  }
}
