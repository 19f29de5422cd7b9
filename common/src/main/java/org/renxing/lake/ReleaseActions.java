package org.renxing.lake;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.renxing.lake.ReleaseMarks.Kind;
import org.renxing.lake.ReleaseMarks.Mark;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** What is done to releases by hand; under the lock of the lake. */
public final class ReleaseActions {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern LIKE_ID = Pattern.compile("[rR]\\d+(-.*)?");

  private final Lake lake;
  private final Releases releases;
  private final String runId;

  public ReleaseActions(Lake lake, String runId) {
    this.lake = lake;
    this.releases = new Releases(lake);
    this.runId = runId;
  }

  /**
   * Gives a release a name, by which it is found from now on; upkeep keeps named releases.
   *
   * @return false where it has that name already
   * @throws RenxingException USAGE where there is no such release, another has the name, or it is
   *     none
   */
  public boolean name(String release, String name) {
    if (!NAME.matcher(name).matches() || LIKE_ID.matcher(name).matches()) {
      throw usage(
          "release name '"
              + name
              + "': a name has 1 to 64 ASCII letters, digits, '.', '_' and '-', begins with a"
              + " letter or digit, and is unlike an id such as r00001");
    }
    String id = releases.require(release).id();
    ReleaseMarks marks = ReleaseMarks.of(lake);
    Optional<String> holder = marks.named(name);
    if (holder.isPresent() && !holder.get().equals(id)) {
      throw usage(
          String.format(
              "release name %s: %s has that name; take it away first: bin/renxing release name"
                  + " --remove %s %s",
              name, holder.get(), holder.get(), name));
    }
    if (holder.isEmpty()) {
      mark(marks, Kind.NAMED, id, name);
    }
    return holder.isEmpty();
  }

  /**
   * Takes a name away from a release.
   *
   * @param frozen names of releases that scenarios refer to
   * @throws RenxingException USAGE where it has no such name, or a scenario refers to it
   */
  public void unname(String release, String name, Set<String> frozen) {
    if (frozen.contains(name)) {
      throw usage(
          "release name --remove "
              + name
              + ": a scenario of the configuration has it as frozen-release");
    }
    String id = releases.require(release).id();
    ReleaseMarks marks = ReleaseMarks.of(lake);
    if (!marks.names(id).contains(name)) {
      throw usage(
          "release name --remove " + name + ": " + id + " has the names " + marks.names(id));
    }
    mark(marks, Kind.UNNAMED, id, name);
  }

  /**
   * Takes a release off the list; its files go with the next upkeep.
   *
   * @param frozen releases that scenarios refer to
   * @return its id
   * @throws RenxingException USAGE where readers see it, or it is named or referred to
   */
  public String drop(String release, Set<String> frozen) {
    String id = releases.require(release).id();
    ReleaseMarks marks = ReleaseMarks.of(lake);
    if (releases.requireNewest().id().equals(id)) {
      throw usage(
          "release drop "
              + id
              + ": it is what readers see; go back to another one first, with"
              + " bin/renxing release rollback");
    }
    if (!marks.names(id).isEmpty()) {
      String name = marks.names(id).get(0);
      throw usage(
          "release drop "
              + id
              + ": it is named "
              + String.join(", ", marks.names(id))
              + "; take the name away first: bin/renxing release name --remove "
              + id
              + " "
              + name);
    }
    if (frozen.contains(id)) {
      throw usage(
          "release drop " + id + ": a scenario of the configuration has it as frozen-release");
    }
    mark(marks, Kind.DROPPED, id, "");
    return id;
  }

  /**
   * Publishes an earlier release again; see {@link Releases#rollBack}.
   *
   * @throws RenxingException USAGE where readers see it already
   */
  public Releases.Published rollBack(String release, String codeVersion) {
    Releases.Release to = releases.require(release);
    if (releases.requireNewest().id().equals(to.id())) {
      throw usage("release rollback " + to.id() + ": it is what readers see");
    }
    return releases.rollBack(to, codeVersion, runId);
  }

  private void mark(ReleaseMarks marks, Kind kind, String id, String detail) {
    marks.add(lake, List.of(new Mark(kind, id, detail)), Instant.now(), runId);
  }

  private static RenxingException usage(String text) {
    return new RenxingException(ErrorCode.USAGE, text);
  }
}
