package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
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

  private static String versionFile() {
    return String.format(Locale.getDefault(Locale.Category.FORMAT), "%020d.json", 7);
  }
}
