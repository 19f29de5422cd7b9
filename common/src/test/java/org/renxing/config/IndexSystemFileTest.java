package org.renxing.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.renxing.model.ErrorCode;
import org.renxing.model.IndexNode;
import org.renxing.model.IndexSystem;
import org.renxing.model.Indicator;
import org.renxing.model.RenxingException;

class IndexSystemFileTest {
  @TempDir private Path folder;

  @Test
  void readsATreeOfUnevenDepthWithoutBaseIndicators() {
    new ConfTree(folder)
        .write(
            "mine.conf",
            """
            title = Mine
            children {
              b { name-en = B, children {
                deep { name-en = D, children { deeper { name-en = E, children {
                  y { name-en = Y, direction = "-", expression = "p / q", unit = t }
                } } } }
                x { name-en = X, name-zh = "甲", direction = "+" }
              } }
              a { name-en = A, direction = "+" }
            }
            """);
    IndexSystem system = IndexSystemFile.load(folder.resolve("mine.conf"));
    assertThat(system.id()).isEqualTo("mine");
    assertThat(system.systems()).extracting(IndexNode::code).containsExactly("b", "a");
    assertThat(system.indicators()).extracting(Indicator::code).containsExactly("y", "x", "a");
    assertThat(system.indicators().get(1).expression()).isEqualTo("x");
    assertThat(system.indicators().get(1).nameZh()).isEqualTo("甲");
  }

  @Test
  void reportsWhatIsWrongAndAsksTheGivenValidator() {
    new ConfTree(folder)
        .write(
            "mine.conf",
            "title = Mine\nchildren { a { name-en = A, direction = x, expression = \"p +\" } }");
    Vocabulary strict =
        new Vocabulary(
            text -> {
              throw new RenxingException(ErrorCode.CONFIGURATION, "ends too early");
            },
            Vocabulary.standard().weightingMethods());
    assertThatThrownBy(() -> IndexSystemFile.load(folder.resolve("mine.conf"), strict))
        .isInstanceOf(RenxingException.class)
        .hasMessage(
            """
            mine.conf:2: index-systems.mine.children.a.direction: 'x' is not allowed; allowed: +, -
            mine.conf:2: index-systems.mine.children.a.expression: ends too early""");
  }

  @Test
  void aMissingFileIsAProblem() {
    assertThatThrownBy(() -> IndexSystemFile.load(folder.resolve("none.conf")))
        .isInstanceOf(RenxingException.class)
        .hasMessage("none.conf: file is missing or not readable");
  }
}
