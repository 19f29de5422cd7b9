package org.renxing.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Collects problems, so that all are told at once. */
final class Report {
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> troubled = new HashSet<>();
  private final Set<String> broken = new HashSet<>();

  /** Records a problem; a line that several scenarios inherit is told once. */
  void add(Problem problem) {
    troubled.add(problem.path());
    String samePath =
        problem.path().replaceFirst("^scenarios\\.(\"[^\"]*\"|[^.\\[]+)", "scenarios.*");
    String key = problem.place().line() > 0 ? samePath : problem.path();
    if (seen.add(problem.place() + " " + key + " " + problem.message())) {
      problems.add(problem);
    }
  }

  /** Records that what stands at the path could not be read, so that checks on it say nothing. */
  void markBroken(String path) {
    broken.add(path);
  }

  boolean isBroken(String path) {
    return broken.contains(path);
  }

  /** Whether a problem, or what could not be read, lies at the path or below it. */
  boolean hasProblemUnder(String path) {
    return Stream.concat(troubled.stream(), broken.stream())
        .anyMatch(
            p ->
                path.isEmpty()
                    || p.equals(path)
                    || p.startsWith(path + ".")
                    || p.startsWith(path + "["));
  }

  /** Throws what cannot be explained, because no problem was recorded. */
  void requireProblems(RuntimeException unexplained) {
    if (problems.isEmpty()) {
      throw unexplained;
    }
  }

  /** Throws all problems as one exception, one line each, in the order of files and lines. */
  void throwIfAny() {
    if (problems.isEmpty()) {
      return;
    }
    Set<String> meant = new HashSet<>();
    problems.forEach(p -> p.suggestion().ifPresent(s -> meant.add(parent(p.path()) + "." + s)));
    List<String> lines =
        problems.stream()
            .filter(p -> !(p.message().equals(Problem.MISSING) && meant.contains(p.path())))
            .sorted(
                Comparator.comparing((Problem p) -> p.place().file())
                    .thenComparingInt(p -> p.place().line())
                    .thenComparing(Problem::path))
            .map(problem -> Secrets.redacted(problem.toString()))
            .toList();
    throw new RenxingException(ErrorCode.CONFIGURATION, String.join("\n", lines));
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }
}
