package org.renxing.regression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/**
 * Units and times of rows.
 *
 * @param unit the unit of each row, from 0 without gaps
 * @param time the time of each row, such as a year
 */
@SuppressWarnings("ArrayRecordComponent") // an immutable result
public record PanelRows(int[] unit, int[] time) {
  /**
   * Checks that each row has both.
   *
   * @throws IllegalArgumentException where it has not
   */
  public PanelRows {
    if (unit.length != time.length) {
      throw new IllegalArgumentException("units and times differ in number");
    }
  }

  /** The rows of units by name; units are numbered in the order of their first rows. */
  public static PanelRows of(List<String> units, int[] times) {
    Map<String, Integer> codes = new HashMap<>();
    int[] unit = new int[units.size()];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = codes.computeIfAbsent(units.get(i), name -> codes.size());
    }
    return new PanelRows(unit, times.clone());
  }

  /** How many rows. */
  public int size() {
    return unit.length;
  }

  /** How many units. */
  public int units() {
    return Arrays.stream(unit).max().orElse(-1) + 1;
  }

  /** The distinct times, upwards. */
  public int[] times() {
    return Arrays.stream(time).distinct().sorted().toArray();
  }

  /** The place of each row's time among {@link #times}. */
  public int[] periods() {
    int[] times = times();
    return Arrays.stream(time).map(t -> Arrays.binarySearch(times, t)).toArray();
  }

  /** Some of the rows; their units are numbered anew, in the same order. */
  public PanelRows select(int[] rows) {
    int[] units = Arrays.stream(rows).map(r -> unit[r]).toArray();
    int[] known = Arrays.stream(units).distinct().sorted().toArray();
    return new PanelRows(
        Arrays.stream(units).map(u -> Arrays.binarySearch(known, u)).toArray(),
        Arrays.stream(rows).map(r -> time[r]).toArray());
  }

  /**
   * For each row the row of the same unit some time before; −1 where there is none.
   *
   * @param by in the unit of the times, so that 1 is the year before; below 0 for later rows
   * @throws RenxingException DATA_CHECK where a unit has a time twice
   */
  int[] earlier(int by) {
    Map<Long, Integer> places = new HashMap<>();
    for (int i = 0; i < unit.length; i++) {
      if (places.put(key(unit[i], time[i]), i) != null) {
        throw new RenxingException(
            ErrorCode.DATA_CHECK,
            "a lag needs one row a unit and time; time " + time[i] + " recurs");
      }
    }
    int[] out = new int[unit.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = places.getOrDefault(key(unit[i], time[i] - by), -1);
    }
    return out;
  }

  private static long key(int unit, int time) {
    return ((long) unit << 32) ^ (time & 0xffffffffL);
  }
}
