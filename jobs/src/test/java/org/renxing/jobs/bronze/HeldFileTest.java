package org.renxing.jobs.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.run.Warning;

/** The command that is named can be pasted into a shell, whatever the file is called. */
class HeldFileTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "a.csv, many a.csv",
        "sub/gdp-2019.csv, many sub/gdp-2019.csv",
        "年鉴2019.xlsx, many 年鉴2019.xlsx",
        "a b.csv, many 'a b.csv'",
        "$(x).csv, many '$(x).csv'",
        "it's.csv, many 'it'\\''s.csv'",
        "\"a;b\", many 'a;b'"
      })
  void namesAreQuoted(String file, String arguments) {
    HeldFile held = new HeldFile("many", file, "rows");
    assertThat(held.command()).isEqualTo("bin/renxing forget " + arguments);
    assertThat(held.warning().kind()).isEqualTo(Warning.Kind.MISSING_FILE);
    assertThat(held.warning().text())
        .contains("source many", "file " + file, held.command(), "--env and --home of this run");
  }
}
