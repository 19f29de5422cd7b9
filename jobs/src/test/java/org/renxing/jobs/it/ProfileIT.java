package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file that no one has described to a release. */
class ProfileIT {
  @Test
  void draftedSourceLoadsAndRuns(@TempDir Path folder) {
    MiniHome home = MiniHome.write(folder);
    Path draft = folder.resolve("conf/sources/drafted.conf");
    Launcher.Ended profile =
        home.launcher()
            .run("profile", folder.resolve(MiniHome.ECONOMY).toString(), "--write", draft + "");
    assertThat(profile.exitCode()).as(profile.err()).isZero();
    assertThat(profile.out()).contains("unit column   code", "2018..2021 (4)", "gdp");
    Launcher.Ended again =
        home.launcher()
            .run("profile", folder.resolve(MiniHome.ECONOMY).toString(), "--write", draft + "");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.lastLine()).contains("is there already");
    assertThat(home.launcher().run("config", "show").out()).contains("sources.drafted.columns.gdp");
    Launcher.Ended nightly =
        home.launcher()
            .run(
                "nightly",
                "--set",
                "nightly.sources=[drafted, society]",
                "--set",
                "nightly.scenarios=[mini]");
    assertThat(nightly.exitCode()).as(nightly.err()).isZero();
    assertThat(nightly.out()).contains("Published release r00001-");
  }
}
