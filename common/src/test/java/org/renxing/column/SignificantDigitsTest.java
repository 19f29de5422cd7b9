package org.renxing.column;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.renxing.testing.Frames.row;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.renxing.testing.Frames;

class SignificantDigitsTest {
  private static List<Row> rounded(List<Row> values, int digits) {
    Dataset<Row> frame = Frames.of("x double", values);
    return frame
        .select(
            col("x"),
            SignificantDigits.round(col("x"), digits).as("r"),
            SignificantDigits.key(col("x"), digits).as("k"))
        .collectAsList();
  }

  @Test
  void agreesWithDecimalRoundingOverTheWholeRange() {
    Random random = new Random(7);
    List<Row> values = new ArrayList<>();
    for (int e = -323; e <= 307; e++) {
      double x = Double.parseDouble((1 + 9 * random.nextDouble()) + "e" + e);
      values.add(row(e % 2 == 0 ? x : -x));
    }
    for (Row r : rounded(values, 10)) {
      double x = r.getDouble(0);
      double expected =
          new BigDecimal(x).round(new MathContext(10, RoundingMode.HALF_EVEN)).doubleValue();
      assertThat(r.getDouble(1)).as("%s", x).isCloseTo(expected, within(expected));
      BigDecimal key =
          BigDecimal.valueOf(r.getStruct(2).getLong(0)).scaleByPowerOfTen(r.getStruct(2).getInt(1));
      assertThat(key.doubleValue()).as("key of %s", x).isCloseTo(expected, within(expected));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double x) {
    return org.assertj.core.data.Offset.offset(Math.abs(x) * 1e-14 + Double.MIN_VALUE);
  }

  @Test
  void joinsBothSidesOfAPowerOfTen() {
    for (int e = -320; e <= 307; e++) {
      double power = Double.parseDouble("1e" + e);
      assertThat(Math.nextDown(power)).isLessThan(power);
    }
    List<Row> values = new ArrayList<>();
    for (int e = -300; e <= 307; e++) {
      double power = Double.parseDouble("1e" + e);
      values.add(row(Math.nextDown(power)));
      values.add(row(Math.nextUp(power)));
    }
    List<Row> out = rounded(values, 12);
    for (int i = 0; i < out.size(); i += 2) {
      assertThat(out.get(i).getDouble(1)).isEqualTo(out.get(i + 1).getDouble(1));
      assertThat(out.get(i).getStruct(2)).isEqualTo(out.get(i + 1).getStruct(2));
    }
  }

  @Test
  void roundingTwiceChangesNothing() {
    Random random = new Random(8);
    List<Row> values = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      values.add(row(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20)));
    }
    List<Row> once = rounded(values, 12);
    List<Row> twice = rounded(once.stream().map(r -> row(r.getDouble(1))).toList(), 12);
    for (int i = 0; i < values.size(); i++) {
      assertThat(twice.get(i).getDouble(1)).isEqualTo(once.get(i).getDouble(1));
    }
  }

  @Test
  void keepsWhatCannotBeRounded() {
    List<Row> out =
        rounded(
            List.of(
                row((Object) null),
                row(0.0),
                row(-0.0),
                row(Double.NaN),
                row(Double.POSITIVE_INFINITY),
                row(Double.MIN_VALUE),
                row(Double.MAX_VALUE),
                row(-1234.5678)),
            4);
    assertThat(out.get(0).isNullAt(1)).isTrue();
    assertThat(out.get(0).isNullAt(2)).isTrue();
    assertThat(out.get(1).getStruct(2)).isEqualTo(row(0L, 0));
    assertThat(1 / out.get(2).getDouble(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(out.get(3).getDouble(1)).isNaN();
    assertThat(out.get(3).isNullAt(2)).isTrue();
    assertThat(out.get(4).getDouble(1)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(out.get(5).getDouble(1)).isEqualTo(Double.MIN_VALUE);
    assertThat(out.get(6).getDouble(1)).isEqualTo(Double.MAX_VALUE);
    assertThat(out.get(7).getDouble(1)).isEqualTo(-1235.0);
    assertThat(out.get(7).getStruct(2)).isEqualTo(row(-1235L, 0));
  }
}
