package org.renxing.jobs.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The values of one column, held in an array of numbers. */
abstract class HeldColumn {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final BitSet nulls = new BitSet();

  /** Kinds of values; two columns are compared where they are of one kind. */
  enum Kind {
    NUMBER,
    WHOLE,
    TRUTH,
    TIME,
    TEXT,
    OTHER;

    static Kind of(DataType type) {
      if (type.equals(DataTypes.DoubleType)) {
        return NUMBER;
      } else if (type.equals(DataTypes.IntegerType) || type.equals(DataTypes.LongType)) {
        return WHOLE;
      } else if (type.equals(DataTypes.BooleanType)) {
        return TRUTH;
      } else if (type.equals(DataTypes.TimestampType)) {
        return TIME;
      }
      return type.equals(DataTypes.StringType) ? TEXT : OTHER;
    }
  }

  /** An empty column. */
  static HeldColumn of(Kind kind, TextPool texts) {
    return switch (kind) {
      case NUMBER -> new Numbers();
      case TEXT, OTHER -> new Texts(texts);
      default -> new Wholes(kind);
    };
  }

  /** Sets the value of a row, which may be null. */
  final void set(int row, Object value) {
    if (value == null) {
      nulls.set(row);
    } else {
      put(row, value);
    }
  }

  /** Nulls come first; texts as Java orders them; -0 is 0, and NaN the largest number. */
  final int order(int row, HeldColumn other, int otherRow) {
    boolean isNull = nulls.get(row);
    boolean isOtherNull = other.nulls.get(otherRow);
    return isNull || isOtherNull
        ? Boolean.compare(isOtherNull, isNull)
        : orderGiven(row, other, otherRow);
  }

  /** The value as people and machines are shown it; null where there is none. */
  final Comparable<?> value(int row) {
    return nulls.get(row) ? null : get(row);
  }

  /** The value as a number; NaN where there is none, or it is none. */
  final double number(int row) {
    return nulls.get(row) ? Double.NaN : numberGiven(row);
  }

  abstract void put(int row, Object value);

  abstract int orderGiven(int row, HeldColumn other, int otherRow);

  abstract Comparable<?> get(int row);

  abstract double numberGiven(int row);

  private static int grown(int length) {
    return Math.max(16, length + (length >> 1));
  }

  private static final class Numbers extends HeldColumn {
    private double[] values = {};

    @Override
    void put(int row, Object value) {
      values = row < values.length ? values : Arrays.copyOf(values, grown(row));
      values[row] = (Double) value + 0.0; // -0 + 0 is 0
    }

    @Override
    int orderGiven(int row, HeldColumn other, int otherRow) {
      return Double.compare(values[row], ((Numbers) other).values[otherRow]);
    }

    @Override
    Double get(int row) {
      return values[row];
    }

    @Override
    double numberGiven(int row) {
      return values[row];
    }
  }

  /** Whole numbers, truth values, and times as microseconds since 1970. */
  private static final class Wholes extends HeldColumn {
    private final Kind kind;
    private long[] values = {};

    Wholes(Kind kind) {
      this.kind = kind;
    }

    @Override
    void put(int row, Object value) {
      values = row < values.length ? values : Arrays.copyOf(values, grown(row));
      values[row] =
          switch (kind) {
            case TRUTH -> (Boolean) value ? 1 : 0;
            case TIME -> ChronoUnit.MICROS.between(Instant.EPOCH, ((Timestamp) value).toInstant());
            default -> ((Number) value).longValue();
          };
    }

    @Override
    int orderGiven(int row, HeldColumn other, int otherRow) {
      return Long.compare(values[row], ((Wholes) other).values[otherRow]);
    }

    @Override
    Comparable<?> get(int row) {
      return switch (kind) {
        case TRUTH -> values[row] == 1;
        case TIME -> Instant.EPOCH.plus(values[row], ChronoUnit.MICROS).toString();
        default -> values[row];
      };
    }

    @Override
    double numberGiven(int row) {
      return kind == Kind.WHOLE ? values[row] : Double.NaN;
    }
  }

  /** Texts by their numbers in a pool; bytes in hexadecimal, lists and maps as JSON. */
  private static final class Texts extends HeldColumn {
    private final TextPool pool;
    private int[] values = {};

    Texts(TextPool pool) {
      this.pool = pool;
    }

    @Override
    void put(int row, Object value) {
      values = row < values.length ? values : Arrays.copyOf(values, grown(row));
      values[row] = pool.number(text(value));
    }

    @Override
    int orderGiven(int row, HeldColumn other, int otherRow) {
      int number = ((Texts) other).values[otherRow];
      return values[row] == number ? 0 : get(row).compareTo(pool.text(number));
    }

    @Override
    String get(int row) {
      return pool.text(values[row]);
    }

    @Override
    double numberGiven(int row) {
      return Double.NaN;
    }

    private static String text(Object value) {
      if (value instanceof String text) {
        return text;
      } else if (value instanceof byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
      }
      try {
        return JSON.writeValueAsString(value instanceof Map<?, ?> map ? new TreeMap<>(map) : value);
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("lists and maps of texts have a form in JSON", e);
      }
    }
  }
}
