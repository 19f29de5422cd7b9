package org.renxing.jobs.trace;

import java.util.List;
import java.util.Optional;

/**
 * What a scenario makes of an observed base value before anything is derived from it (methods:
 * panel): (observed + what passed over) × wanted level ÷ given level of prices. The parts are shown
 * so that the value can be computed again; the value itself is the panel's.
 *
 * @param passedOver units that passed over whole after the year; their values are added
 * @param prices how money is brought to other prices; empty for what is no money, or is in the
 *     wanted prices already
 * @param value empty where a part is missing
 * @param cause MERGE_INCOMPLETE or NO_DEFLATOR where that made the value missing
 */
public record Adjusted(
    List<PassedOver> passedOver,
    Optional<Prices> prices,
    Optional<Double> value,
    Optional<String> cause) {

  public Adjusted {
    passedOver = List.copyOf(passedOver);
  }

  /**
   * A unit that passed over whole.
   *
   * @param kind of the event of lineage
   * @param year the first year in which the successor's figures hold it
   * @param value the value that counts; empty where no source gives one
   */
  public record PassedOver(
      String unitId,
      String unitName,
      String kind,
      int year,
      Optional<Double> value,
      List<BaseTrace.SourceValue> sources,
      List<BaseTrace.SetAside> setAside) {
    public PassedOver {
      sources = List.copyOf(sources);
      setAside = List.copyOf(setAside);
    }
  }

  /**
   * The deflator.
   *
   * @param series the unit's own series, then that of its province where it has another
   */
  public record Prices(String deflator, String unitOfMeasure, List<Series> series) {
    public Prices {
      series = List.copyOf(series);
    }

    /** The first series with both levels, which is the one that counts. */
    Optional<Series> used() {
      return series.stream().filter(Series::isUsed).findFirst();
    }
  }

  /**
   * A series of price levels.
   *
   * @param of own or province
   * @param isUsed whether the value is brought to other prices by this one
   * @param given level of the year whose prices the value is in
   * @param wanted level of the year of the scenario's prices
   */
  public record Series(
      String of, String unitId, String unitName, boolean isUsed, Level given, Level wanted) {}

  /**
   * A price level.
   *
   * @param value above 0; empty where it is not known
   */
  public record Level(
      int year,
      Optional<Double> value,
      List<BaseTrace.SourceValue> sources,
      List<BaseTrace.SetAside> setAside) {
    public Level {
      sources = List.copyOf(sources);
      setAside = List.copyOf(setAside);
    }
  }

  /** The value that the parts make; empty where one of them is missing. */
  Optional<Double> ofParts(Optional<Double> observed) {
    Optional<Double> sum = observed;
    for (PassedOver part : passedOver) {
      sum = sum.flatMap(s -> part.value().map(v -> s + v));
    }
    Optional<Double> total = sum;
    return prices.isEmpty()
        ? total
        : prices
            .get()
            .used()
            .flatMap(
                s ->
                    total.map(
                        t ->
                            t
                                * s.wanted().value().orElseThrow()
                                / s.given().value().orElseThrow()));
  }
}
