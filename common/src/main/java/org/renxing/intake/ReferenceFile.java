package org.renxing.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.renxing.lake.LakeFiles;
import org.renxing.model.ErrorCode;
import org.renxing.model.IntakeLimits;
import org.renxing.model.RenxingException;

/**
 * A small table that stands beside the sources: units, lineage, neighbours, corrections, published
 * figures. It is read as {@link FileTable} reads files, may have a head only, and what is wrong
 * with it is a fault of the configuration.
 */
public final class ReferenceFile {
  private static final String UNIT_FILES = "reference.path or reference.unit-files";
  private static final FileTable.Reading READING =
      new FileTable.Reading(
          "utf-8", Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  private final String path;
  private final String text;
  private Optional<FileTable> table;

  private ReferenceFile(String path, String text, Optional<FileTable> table) {
    this.path = path;
    this.text = text;
    this.table = table;
  }

  /** A file of which the text is known. */
  public static ReferenceFile of(String path, String text) {
    return new ReferenceFile(path, text, Optional.empty());
  }

  /** Rows that stand for a file; each has as many texts as there are columns. */
  public static ReferenceFile of(String path, List<String> columns, List<List<String>> rows) {
    List<Long> lines = LongStream.rangeClosed(2, rows.size() + 1L).boxed().toList();
    FileTable table = new FileTable(path, columns, rows, lines, false, Map.of(), List.of());
    return new ReferenceFile(path, columns + "\n" + rows, Optional.of(table));
  }

  /** Reads a list of the reference folder, or of units. */
  public static ReferenceFile read(LakeFiles files, String path) {
    return read(files, path, UNIT_FILES);
  }

  /**
   * Reads a file that a key of the configuration names.
   *
   * @throws RenxingException CONFIGURATION where there is none, or it is not UTF-8
   */
  public static ReferenceFile read(LakeFiles files, String path, String key) {
    if (files.isFolder(path)) {
      throw folder(path, key);
    }
    return of(path, files.read(path).orElseThrow(() -> missing(path, key)));
  }

  /** Reads a list of the reference folder, or of units, from the local disk. */
  public static ReferenceFile read(Path file) {
    try {
      if (Files.isDirectory(file)) {
        throw folder(file.toString(), UNIT_FILES);
      }
      if (!Files.exists(file)) {
        throw missing(file.toString(), UNIT_FILES);
      }
      return of(file.toString(), Files.readString(file));
    } catch (CharacterCodingException e) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION, file + ": is not UTF-8 (perhaps GBK); save it as UTF-8", e);
    } catch (IOException e) {
      throw Refusal.storage(file.toString(), e);
    }
  }

  /** Reads a table that is packed with a class. */
  public static ReferenceFile resource(Class<?> with, String name) {
    try (InputStream in = with.getResourceAsStream(name)) {
      return of(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RenxingException missing(String path, String key) {
    return new RenxingException(ErrorCode.CONFIGURATION, path + ": no such file; correct " + key);
  }

  private static RenxingException folder(String path, String key) {
    return new RenxingException(
        ErrorCode.CONFIGURATION, path + ": is a folder; name a file in it in " + key);
  }

  /**
   * The same file, which holds a head at least.
   *
   * @throws RenxingException CONFIGURATION where it holds nothing
   */
  public ReferenceFile withHead() {
    if (text.isBlank()) {
      throw new RenxingException(
          ErrorCode.CONFIGURATION,
          path
              + ": is empty; it needs a head with the columns of units.csv, or correct "
              + UNIT_FILES);
    }
    return this;
  }

  /** The columns that it has; none of an empty file. */
  public List<String> columns() {
    return text.isBlank() ? List.of() : known().columns();
  }

  /** Where it lies. */
  public String path() {
    return path;
  }

  /** All that it says, for fingerprints. */
  public String text() {
    return text;
  }

  /**
   * Its rows; none of an empty file.
   *
   * @throws RenxingException CONFIGURATION where it is no table, names a column twice or has a
   *     malformed row
   */
  public List<ReferenceRow> rows() {
    if (text.isBlank()) {
      return List.of();
    }
    FileTable known = known();
    return IntStream.range(0, known.rows().size())
        .mapToObj(row -> new ReferenceRow(known, row))
        .toList();
  }

  private FileTable known() {
    FileTable known = table.orElseGet(this::parsed);
    table = Optional.of(known);
    return known;
  }

  private FileTable parsed() {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try {
      return FileTable.read(
          SourceBytes.of(path, () -> new ByteArrayInputStream(bytes), Optional.empty()),
          READING,
          IntakeLimits.DEFAULT,
          true);
    } catch (RenxingException e) {
      throw new RenxingException(ErrorCode.CONFIGURATION, e.getMessage(), e);
    }
  }
}
