package org.renxing.typology;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.model.Typology;

/** Moves of units between types, from a year to the next. */
final class Moves {
  private final Typology typology;
  private final TreeMap<Integer, Map<String, Integer>> types = new TreeMap<>();
  private final TreeSet<Integer> held = new TreeSet<>();

  /**
   * Moves.
   *
   * @param found one a row, 0 for none
   */
  Moves(Typology typology, List<Observation> rows, int[] found) {
    this.typology = typology;
    for (int i = 0; i < found.length; i++) {
      if (found[i] > 0) {
        types
            .computeIfAbsent(rows.get(i).year(), year -> new TreeMap<>())
            .put(rows.get(i).unitId(), found[i]);
        held.add(found[i]);
      }
    }
  }

  /**
   * Those of each pair of years, then those of all together.
   *
   * @param step years from one to the next
   */
  List<Types.Move> rows(int step) {
    List<Types.Move> out = new ArrayList<>();
    long[][] all = counts();
    for (int year : types.keySet()) {
      if (types.containsKey(year + step)) {
        long[][] moves = counts();
        types.get(year).forEach((unit, from) -> count(moves, unit, from, year + step));
        types.get(year).forEach((unit, from) -> count(all, unit, from, year + step));
        out.addAll(rows(false, year, year + step, moves));
      }
    }
    if (!out.isEmpty()) {
      out.addAll(rows(true, types.firstKey(), types.lastKey(), all));
    }
    return out;
  }

  private long[][] counts() {
    int size = held.isEmpty() ? 0 : held.last() + 1;
    return new long[size][size];
  }

  private void count(long[][] moves, String unit, int from, int yearTo) {
    Integer to = types.get(yearTo).get(unit);
    if (to != null) {
      moves[from][to]++;
    }
  }

  private List<Types.Move> rows(boolean isPooled, int yearFrom, int yearTo, long[][] moves) {
    List<Types.Move> out = new ArrayList<>();
    for (int from : held) {
      long sum = 0;
      for (int to : held) {
        sum += moves[from][to];
      }
      for (int to : held) {
        out.add(
            new Types.Move(
                isPooled,
                yearFrom,
                yearTo,
                from,
                typology.typeName(from),
                to,
                typology.typeName(to),
                moves[from][to],
                sum == 0 ? Double.NaN : moves[from][to] / (double) sum));
      }
    }
    return out;
  }
}
