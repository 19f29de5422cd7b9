package org.renxing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Files beside the sources are read as those are, and blamed on the configuration. */
class ReferenceFileTest {
  private static List<ReferenceRow> rows(String text) {
    return ReferenceFile.of("ref/units.csv", text).rows();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"id,lon\na, 1.5 \n", "\uFEFFid;lon\r\na;1.5\r\n", "id\tlon\n\n\"a\"\t1.5\n"})
  void delimitersMarksOfOrderAndBlanksAreFound(String text) {
    assertThat(rows(text)).hasSize(1);
    assertThat(rows(text).get(0).text("id")).isEqualTo("a");
    assertThat(rows(text).get(0).number("lon")).isEqualTo(1.5);
  }

  @Test
  void headsAloneAndNothingHaveNoRows() {
    assertThat(rows("id,lon\n")).isEmpty();
    assertThat(rows("")).isEmpty();
  }

  @Test
  void marksAtTheEndOfATextBelongToIt() {
    assertThat(rows("id,printed\na,0.5*\n").get(0).text("printed")).isEqualTo("0.5*");
  }

  @Test
  void cellsThatAreNotGivenAreToldFromColumnsThatAreNotThere() {
    ReferenceRow row = rows("id,valid_to\na,\n").get(0);
    assertThat(row.find("valid_to")).contains("");
    assertThat(row.given("valid_to")).isEmpty();
    assertThat(row.find("lat")).isEmpty();
    assertThat(row.number("valid_to")).isNaN();
    assertThat(row.whole("valid_to")).isEmpty();
  }

  @Test
  void problemsNameFileLineColumnAndTheNearestName() {
    assertThatThrownBy(() -> rows("unit_id,lon\na,1\n").get(0).text("unitid"))
        .hasMessage(
            "ref/units.csv:2: column unitid is missing; there are [unit_id, lon]; did you mean"
                + " unit_id?")
        .matches(e -> ((RenxingException) e).code() == ErrorCode.CONFIGURATION);
    assertThatThrownBy(() -> rows("id,lon\n\na,x\n").get(0).number("lon"))
        .hasMessage("ref/units.csv:3: column lon: 'x' is not a number");
    assertThatThrownBy(() -> rows("id,year\na,2010.5\n").get(0).whole("year"))
        .hasMessage("ref/units.csv:2: column year: '2010.5' is not a whole number");
    assertThatThrownBy(() -> rows("id,lon\na\n"))
        .hasMessageStartingWith("ref/units.csv: row 1: ")
        .matches(e -> ((RenxingException) e).code() == ErrorCode.CONFIGURATION);
    assertThatThrownBy(() -> rows("id,id\na,b\n")).hasMessageContaining("names column 'id' twice");
  }
}
