package org.renxing.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Records come back as they were. */
class RecordBytesTest {
  private enum Kind {
    SMALL,
    LARGE {
      @Override
      boolean isLarge() {
        return true;
      }
    };

    boolean isLarge() {
      return false;
    }
  }

  private record Part(String name, double size, int count, long id, boolean isWhole)
      implements Serializable {}

  private record Whole(
      Optional<String> note,
      List<Part> parts,
      Map<String, Object> byName,
      SortedMap<String, Integer> sorted,
      Set<Kind> kinds,
      SortedSet<String> names,
      Kind kind,
      Object any)
      implements Serializable {}

  /** Refuses what it does not allow. */
  private record Share(double value) implements Serializable {
    Share {
      if (!(value <= 1)) {
        throw new IllegalArgumentException("a share of " + value);
      }
    }
  }

  /** Travels as it says. */
  private record Masked(String text) implements Serializable {
    private Object writeReplace() {
      return new ArrayList<>(List.of("masked"));
    }
  }

  @Property(tries = 200)
  void comesBack(
      @ForAll @Size(max = 5) List<String> names,
      @ForAll double size,
      @ForAll int count,
      @ForAll long id,
      @ForAll boolean flag) {
    List<Part> parts = names.stream().map(n -> new Part(sound(n), size, count, id, flag)).toList();
    RecordWriter writer = new RecordWriter();
    parts.forEach(writer::add);
    List<Part> back = new ArrayList<>();
    RecordBytes.<Part>all(writer.close()).forEachRemaining(back::add);
    assertThat(back).isEqualTo(parts);
  }

  /** Text without halves of surrogate pairs, which no table stores. */
  private static String sound(String text) {
    return new String(
        text.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void allKindsOfComponentsComeBack() {
    Map<String, Object> byName = new LinkedHashMap<>();
    byName.put("z", 1.5);
    byName.put("a", null);
    byName.put("numbers", List.of(1, 2L, -3, Integer.MIN_VALUE, Float.MIN_VALUE));
    Part part = new Part("x".repeat(100), Double.NaN, -1, Long.MIN_VALUE, true);
    Whole whole =
        new Whole(
            Optional.of("市辖区"),
            List.of(part, part),
            byName,
            new TreeMap<>(Map.of("b", 2, "a", 1)),
            new HashSet<>(List.of(Kind.LARGE)),
            new TreeSet<>(List.of("d", "c")),
            Kind.LARGE,
            new EnumMap<>(Map.of(Kind.SMALL, "s")));
    Whole back = RecordBytes.one(RecordBytes.of(whole));
    assertThat(back).isEqualTo(whole);
    assertThat(back.byName().keySet()).containsExactly("z", "a", "numbers");
    assertThat(back.kind().isLarge()).isTrue();
    Whole bare =
        new Whole(Optional.empty(), null, Map.of(), null, Set.of(), null, null, new Share(0.5));
    Whole bareBack = RecordBytes.one(RecordBytes.of(bare));
    assertThat(bareBack).isEqualTo(bare);
  }

  /** Asks for a certain class. */
  private record Linked(LinkedHashMap<String, Integer> places) implements Serializable {}

  @Test
  void collectionsAreOfTheClassThatIsAskedFor() {
    Linked linked = new Linked(new LinkedHashMap<>(Map.of("a", 1)));
    Linked back = RecordBytes.one(RecordBytes.of(linked));
    assertThat(back).isEqualTo(linked);
  }

  @Test
  void arraysAndOtherObjectsComeBack() {
    assertThat(RecordBytes.<double[]>one(RecordBytes.of(new double[] {1, -0.0, Double.NaN})))
        .containsExactly(1, -0.0, Double.NaN);
    assertThat(RecordBytes.<int[]>one(RecordBytes.of(new int[] {1, -2}))).containsExactly(1, -2);
    BitSet bits = RecordBytes.one(RecordBytes.of(BitSet.valueOf(new long[] {5})));
    assertThat(bits.cardinality()).isEqualTo(2);
    TreeMap<String, Integer> backwards = new TreeMap<>(Collections.reverseOrder());
    backwards.put("a", 1);
    backwards.put("b", 2);
    SortedMap<String, Integer> back = RecordBytes.one(RecordBytes.of(backwards));
    assertThat(back.firstKey()).isEqualTo("b");
    List<String> masked = RecordBytes.one(RecordBytes.of(new Masked("open")));
    assertThat(masked).containsExactly("masked");
  }

  @Test
  void equalTextsAreOneObjectAndTakeFewBytes() {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      parts.add(new Part(new String("city_economy"), 1, 2, 3, false));
    }
    byte[] one = RecordBytes.of(parts.get(0));
    byte[] all = RecordBytes.packed(parts.iterator(), 1 << 20).next();
    assertThat(all).hasSizeLessThan(40 * 100);
    assertThat(one.length).isGreaterThan(60);
    List<Part> back = new ArrayList<>();
    RecordBytes.<Part>all(all).forEachRemaining(back::add);
    assertThat(back.get(99).name()).isSameAs(back.get(0).name());
  }

  @Test
  void recordsArePackedBySize() {
    List<String> texts = Arrays.asList("a".repeat(100), "b".repeat(100), "c".repeat(100));
    List<byte[]> bodies = new ArrayList<>();
    RecordBytes.packed(texts.iterator(), 150).forEachRemaining(bodies::add);
    assertThat(bodies).hasSize(2);
    assertThat(RecordBytes.packed(Collections.<String>emptyIterator(), 10).hasNext()).isFalse();
  }

  @Test
  void whatARecordRefusesIsSaid() {
    byte[] bytes = RecordBytes.of(new Share(1));
    int place = bytes.length - 9; // the double before the end
    bytes[place] = 0x41; // 0x3F of 1.0: now far above
    assertThatThrownBy(() -> RecordBytes.<Share>one(bytes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a share of");
    assertThatThrownBy(() -> RecordBytes.of((Serializable) List.of(new Object())))
        .isInstanceOf(RuntimeException.class);
  }
}
