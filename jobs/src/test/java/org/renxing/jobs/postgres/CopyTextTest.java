package org.renxing.jobs.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.renxing.model.RenxingException;
import org.renxing.model.TableName;

/** Rows as COPY takes them. */
class CopyTextTest {
  private static String of(Object... values) {
    StructType columns = new StructType();
    for (int i = 0; i < values.length; i++) {
      columns = columns.add("c" + i, DataTypes.StringType);
    }
    Description described = new Description("One row a test", List.of("c0"));
    CopyText text = new CopyText(new TableForm(TableName.gold("t"), columns, described));
    text.add(RowFactory.create(values));
    return new String(text.take(), StandardCharsets.UTF_8);
  }

  @Test
  void numbersAndNothing() {
    assertThat(of(1, null, -0.0, 1e-5, Double.NaN, Double.NEGATIVE_INFINITY, true))
        .isEqualTo("1\t\\N\t-0.0\t1.0E-5\tNaN\t-Infinity\ttrue\n");
  }

  @Test
  void textsKeepWhatMeansSomethingToCopy() {
    assertThat(of("a\tb\r\n\\N", "")).isEqualTo("a\\tb\\r\\n\\\\N\t\n");
  }

  @Test
  void listsMapsBytesAndTimes() {
    Instant time = Instant.parse("2020-01-01T00:00:00.000001Z");
    assertThat(
            of(
                new String[] {"a\"b\\", null, ""},
                Map.of("k", "v\\"),
                new byte[] {0, -1},
                Timestamp.from(time)))
        .isEqualTo(
            "{\"a\\\\\"b\\\\\\\\\",NULL,\"\"}\t{\"k\":\"v\\\\\\\\\"}\t\\\\x00ff\t" + time + "\n");
  }

  @Test
  void theCharacterNulIsNamedByItsCell() {
    for (Object bad : List.of("x\0", new String[] {"\0"}, Map.of("k", "\0"))) {
      assertThatThrownBy(() -> of("key", bad))
          .isInstanceOf(RenxingException.class)
          .hasMessageStartingWith("gold.t, column c1, row c0 = key: has the character NUL");
    }
  }
}
