package org.renxing.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
  @Test
  void cellsAndLinesAreShortened() {
    assertThat(Excerpt.cell("城".repeat(60))).isEqualTo("城".repeat(60));
    assertThat(Excerpt.cell("城".repeat(61))).isEqualTo("城".repeat(59) + "…");
    assertThat(Excerpt.cell("😀".repeat(61))).isEqualTo("😀".repeat(59) + "…");
    assertThat(Excerpt.cell("a\nb\tc\u001B[31m")).isEqualTo("a\\u000Ab\\u0009c\\u001B[31m");
    assertThat(Excerpt.line("x".repeat(1_000_000))).isEqualTo("x".repeat(299) + "…");
    assertThat(Excerpt.cell("")).isEmpty();
  }

  @Test
  void listsHoldAsManyCellsAsALine() {
    assertThat(Excerpt.list(List.of("a", "b"))).isEqualTo("a, b");
    assertThat(Excerpt.list(Collections.nCopies(1000, "0123456789")))
        .as("25 cells of 10 and 24 times two between them are 298")
        .isEqualTo(String.join(", ", Collections.nCopies(25, "0123456789")) + " and 975 more");
    assertThat(Excerpt.list(Collections.nCopies(10, "y".repeat(500))))
        .hasSizeLessThan(320)
        .endsWith("… and 6 more");
    assertThat(Excerpt.list(List.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\u0007",
        "\b",
        "\r",
        "\u001B",
        "\u007F",
        "\u009B",
        "\u00AD",
        "\u061C",
        "\u200B",
        "\u200E",
        "\u200F",
        "\u2028",
        "\u2029",
        "\u202A",
        "\u202E",
        "\u2066",
        "\u2069",
        "\uFEFF",
        "\uD800",
        "\uDC00",
        "\uDB40\uDC01"
      })
  void unseenCharactersAreShownByNumber(String unseen) {
    String text = "a" + unseen + "b";
    assertThat(Excerpt.isPlain(text)).isFalse();
    assertThat(Excerpt.cell(text)).doesNotContain(unseen).matches("a\\\\[uU][0-9A-F]{4,8}b");
    assertThat(new RenxingException(ErrorCode.USAGE, text)).hasMessageNotContaining(unseen);
    assertThat(
            new RenxingException(ErrorCode.USAGE, text, new IllegalStateException()).getMessage())
        .isEqualTo(Excerpt.cell(text));
  }

  @Test
  void whatIsSeenStays() {
    String text = "城市 Ünit 😀 ①：“a” — … \u00A0\u3000é";
    assertThat(Excerpt.isPlain(text)).isTrue();
    assertThat(Excerpt.cell(text)).isEqualTo(text);
    assertThat(Excerpt.message("two\n  lines\tof text")).isEqualTo("two\n  lines\tof text");
  }
}
