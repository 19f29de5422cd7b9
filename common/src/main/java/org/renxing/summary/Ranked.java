package org.renxing.summary;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import org.renxing.ranking.Ranks;
import org.renxing.records.Records;

/**
 * A record with its place among others, see {@link Ranks}.
 *
 * @param rank dense, 1 for the highest value; null where the value is missing, as are the others
 * @param orderNo the place in a total order, ties by unit
 * @param percentile the share of the other units that are not better
 */
public record Ranked<T extends Serializable>(
    T record, Integer rank, Integer orderNo, Double percentile) implements Serializable {

  /** A number that a record holds; NaN where it is missing. */
  public interface Value<T> extends Serializable {
    double of(T record);
  }

  /**
   * Ranks records by a value, each among those of its group.
   *
   * @param unit what parts ties of the total order, each once in a group
   */
  public static <T extends Serializable> Records<Ranked<T>> within(
      Records<T> records, Records.Key<T> group, Records.Key<T> unit, Value<T> value) {
    return records.groupedBy(
        group,
        (key, all) -> {
          Ranks ranks =
              Ranks.of(
                  all.stream().mapToDouble(value::of).toArray(),
                  all.stream().map(unit::of).toList());
          List<T> members = all;
          return IntStream.range(0, members.size())
              .mapToObj(i -> of(members.get(i), ranks, i))
              .iterator();
        });
  }

  private static <T extends Serializable> Ranked<T> of(T record, Ranks ranks, int i) {
    boolean isKnown = ranks.dense(i) > 0;
    return new Ranked<>(
        record,
        isKnown ? ranks.dense(i) : null,
        isKnown ? ranks.orderNo(i) : null,
        isKnown ? ranks.percentile(i) : null);
  }
}
