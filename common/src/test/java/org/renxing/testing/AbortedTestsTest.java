package org.renxing.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** A test without its reference data ends as aborted, and the end of the run says so. */
class AbortedTestsTest {
  @Test
  void whatIsAbsentAborts() {
    assertThatThrownBy(() -> SharedCases.file("no/such/case.csv"))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageEndingWith("no reference data at ../shared/no/such/case.csv");
  }

  @Test
  void theReportCounts() {
    AbortedTests.Report report = new AbortedTests.Report();
    report.add("B.two: no file b");
    report.add("A.one: no file a");
    report.add("B.two: no file b");
    assertThat(report.text())
        .isEqualTo(
            """
            Tests that were left out: 3
              A.one: no file a
              B.two: no file b (2)
            """);
  }
}
