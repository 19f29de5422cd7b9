package org.renxing.cell;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;

class BlanksTest {
  @Test
  void blanksAreThoseThatShowNothing() {
    assertThat(" \t\n\u00A0\u2007\u202F\u3000\uFEFF\u200B".chars())
        .allMatch(c -> Blanks.isBlank((char) c.intValue()));
    assertThat("0-\u0000\u4E00_".chars()).noneMatch(c -> Blanks.isBlank((char) c.intValue()));
    assertThat(Blanks.strip("\u3000 北京 市\u00A0\r\n")).isEqualTo("北京 市");
    assertThat(Blanks.strip("\u3000\u00A0")).isEmpty();
    assertThat(Blanks.areAll("")).isTrue();
    assertThat(Blanks.areAll("\u3000.")).isFalse();
  }

  @Property
  void whatJavaStripsIsStripped(@ForAll @CharRange(from = '\u0000', to = '\u3001') char c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      assertThat(Blanks.strip(c + "x" + c)).isEqualTo("x");
    }
    assertThat(Blanks.areAll("" + c)).isEqualTo(Blanks.isBlank(c));
  }
}
