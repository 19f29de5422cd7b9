package org.renxing.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.renxing.quality.Cells.Key;

/**
 * Spoils cells of a panel in the ways of real compilations, and remembers which: the hidden key.
 */
public final class Spoiler {
  private static final int[] POWERS = {-4, -2, -1, -1, 1, 1, 2, 4};
  private static final int CELLS_OF_ROW = 5;

  private final Random random;
  private final SortedMap<Key, Double> sound;
  private final SortedMap<Key, Double> spoilt;
  private final Map<Key, String> planted = new LinkedHashMap<>();
  private final List<Key> positive;
  private final List<String> units;

  public Spoiler(SortedMap<Key, Double> sound, long seed) {
    this.random = new Random(seed);
    this.sound = sound;
    this.spoilt = new TreeMap<>(sound);
    this.positive = sound.keySet().stream().filter(k -> sound.get(k) > 0).toList();
    SortedSet<String> codes = new TreeSet<>();
    sound.keySet().forEach(k -> codes.add(k.unit()));
    this.units = List.copyOf(codes);
  }

  /** The panel with its errors. */
  public SortedMap<Key, Double> panel() {
    return spoilt;
  }

  /** The kind of error by cell. */
  public Map<Key, String> planted() {
    return planted;
  }

  /** By what factor a planted error is off, as an absolute logarithm. */
  public double size(Key key) {
    return Math.abs(Math.log(spoilt.get(key) / sound.get(key)));
  }

  /** Single cells with the decimal point in a wrong place. */
  public Spoiler powersOfTen(int n) {
    for (int i = 0; i < n; i++) {
      Key key = positive.get(random.nextInt(positive.size()));
      int places = POWERS[random.nextInt(POWERS.length)];
      set(key, sound.get(key) * Math.pow(10, places), "power of ten");
    }
    return this;
  }

  /** Single cells whose first digit is another. */
  public Spoiler typos(int n) {
    for (int i = 0; i < n; i++) {
      Key key = positive.get(random.nextInt(positive.size()));
      double value = sound.get(key);
      double unit = Math.pow(10, Math.floor(Math.log10(value)));
      int digit = (int) (value / unit);
      int other = 1 + (digit + random.nextInt(8)) % 9;
      set(key, value + (other - digit) * unit, "typo");
    }
    return this;
  }

  /** Rows of which some indicators are those of urban districts only. */
  public Spoiler scopes(int n, List<String> extensive) {
    for (int i = 0; i < n; i++) {
      Key at = positive.get(random.nextInt(positive.size()));
      double share = 0.15 + 0.45 * random.nextDouble();
      int spoiled = 0;
      for (String indicator : extensive) {
        Key key = new Key(indicator, at.year(), at.unit());
        if (spoiled < CELLS_OF_ROW && sound.getOrDefault(key, 0.0) > 0) {
          set(key, sound.get(key) * share * Math.exp(0.08 * random.nextGaussian()), "scope");
          spoiled++;
        }
      }
    }
    return this;
  }

  /** Neighbours in the order of codes that changed places in some adjacent columns of a year. */
  public Spoiler swaps(int n, int columns) {
    for (int i = 0; i < n; i++) {
      Key at = positive.get(random.nextInt(positive.size()));
      int place = units.indexOf(at.unit());
      if (place + 1 < units.size()) {
        swap(at, units.get(place + 1), columns);
      }
    }
    return this;
  }

  private void swap(Key at, String neighbour, int columns) {
    List<String> indicators =
        new ArrayList<>(new TreeSet<>(sound.keySet().stream().map(Key::indicator).toList()));
    int swapped = 0;
    for (String indicator :
        indicators.subList(indicators.indexOf(at.indicator()), indicators.size())) {
      Key one = new Key(indicator, at.year(), at.unit());
      Key two = new Key(indicator, at.year(), neighbour);
      double first = sound.getOrDefault(one, 0.0);
      double second = sound.getOrDefault(two, 0.0);
      if (swapped < columns && first > 0 && second > 0 && first != second) {
        set(one, second, "swap");
        set(two, first, "swap");
        swapped++;
      }
    }
  }

  private void set(Key key, double value, String kind) {
    if (value != sound.get(key) && planted.putIfAbsent(key, kind) == null) {
      spoilt.put(key, value);
    }
  }
}
