package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.renxing.model.ErrorCode;
import org.renxing.testing.SparkExtension;

/** What a session does to the JVM of a program that asks for it. */
@ExtendWith(SparkExtension.class)
@Isolated("locale and time zone are those of the whole JVM")
class LakeSessionTest {
  @Test
  void localeAndZoneAreThoseOfTheProduct(SparkSession spark) {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
      assertThat(versionFile()).as("as Delta names it").isNotEqualTo("00000000000000000007.json");
      assertThat(LakeSession.start(Map.of("spark.master", "local[2]"))).isSameAs(spark);
      assertThat(versionFile()).isEqualTo("00000000000000000007.json");
      assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
      assertThat(spark.conf().get("spark.sql.session.timeZone")).isEqualTo("UTC");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  /** No file beside it tells; the pages of the file do. */
  @Test
  void aFlippedBitInRowsIsNotRead(@TempDir Path folder, SparkSession spark) throws IOException {
    Path rows = folder.resolve("rows");
    spark.range(0, 50_000, 1, 1).selectExpr("id * id AS n").write().parquet(rows.toString());
    try (Stream<Path> files = Files.list(rows)) {
      List<Path> all = files.filter(f -> !f.endsWith("_SUCCESS")).toList();
      assertThat(all).as("nothing but the rows").hasSize(1);
      byte[] bytes = Files.readAllBytes(all.get(0));
      bytes[bytes.length / 2] ^= 1;
      Files.write(all.get(0), bytes);
    }
    assertThatThrownBy(() -> spark.read().parquet(rows.toString()).selectExpr("sum(n)").collect())
        .hasStackTraceContaining("CRC")
        .satisfies(
            e ->
                assertThat(DeltaErrors.translate("sql", (Exception) e).code())
                    .isEqualTo(ErrorCode.STORAGE));
  }

  private static String versionFile() {
    return String.format(Locale.getDefault(Locale.Category.FORMAT), "%020d.json", 7);
  }
}
