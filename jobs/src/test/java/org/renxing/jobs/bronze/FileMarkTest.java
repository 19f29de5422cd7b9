package org.renxing.jobs.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.YearRange;

/** What is on record of a file that was taken in by years. */
class FileMarkTest {
  @ParameterizedTest
  @CsvSource({
    "A|2018..2018, A, 2019, A|2018..2019",
    "A|2018..2018, A, 2020..2021, 'A|2018..2018,2020..2021'",
    "'A|2018..2018,2020..2020', A, 2019, A|2018..2020",
    "A|2010..2020 by 10, A, 2015, 'A|2010..2010,2015..2015,2020..2020'",
    "A|2018..2019, A, 2019, A|2018..2019",
    "A|2018..2019, B, 2019, B|2019..2019;A|2018..2018",
    "A|2019..2019, B, 2019, B|2019..2019",
    "A, B, 2019, B|2019..2019;A",
    "B|2019..2019;A, B, 2018, B|2018..2019;A",
    "B|2019..2019;A, A, 2018, A",
    "B|2019..2019;A|2018..2018, A, 2019, A|2018..2019",
    "B|2019..2019;A|2017..2018, C, 2018..2019, C|2018..2019;A|2017..2017",
    "'', A, 2019, A|2019..2019;?7",
    "A|2019..2019;?7, A, 2018, A|2018..2019;?7",
    "A, A, 2019, A"
  })
  void allThatIsHeldIsOnRecord(String before, String hash, String years, String after) {
    FileMark mark = FileMark.parse(before).with(hash, YearRange.parse(years), "?7");
    assertThat(mark.text()).isEqualTo(after);
    assertThat(FileMark.parse(after).text()).isEqualTo(after);
  }

  @Test
  void whatIsHeldNeedsNoNewIngest() {
    FileMark some = FileMark.parse("A|2018..2019;B|2017..2017");
    assertThat(some.covers("A", Optional.of(YearRange.parse("2018")))).isTrue();
    assertThat(some.covers("A", Optional.of(YearRange.parse("2018..2019")))).isTrue();
    assertThat(some.covers("A", Optional.of(YearRange.parse("2017..2019")))).isFalse();
    assertThat(some.covers("A", Optional.empty())).as("all years").isFalse();
    assertThat(some.covers("B", Optional.of(YearRange.parse("2017")))).as("changed").isFalse();
    assertThat(FileMark.parse("A").covers("A", Optional.empty())).isTrue();
    assertThat(FileMark.parse("A").covers("A", Optional.of(YearRange.parse("2018")))).isTrue();
    assertThat(FileMark.parse("").covers("A", Optional.empty())).as("lost").isFalse();
    assertThat(FileMark.of(List.of("A|2018..2018", "A|2020..2020")).held()).hasSize(2);
  }
}
