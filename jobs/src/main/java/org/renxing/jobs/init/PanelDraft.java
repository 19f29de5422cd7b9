package org.renxing.jobs.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.renxing.jobs.output.OutputFile;
import org.renxing.jobs.profile.MetadataCatalog;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;

/** The configuration that is drafted for a panel. */
public final class PanelDraft {
  private static final String COMMAND = "init";

  private final PanelPlan plan;
  private final Path home;
  private final Map<String, String> files;

  private PanelDraft(PanelPlan plan, Path home) {
    this.plan = plan;
    this.home = home;
    this.files = DraftFiles.of(plan, home);
  }

  /**
   * Looks at a panel, and drafts.
   *
   * @param home the folder that holds conf
   * @throws RenxingException USAGE where the name is taken, or the file cannot be read as a panel
   */
  public static PanelDraft of(PanelOptions options, Settings settings, Path home) {
    requireName(options.name(), settings);
    return new PanelDraft(PanelPlanner.plan(options, MetadataCatalog.withoutUnits(settings)), home);
  }

  private static void requireName(String name, Settings settings) {
    if (!name.matches("[A-Za-z0-9_-]{1,100}") || name.matches("(?i)all|default")) {
      throw new RenxingException(
          ErrorCode.USAGE,
          "init "
              + name
              + ": a name has ASCII letters, digits, - and _, and is not all or default");
    }
    Stream.of(settings.sources(), settings.remote(), settings.indexSystems(), settings.scenarios())
        .flatMap(all -> all.keySet().stream())
        .filter(other -> bronze(other).equals(bronze(name)))
        .findFirst()
        .ifPresent(
            other -> {
              throw new RenxingException(
                  ErrorCode.USAGE,
                  "init " + name + ": conf has a '" + other + "' already; take another name");
            });
  }

  private static String bronze(String id) {
    return id.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** What was found and guessed, for people. */
  public String text() {
    return PlanText.of(plan);
  }

  /** The files as they would be written. */
  public String preview() {
    StringBuilder out = new StringBuilder();
    files.forEach((path, text) -> out.append("\n==> " + path + " <==\n" + text));
    return out + "\nNothing was written.\n";
  }

  /** The commands that come next. */
  public String next() {
    return PlanText.next(plan.options().name(), files);
  }

  /**
   * Writes all of the files, or none.
   *
   * @param isForced whether files that are there give way
   * @param check tries the environment that was written; where it fails all is as it was
   * @throws RenxingException USAGE where a file is there
   */
  public void write(boolean isForced, Runnable check) {
    Map<Path, Optional<byte[]>> before = new LinkedHashMap<>();
    for (String file : files.keySet()) {
      Path path = home.resolve(file);
      before.put(path, content(path));
    }
    List<Path> there =
        before.keySet().stream().filter(path -> before.get(path).isPresent()).toList();
    if (!there.isEmpty() && !isForced) {
      throw new RenxingException(
          ErrorCode.USAGE,
          there.get(0) + ": is there already; take another name, or write over it by --force");
    }
    List<Path> made = new ArrayList<>();
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path path = home.resolve(file.getKey()).toAbsolutePath();
        makeFolder(path.getParent(), made);
        put(path, file.getValue().getBytes(StandardCharsets.UTF_8));
      }
      check.run();
    } catch (RenxingException e) {
      before.forEach(PanelDraft::restore);
      Collections.reverse(made);
      made.forEach(folder -> restore(folder, Optional.empty()));
      throw e;
    }
  }

  private static Optional<byte[]> content(Path path) {
    try {
      return Files.exists(path) ? Optional.of(Files.readAllBytes(path)) : Optional.empty();
    } catch (IOException e) {
      throw storage(path, "read", e);
    }
  }

  private static void put(Path path, byte[] content) {
    OutputFile.of(COMMAND + ", " + path, path)
        .write(
            out -> {
              out.write(content);
              return content.length;
            });
  }

  /** Makes a folder and those above it; notes those that were not there, the outermost first. */
  private static void makeFolder(Path folder, List<Path> made) {
    if (!Files.isDirectory(folder)) {
      makeFolder(folder.getParent(), made);
      try {
        Files.createDirectory(folder);
        made.add(folder);
      } catch (IOException e) {
        throw storage(folder, "made", e);
      }
    }
  }

  private static void restore(Path path, Optional<byte[]> before) {
    try {
      if (before.isPresent()) {
        put(path, before.get());
      } else {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw storage(path, "restored", e);
    }
  }

  private static RenxingException storage(Path path, String what, IOException e) {
    return new RenxingException(
        ErrorCode.STORAGE, path + ": cannot be " + what + ": " + e.getMessage(), e);
  }
}
