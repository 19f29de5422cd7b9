package org.renxing.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;

/** Where the head of a table ends that no one has described. */
class HeaderGuessTest {
  @Test
  void aRowOfBlanksOrMarksBelowTheHeadIsData() {
    for (String first :
        List.of("北京市,2018,,", "北京市,2018,—,—", "北京市,2018,…,-", ",,,", "北京市,2018,-,5")) {
      HeaderGuess guess = guess("城市,年份,GDP,人口", first, "北京市,2019,1.5,2", "天津市,2019,1.5,2");
      assertThat(guess.labels()).as(first).containsExactly("城市", "年份", "GDP", "人口");
      assertThat(guess.dataFrom()).as(first).isEqualTo(2);
    }
  }

  @Test
  void severalRowsOfHeadsAndUnitsAreHead() {
    HeaderGuess guess =
        guess("表1 主要指标,,,", "城市,年份,经济,", ",,GDP,人口", ",,亿元,万人", ",,,", "北京市,2019,1.5,2");
    assertThat(guess.labels()).containsExactly("城市", "年份", "经济/GDP", "经济/人口");
    assertThat(guess.units()).containsExactly("", "", "亿元", "万人");
    assertThat(guess.titles().get(0)).isEqualTo("表1 主要指标");
    assertThat(guess.dataFrom()).isEqualTo(5);
  }

  @Test
  void yearsAreHeadsOfColumns() {
    HeaderGuess one = guess("表1 各市GDP,,", "城市,2019年,2020年", "合肥市,1,2", "芜湖市,3,4");
    assertThat(one.labels()).containsExactly("城市", "2019年", "2020年");
    HeaderGuess two =
        guess("表1 各市,,,,", "城市,2019,,2020,", ",GDP,人口,GDP,人口", "合肥市,1,2,3,4", "芜湖市,3,4,5,6");
    assertThat(two.labels()).containsExactly("城市", "2019/GDP", "2019/人口", "2020/GDP", "2020/人口");
  }

  @Test
  void aBlankRowBelowTheHeadIsNoHead() {
    assertThat(guess("城市,年份,GDP", ",,", ",,", "北京市,2019,1.5").labels())
        .containsExactly("城市", "年份", "GDP");
  }

  @Test
  void percentagesAndCommasAreFigures() {
    assertThat(guess("城市,率", "北京市,60.5%", "天津市,61 %").dataFrom()).isEqualTo(2);
    assertThat(guess("城市,率", "北京市,\"0,512\"", "天津市,\"0,833\"").dataFrom()).isEqualTo(2);
    assertThat(guess("城市,值", "北京市,—", "天津市,5").dataFrom()).isEqualTo(2);
  }

  @Test
  void textsAloneHaveAHeadOfOneRow() {
    assertThat(guess("a,b", "x,y", "z,w").dataFrom()).isEqualTo(2);
    assertThat(guess("a,b").dataFrom()).isEqualTo(2);
    assertThatThrownBy(() -> guess(",,", " ,\u3000,"))
        .hasMessageContaining("it has no rows but blank ones");
  }

  private static HeaderGuess guess(String... lines) {
    byte[] bytes = (String.join("\n", lines) + "\n").getBytes(UTF_8);
    SourceBytes file =
        new SourceBytes() {
          @Override
          public String name() {
            return "f.csv";
          }

          @Override
          public InputStream open() {
            return new ByteArrayInputStream(bytes);
          }

          @Override
          public Optional<Path> local() {
            return Optional.empty();
          }
        };
    try (TextRows rows = new DecodedText(UTF_8, false, ',').rows(file, IntakeLimits.DEFAULT)) {
      return HeaderGuess.of("f.csv", rows, FileForm.plain(), Specs.MEASURES, 100);
    }
  }
}
