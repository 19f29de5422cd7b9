package org.renxing.jobs.profile;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.renxing.jobs.console.Text;
import org.renxing.model.Settings;

/** Profiles one file and shows what was found. */
public final class ProfileRequest {
  private final FileProfile profile;

  private ProfileRequest(FileProfile profile) {
    this.profile = profile;
  }

  /**
   * Reads the file.
   *
   * @param sheet the one sheet of a workbook that is meant
   * @param given what the user says of its columns
   * @throws org.renxing.model.RenxingException SOURCE_CONTRACT where it cannot be read or is beyond
   *     the limits
   */
  public static ProfileRequest read(
      Path file, Optional<String> sheet, Settings settings, GivenColumns given) {
    MetadataCatalog known = MetadataCatalog.of(settings);
    return new ProfileRequest(Profiler.profile(FoundFile.of(file, sheet, known), known, given));
  }

  /** What was found, for people. */
  public String text() {
    return ProfileText.of(profile);
  }

  /** What was found, for machines. */
  public String json() {
    Map<?, ?> map =
        new ObjectMapper().registerModule(new Jdk8Module()).convertValue(profile, Map.class);
    return Text.json(map);
  }

  /** A source file to start from. */
  public String draft(Path home) {
    return new SourceDraft(profile, home).text();
  }
}
