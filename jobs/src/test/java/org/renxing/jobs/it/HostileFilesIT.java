package org.renxing.jobs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that would take the memory of a run, through the launcher, with little memory. */
@Order(1) // among the longest: see TraceIT
class HostileFilesIT {
  private static final int MILLION = 1_000_000;
  private static final int GIANT = 20_000_000;
  private static final String OF_MINUTES = " -XX:TieredStopAtLevel=4";

  @TempDir private Path folder;

  @Test
  void hostileCsvOfAMillionRowsEndsWithItsCode() throws IOException {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    Path file = folder.resolve(MiniHome.ECONOMY);
    writeHostile(file);
    Launcher.Ended ended = home.launcher().with("RENXING_JAVA_OPTIONS", "-Xmx512m").run("nightly");
    assertRefused(ended, "economy.csv: has a line of more than 16782614 characters");
  }

  @Test
  void quoteThatIsNotClosedIsNamedWithItsLine() throws IOException {
    MiniHome home = MiniHome.write(folder);
    Path file = folder.resolve("in/quote.csv");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(bytes("code,year,gdp\n110000,2018,1\n\"110000,2018,1\n"));
      for (int i = 0; i < MILLION; i++) {
        out.write(bytes("110000,2018,1\n"));
      }
    }
    Launcher.Ended ended = profile(home, file);
    assertRefused(
        ended,
        "the row after line 2 cannot be read: a field may have at most 1048576",
        "opens in line 3");
  }

  @Test
  void workbookOf200MebibytesIsStreamed() throws IOException {
    MiniHome home = MiniHome.write(folder);
    Path file = folder.resolve("in/big.xlsx");
    long unpacked = writeBook(file, 400_000);
    assertThat(unpacked).isGreaterThan(200L << 20);
    // minutes of the same loops: worth the second compiler, which the launcher leaves out
    Launcher.Ended ended = profile(OF_MINUTES, home, file, "--set", "intake.max-ratio=1000");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("400,000 rows, wide", "unit column   code");
  }

  @Test
  void workbookThatGrowsTooMuchIsRefused() throws IOException {
    MiniHome home = MiniHome.write(folder);
    Path file = folder.resolve("in/bomb.xlsx");
    writeBook(file, 40_000);
    assertRefused(profile(home, file, "--set", "intake.max-unpacked-mb=16"), "max-unpacked-mb");
    assertRefused(profile(home, file, "--set", "intake.max-ratio=3"), "intake.max-ratio");
  }

  /** All that is no file, beside the files of a lake that has published them. */
  @Test
  void whatIsNoFileLeavesTheReleaseAsItIs() throws IOException {
    MiniHome home = MiniHome.released().checked().copyTo(folder);
    home.edit("conf/sources/economy.conf", text -> text.replace("/in/economy.csv", "/in/economy*"));
    Path in = folder.resolve("in");
    Process pipes =
        new ProcessBuilder("mkfifo", "economy pipe.csv", ".economy.csv.crc")
            .directory(in.toFile())
            .inheritIO()
            .start();
    assertThat(pipes.onExit().join().exitValue()).isZero();
    Files.createSymbolicLink(in.resolve("economy-env.csv"), Path.of("/proc/self/environ"));
    Files.createSymbolicLink(in.resolve("economy-none.csv"), Path.of("none"));
    Files.createSymbolicLink(in.resolve("economy-zero.csv"), Path.of("/dev/zero"));
    Launcher.Ended ended = home.launcher().with("SECRET_TOKEN", "hunter2").run("nightly");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("Nothing new to publish");
    assertThat(ended.err())
        .contains("SKIPPED_ENTRY: source economy: economy pipe.csv is a FIFO")
        .contains("SKIPPED_ENTRY: source economy: economy-env.csv is a link that leaves")
        .contains("SKIPPED_ENTRY: source economy: economy-none.csv is a link that leads nowhere")
        .contains("SKIPPED_ENTRY: source economy: economy-zero.csv is a link that leaves")
        .doesNotContain("hunter2");
    assertThat(ended.out()).doesNotContain("hunter2");
  }

  private static Launcher.Ended profile(MiniHome home, Path file, String... options) {
    return profile("", home, file, options);
  }

  private static Launcher.Ended profile(
      String compiler, MiniHome home, Path file, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "profile";
    all[1] = file.toString();
    System.arraycopy(options, 0, all, 2, options.length);
    return home.launcher().with("RENXING_JAVA_OPTIONS", "-Xmx128m" + compiler).run(all);
  }

  private static void assertRefused(Launcher.Ended ended, String... words) {
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
    assertThat(ended.lastLine()).contains("renxing: exit 1 (SOURCE_CONTRACT): ").contains(words);
    assertThat(ended.err()).doesNotContain("OutOfMemory");
  }

  /** Every kind of fault, over and over; sound rows between them. */
  private static void writeHostile(Path file) throws IOException {
    byte[] giant = new byte[GIANT];
    java.util.Arrays.fill(giant, (byte) 'x');
    byte[] otherSet = "北京,2018,1,2,3\n".getBytes(Charset.forName("GB18030"));
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write(bytes("code,year,gdp,savings,patents\n"));
      for (int i = 0; i < MILLION; i++) {
        switch (i % 10) {
          case 0 -> out.write(bytes("110000,2018\n"));
          case 1 -> out.write(bytes("110000,2018,1,2,3,4,5,6\n"));
          case 2 -> out.write(bytes("110000,20\0" + "18,5,2,3\n"));
          case 3 -> out.write(otherSet);
          default -> out.write(bytes("110000,2018," + i + ",2,3\n"));
        }
        if (i == 1000) {
          out.write(giant);
          out.write('\n');
        }
      }
    }
  }

  /** A sheet of numbers; the parts are as small as they may be. */
  private static long writeBook(Path file, int rows) throws IOException {
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String relations =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    long unpacked = 0;
    try (ZipOutputStream zip =
        new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      zip.setLevel(Deflater.BEST_SPEED);
      part(
          zip,
          "[Content_Types].xml",
          "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
              + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
              + " PartName=\"/xl/workbook.xml\""
              + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
      part(
          zip,
          "_rels/.rels",
          relations
              + "<Relationship Id=\"r1\" Type=\""
              + office
              + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + main
              + "\" xmlns:r=\""
              + office
              + "\"><sheets><sheet name=\"s\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          relations
              + "<Relationship Id=\"r1\" Type=\""
              + office
              + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      unpacked += write(zip, "<worksheet xmlns=\"" + main + "\"><sheetData>" + head());
      for (int row = 2; row < rows + 2; row++) {
        StringBuilder xml = new StringBuilder("<row r=\"" + row + "\">");
        number(xml, 'A', row, 110000);
        number(xml, 'B', row, 2018);
        for (char column = 'C'; column < 'S'; column++) {
          number(xml, column, row, (row * 7919L * column) % 1_000_003);
        }
        unpacked += write(zip, xml.append("</row>").toString());
      }
      unpacked += write(zip, "</sheetData></worksheet>");
    }
    return unpacked;
  }

  private static String head() {
    StringBuilder xml = new StringBuilder("<row r=\"1\">");
    for (char column = 'A'; column < 'S'; column++) {
      String text = column == 'A' ? "code" : column == 'B' ? "year" : "figure " + column;
      xml.append("<c r=\"" + column + "1\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>");
    }
    return xml.append("</row>").toString();
  }

  private static void number(StringBuilder xml, char column, int row, long value) {
    xml.append("<c r=\"").append(column).append(row).append("\"><v>");
    xml.append(value).append("</v></c>");
  }

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    write(zip, xml);
  }

  private static int write(OutputStream out, String text) throws IOException {
    byte[] bytes = bytes(text);
    out.write(bytes);
    return bytes.length;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
