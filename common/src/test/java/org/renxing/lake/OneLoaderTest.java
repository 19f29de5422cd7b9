package org.renxing.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.renxing.testing.SparkExtension;

/** What driver and tasks look classes up through. */
@ExtendWith(SparkExtension.class)
class OneLoaderTest {
  private static final AtomicReference<ClassLoader> DRIVER = new AtomicReference<>();

  @Test
  void tasksHaveTheLoaderOfTheDriver(SparkSession spark) {
    DRIVER.set(Thread.currentThread().getContextClassLoader());
    MapFunction<Long, Boolean> isSame =
        id -> Thread.currentThread().getContextClassLoader() == DRIVER.get();
    assertThat(spark.range(4).map(isSame, Encoders.BOOLEAN()).collectAsList())
        .containsExactly(true, true, true, true);
  }

  @Test
  void theOperatorsKeysWin() {
    Map<String, String> none = new TreeMap<>();
    OneLoader.complete(none);
    assertThat(none)
        .containsEntry("spark.plugins", "org.renxing.lake.OneLoader")
        .containsEntry("spark.sql.artifact.isolation.enabled", "false")
        .hasSize(2);
    Map<String, String> configured = new TreeMap<>(Map.of("spark.plugins", "org.example.Theirs"));
    OneLoader.complete(configured);
    assertThat(configured).containsEntry("spark.plugins", "org.example.Theirs").hasSize(2);
  }

  @Test
  void classesThatAreNotThereAreAskedForOnce() throws ClassNotFoundException {
    List<String> asked = new ArrayList<>();
    ClassLoader parent =
        new ClassLoader(null) {
          @Override
          protected Class<?> findClass(String name) throws ClassNotFoundException {
            asked.add(name);
            throw new ClassNotFoundException(name);
          }
        };
    ClassLoader loader = new RememberingClassLoader(parent);
    for (int time = 0; time < 3; time++) {
      assertThatThrownBy(() -> loader.loadClass("org.example.None"))
          .isInstanceOf(ClassNotFoundException.class)
          .hasMessage("org.example.None");
      assertThat(loader.loadClass("java.lang.String")).isEqualTo(String.class);
    }
    assertThat(asked).containsExactly("org.example.None");
  }
}
