package org.renxing.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.renxing.model.ErrorCode;
import org.renxing.model.FileForm;
import org.renxing.model.RenxingException;

class EncodingTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String TEXT = "城市,年份,地区生产总值\n石家庄市,2020,5935.1\n呼和浩特市,2020,2800.7\n";

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void findsTheSetWithoutMark(String name) throws IOException {
    assertThat(guess(TEXT.getBytes(Charset.forName(name)))).isEqualTo(Charset.forName(name));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "UTF-16LE", "UTF-16BE"})
  void findsTheSetByItsMarkAndLeavesTheMarkOut(String name) throws IOException {
    byte[] bytes = ("\uFEFF" + TEXT).getBytes(Charset.forName(name));
    Charset found = guess(bytes);
    assertThat(found).isEqualTo(Charset.forName(name));
    assertThat(decode(bytes, found)).isEqualTo(TEXT);
  }

  @Test
  void plainAsciiIsUtf8AndLateChineseIsSeen() throws IOException {
    assertThat(guess("a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(StandardCharsets.UTF_8);
    ByteArrayOutputStream late = new ByteArrayOutputStream();
    late.write("1234567,890\n".repeat(60_000).getBytes(StandardCharsets.US_ASCII));
    late.write(TEXT.getBytes(GB18030));
    assertThat(guess(late.toByteArray())).isEqualTo(GB18030);
  }

  @Test
  void fewFaultyBytesDoNotHideTheSet() throws IOException {
    byte[] gb = TEXT.repeat(20).getBytes(GB18030);
    gb[gb.length / 2] = (byte) 0xFF;
    assertThat(guess(gb)).isEqualTo(GB18030);
    byte[] utf8 = (TEXT.repeat(20) + "x").getBytes(StandardCharsets.UTF_8);
    utf8[utf8.length - 1] = (byte) 0xFF;
    assertThat(guess(utf8)).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void sayingNothingIsBetterThanGuessing() {
    byte[] noise = new byte[4000];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (i % 2 == 0 ? 0xFF : 0xC3);
    }
    assertThatThrownBy(() -> guess(noise))
        .isInstanceOfSatisfying(
            RenxingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_CONTRACT))
        .hasMessageContaining("as UTF-8")
        .hasMessageContaining("as GB18030")
        .hasMessageContaining("set the source's encoding");
  }

  @Test
  void faultyBytesAreShown() throws IOException {
    byte[] bytes = {'a', (byte) 0xFF, 'b', 0, 'c', (byte) 0xE5};
    assertThat(decode(bytes, StandardCharsets.UTF_8)).isEqualTo("a\uFFFDxFFb\uFFFDNULc\uFFFDxE5");
  }

  @Property
  void whatIsSoundComesOutAsItWentIn(@ForAll String text) throws IOException {
    String sound =
        new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .replace("\0", "")
            .replace("\uFEFF", "");
    for (Charset charset : new Charset[] {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE}) {
      assertThat(decode(sound.getBytes(charset), charset)).isEqualTo(sound);
    }
  }

  private static Charset guess(byte[] bytes) throws IOException {
    return EncodingGuess.of(new ByteArrayInputStream(bytes), FileForm.AUTO, "f");
  }

  private static String decode(byte[] bytes, Charset charset) throws IOException {
    StringWriter out = new StringWriter();
    try (Reader reader = new DecodingReader(new ByteArrayInputStream(bytes), charset)) {
      reader.transferTo(out);
    }
    return out.toString();
  }
}
