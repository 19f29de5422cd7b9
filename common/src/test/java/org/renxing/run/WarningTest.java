package org.renxing.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a warning says. */
class WarningTest {
  @Test
  void kindAndText() {
    Warning warning = new Warning(Warning.Kind.MISSING_FILE, "file a is gone");
    assertThat(warning).hasToString("MISSING_FILE: file a is gone");
    assertThatThrownBy(() -> new Warning(Warning.Kind.EMPTY_FILE, " "))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void longListsAreCutAndCounted() {
    assertThat(Warning.listed(List.of("a"))).isEqualTo("a");
    List<String> ten = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    assertThat(Warning.listed(ten)).isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9");
    List<String> twelve = IntStream.range(0, 12).mapToObj(String::valueOf).toList();
    assertThat(Warning.listed(twelve)).isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more");
  }
}
