package org.renxing.jvm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** What is set in a JVM, and which JVMs are refused. */
@Isolated("locale and time zone are those of the whole JVM")
class JvmSettingsTest {
  private static final Map<String, String> NO_LOCALE = Map.of("LC_ALL", "C");

  @Test
  void optionsAreDefinitions() {
    assertThat(JvmSettings.options())
        .contains("-Dfile.encoding=UTF-8", "-Duser.timezone=UTC", "-Duser.language=en")
        .contains("-Duser.extensions.format=")
        .allMatch(option -> option.matches("-D[a-z.]+=[A-Za-z0-9-]*"))
        .doesNotHaveDuplicates();
  }

  @Test
  void localeAndZoneOfTheWholeJvmAreSet() {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      Locale.setDefault(Locale.Category.FORMAT, Locale.forLanguageTag("fa-IR-u-nu-arabext"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(formatted()).as("the test can fail").isNotEqualTo("1,234.5 TITLE");
      JvmSettings.pin();
      assertThat(formatted()).isEqualTo("1,234.5 TITLE");
      for (Locale.Category category : Locale.Category.values()) {
        assertThat(Locale.getDefault(category)).isEqualTo(Locale.US);
      }
      assertThat(TimeZone.getDefault().getID()).isEqualTo("UTC");
      assertThat(System.getProperty("user.timezone")).isEqualTo("UTC");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void dotlessLettersOfTurkishGo() {
    Locale locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      JvmSettings.pin();
      assertThat(String.format(Locale.getDefault(), "%S", "title")).isEqualTo("TITLE");
    } finally {
      Locale.setDefault(locale);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ANSI_X3.4-1968, ANSI_X3.4-1968, Linux",
    "GBK, GBK, Linux",
    "GB18030, GB18030, Linux",
    "ISO-8859-1, ISO-8859-1, Linux",
    "not-a-charset, not-a-charset, Linux",
    "UTF-8, GBK, Linux",
    "Cp1252, Cp1252, Mac OS X"
  })
  void otherFileNamesAreRefused(String names, String system, String os) {
    assertThat(fault(names, system, os, StandardCharsets.UTF_8))
        .hasValueSatisfying(
            message ->
                assertThat(message)
                    .contains(names.equals("UTF-8") ? system : names)
                    .contains("sun.jnu.encoding", "set LC_ALL=C.UTF-8")
                    .endsWith("now LC_ALL=C, LC_CTYPE is unset, LANG is unset"));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, UTF-8, Linux", "utf8, UTF8, Linux", "UTF-8, US-ASCII, Mac OS X"})
  void fileNamesInUtf8AreAccepted(String names, String system, String os) {
    assertThat(fault(names, system, os, StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void otherCharsetIsRefused() {
    assertThat(fault("UTF-8", "UTF-8", "Linux", Charset.forName("GBK")))
        .hasValueSatisfying(
            message -> assertThat(message).contains("GBK", "-Dfile.encoding=UTF-8"));
  }

  @Test
  void argumentsThatLostTheirCharactersAreRefused() {
    JvmSettings.checkArguments("sql", "SELECT '合肥 ？?'", "--output=结果.csv", "");
    assertThatThrownBy(() -> JvmSettings.checkArguments("sql", "SELECT '\uFFFD\uFFFD'"))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE))
        .hasMessageStartingWith("argument 2, 'SELECT '\uFFFD\uFFFD'': its bytes are not UTF-8");
  }

  private static Optional<String> fault(String names, String system, String os, Charset charset) {
    Map<String, String> properties =
        new HashMap<>(Map.of("sun.jnu.encoding", names, "native.encoding", system, "os.name", os));
    return JvmSettings.fault(properties::get, NO_LOCALE::get, charset);
  }

  private static String formatted() {
    return String.format(Locale.getDefault(Locale.Category.FORMAT), "%,.1f %S", 1234.5, "title");
  }
}
