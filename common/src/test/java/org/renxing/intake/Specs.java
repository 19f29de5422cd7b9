package org.renxing.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.renxing.model.FileForm;
import org.renxing.model.IntakeLimits;
import org.renxing.model.SourceSpec;
import org.renxing.model.SourceSpec.Mapping;
import org.renxing.model.UnitOfMeasure;
import org.renxing.name.MeasureNames;

/** Sources and files for tests. */
final class Specs {
  static final MeasureNames MEASURES =
      new MeasureNames(
          List.of(
              new UnitOfMeasure("10^4 CNY", "money", 1e4, List.of("万元")),
              new UnitOfMeasure("10^8 CNY", "money", 1e8, List.of("亿元")),
              new UnitOfMeasure("10^4 persons", "persons", 1e4, List.of("万人")),
              new UnitOfMeasure("km2", "area", 1e6, List.of("平方公里"))));

  private Specs() {}

  static FileForm form(int headRows, boolean hasUnits, Optional<String> yearFrom) {
    FileForm plain = FileForm.plain();
    return new FileForm(
        plain.encoding(),
        new FileForm.Head(Optional.empty(), headRows, "/", hasUnits),
        plain.sheets(),
        yearFrom,
        plain.footnote(),
        plain.marks(),
        plain.fillDown(),
        plain.decimal());
  }

  /** A wide source by city and year; GDP's unit is left to the file, that of 人口 is stated. */
  static SourceSpec wide(SourceSpec.Format format, FileForm form) {
    Map<String, Mapping> mappings = new TreeMap<>();
    for (String unit : List.of("10^4 CNY", "万元", "10^8 CNY", "亿元")) {
      String name = MEASURES.find(unit).orElseThrow().name();
      mappings.put(Mapping.label("GDP", unit), new Mapping("gdp", name, Optional.of("GDP")));
    }
    mappings.put("人口", new Mapping("pop", "10^4 persons"));
    return spec(format, form, mappings);
  }

  /** A source of a unit and a year alone. */
  static SourceSpec bare(SourceSpec.Format format) {
    return spec(format, FileForm.plain(), Map.of());
  }

  /** A wide source with mappings. */
  static SourceSpec wide(SourceSpec.Format format, FileForm form, Map<String, Mapping> mappings) {
    return spec(format, form, mappings);
  }

  private static SourceSpec spec(
      SourceSpec.Format format, FileForm form, Map<String, Mapping> mappings) {
    return new SourceSpec(
        "s",
        "S",
        format,
        "/in",
        false,
        SourceSpec.Layout.WIDE,
        "城市",
        "年份",
        Optional.empty(),
        mappings,
        List.of(),
        List.of(""),
        ",",
        1,
        0.05,
        true,
        Optional.empty(),
        Optional.empty(),
        form);
  }

  /** Limits small enough to be met. */
  static IntakeLimits small() {
    return new IntakeLimits(4 << 20, 100, 1 << 20, 100, 1000, 10, 50);
  }

  /** All rows of all tables of a file. */
  static List<FileRow> read(Path file, SourceSpec source, IntakeLimits limits) {
    SourceBytes bytes = SourceBytes.of(file.getFileName().toString(), file);
    List<FileRow> out = new ArrayList<>();
    for (TableLayout table : new LayoutFinder(source, MEASURES, limits).find(bytes)) {
      try (FileRows rows = Tables.rows(bytes, table, RowForm.of(source, limits))) {
        rows.forEachRemaining(out::add);
      }
    }
    return out;
  }

  static Path write(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Bytes as some packer packs them. */
  static byte[] packed(byte[] bytes, Packer packer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing = packer.over(out)) {
      packing.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Opens a packer. */
  interface Packer {
    OutputStream over(OutputStream out) throws IOException;
  }
}
