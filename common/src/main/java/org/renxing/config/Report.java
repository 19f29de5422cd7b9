package org.renxing.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.renxing.model.ErrorCode;
import org.renxing.model.RenxingException;

/** Collects problems, so that all are told at once. */
final class Report {
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> troubled = new HashSet<>();
  private final Set<String> broken = new HashSet<>();

  void add(Problem problem) {
    troubled.add(problem.path());
    problems.add(problem);
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

  /** Whether all is well. */
  boolean isEmpty() {
    return problems.isEmpty() && broken.isEmpty();
  }

  /** Throws what cannot be explained, because no problem was recorded. */
  void requireProblems(RuntimeException unexplained) {
    if (problems.isEmpty()) {
      throw unexplained;
    }
  }

  /** Throws all problems as one exception. */
  void throwIfAny() {
    throwIfAny(problem -> true);
  }

  /**
   * Throws problems as one exception, one line each, in the order of files and lines. A list of
   * what is allowed stands with the first problem that has it.
   */
  void throwIfAny(Predicate<Problem> isMeant) {
    List<Problem> meant = lines(isMeant);
    if (!meant.isEmpty()) {
      Set<List<String>> listed = new HashSet<>();
      List<String> lines =
          meant.stream().map(p -> Secrets.redacted(p.text(listed.add(p.allowed())))).toList();
      throw new RenxingException(ErrorCode.CONFIGURATION, String.join("\n", lines));
    }
  }

  /** Problems as warnings, a line a file. */
  List<String> warnings(Predicate<Problem> isMeant) {
    Map<String, List<Problem>> byFile = new TreeMap<>();
    lines(isMeant)
        .forEach(p -> byFile.computeIfAbsent(p.place().file(), f -> new ArrayList<>()).add(p));
    return byFile.values().stream().map(Report::warning).toList();
  }

  private static String warning(List<Problem> ofFile) {
    String more = ofFile.size() == 1 ? "" : " (and " + (ofFile.size() - 1) + " more)";
    return Secrets.redacted(ofFile.get(0).text(false))
        + more
        + "; this command does not need it, and goes on; bin/renxing config tells all";
  }

  /** Each problem once: a line that several scenarios inherit, and what a suggestion covers. */
  private List<Problem> lines(Predicate<Problem> isMeant) {
    Set<String> suggested = new HashSet<>();
    problems.forEach(p -> p.suggestion().ifPresent(s -> suggested.add(parent(p.path()) + "." + s)));
    Set<String> seen = new HashSet<>();
    return problems.stream()
        .filter(isMeant)
        .filter(p -> seen.add(key(p)))
        .filter(p -> !(p.message().equals(Problem.MISSING) && suggested.contains(p.path())))
        .sorted(
            Comparator.comparing((Problem p) -> p.place().file())
                .thenComparingInt(p -> p.place().line())
                .thenComparing(Problem::path))
        .toList();
  }

  private static String key(Problem problem) {
    String samePath =
        problem.path().replaceFirst("^scenarios\\.(\"[^\"]*\"|[^.\\[]+)", "scenarios.*");
    String path = problem.place().line() > 0 ? samePath : problem.path();
    return problem.place() + " " + path + " " + problem.message();
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }
}
