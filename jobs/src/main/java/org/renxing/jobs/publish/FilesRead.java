package org.renxing.jobs.publish;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.renxing.jobs.output.OutputFile;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.PanelUnits;
import org.renxing.model.RemoteSource;
import org.renxing.model.RenxingException;
import org.renxing.model.Settings;
import org.renxing.model.SourceSpec;

/**
 * What runs read on this machine, which no export may write: the lake, files of sources, names that
 * a source would read in the next run, reference tables and corrections.
 *
 * @param lake folder of the lake, where it is on this machine
 * @param files that are there now
 * @param sources whose paths may also match files that are new
 */
public record FilesRead(Optional<Path> lake, List<Path> files, List<SourceSpec> sources) {
  private static final String ANY = "[*?\\[{]";

  public FilesRead {
    files = List.copyOf(files);
    sources = List.copyOf(sources);
  }

  /** All that a configuration names. */
  public static FilesRead of(Settings settings, LakeFiles lakeFiles) {
    List<SourceSpec> sources = new ArrayList<>(settings.sources().values());
    settings.remote().values().stream().map(RemoteSource::files).forEach(sources::add);
    List<Path> files = new ArrayList<>();
    for (SourceSpec source : sources) {
      if (local(source.path()).isPresent()) {
        lakeFiles.find(source.path(), source.isFollowingLinks()).files().values().stream()
            .flatMap(path -> local(path).stream())
            .forEach(files::add);
      }
    }
    Stream.of(
            settings.unitFiles().stream(),
            settings.panelUnits().stream().map(PanelUnits::path),
            settings.correctionFiles().stream())
        .flatMap(paths -> paths)
        .forEach(path -> local(path).ifPresent(files::add));
    local(settings.referencePath()).ifPresent(folder -> files.addAll(inside(folder)));
    return new FilesRead(local(settings.lakePath()), files, sources);
  }

  /**
   * Refuses what is read as output.
   *
   * @throws RenxingException USAGE
   */
  public void requireApartFrom(OutputFile output) {
    requireOutsideLake(output.name(), output.path());
    files.forEach(file -> output.requireApartFrom("a file that runs read,", file));
    sources.stream()
        .filter(source -> isOf(source, output.path()))
        .findFirst()
        .ifPresent(
            source ->
                refuse(
                    output.name(),
                    "would be read as a file of source " + source.id() + " by its path"));
  }

  /** The lake alone. */
  public static FilesRead ofLake(String root) {
    return new FilesRead(local(root), List.of(), List.of());
  }

  /** Refuses a file or folder, there or not, that lies in the lake. */
  public void requireOutsideLake(String name, Path output) {
    Path at = output.toAbsolutePath();
    while (!Files.exists(at)) {
      at = at.getParent();
    }
    Path known = real(at);
    lake.map(FilesRead::real)
        .filter(known::startsWith)
        .ifPresent(folder -> refuse(name, "lies in the lake " + folder));
  }

  private static void refuse(String name, String why) {
    throw new RenxingException(ErrorCode.USAGE, name + ": " + why + "; name another folder");
  }

  /** Whether the path of a source matches a file, or the folder in which it lies. */
  private static boolean isOf(SourceSpec source, Path file) {
    Optional<Path> path = local(source.path());
    if (path.isEmpty()) {
      return false;
    }
    Path fixed = path.get().getRoot();
    int names = path.get().getNameCount();
    int at = 0;
    while (at < names && !path.get().getName(at).toString().matches(".*" + ANY + ".*")) {
      fixed = fixed.resolve(path.get().getName(at++));
    }
    Path folder = real(fixed);
    if (!file.startsWith(folder)) {
      return false;
    }
    Path rest = folder.relativize(file);
    if (at == names) {
      return rest.toString().isEmpty() || rest.getNameCount() == 1;
    }
    var matcher = FileSystems.getDefault().getPathMatcher("glob:" + path.get().subpath(at, names));
    return matcher.matches(rest) || (rest.getNameCount() > 1 && matcher.matches(rest.getParent()));
  }

  private static Path real(Path folder) {
    try {
      return Files.exists(folder) ? folder.toRealPath() : folder.normalize();
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, folder + ": cannot be read: " + e, e);
    }
  }

  private static List<Path> inside(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException e) {
      throw new RenxingException(ErrorCode.STORAGE, folder + ": cannot be read: " + e, e);
    }
  }

  /** The path on this machine; empty for object stores and the like. */
  private static Optional<Path> local(String path) {
    String plain = path.replaceFirst("^file:(//)?(?=/)", "");
    return plain.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")
        ? Optional.empty()
        : Optional.of(Path.of(plain).toAbsolutePath());
  }
}
