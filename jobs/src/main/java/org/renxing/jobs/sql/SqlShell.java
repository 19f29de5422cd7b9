package org.renxing.jobs.sql;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jline.builtins.Less;
import org.jline.builtins.Source;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.renxing.lake.LakeCatalogue;
import org.renxing.model.RenxingException;

/**
 * Questions one after the other, in one process: with a history, completion of tables and columns,
 * and pages of long answers. An error ends its statement, not the shell.
 */
public final class SqlShell {
  private static final String HELP =
      """
      A statement ends with ; and may take several lines. Tab completes tables and columns.
        \\d           lists the tables
        \\d TABLE     describes the columns of a table
        \\f FORM      prints answers as table, csv or json
        \\q           ends the shell, as does Ctrl-D; Ctrl-C ends a statement
      """;

  private final SqlEngine engine;
  private final Terminal terminal;
  private final LineReader reader;
  private AnswerForm form;

  /**
   * A shell.
   *
   * @param history file that keeps what was typed; empty for none
   */
  public SqlShell(
      SqlEngine engine,
      LakeCatalogue catalogue,
      AnswerForm form,
      Terminal terminal,
      Optional<Path> history) {
    this.engine = engine;
    this.terminal = terminal;
    this.form = form;
    LineReaderBuilder builder =
        LineReaderBuilder.builder()
            .appName("renxing")
            .terminal(terminal)
            .parser(new SqlLine())
            .completer(new SqlNames(catalogue))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "    ...> ")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true);
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    this.reader = builder.build();
  }

  /** Where the history of a user is kept; empty where no such folder can be made. */
  public static Optional<Path> history() {
    String state = System.getenv().getOrDefault("XDG_STATE_HOME", "");
    Path base =
        state.startsWith("/")
            ? Path.of(state)
            : Path.of(System.getProperty("user.home"), ".local", "state");
    try {
      return Optional.of(Files.createDirectories(base.resolve("renxing")).resolve("sql-history"));
    } catch (IOException | RuntimeException none) {
      return Optional.empty();
    }
  }

  /** Reads and answers until the end. */
  public void run() {
    terminal.writer().println("\\? for help, \\q to leave");
    while (true) {
      try {
        String text = reader.readLine("renxing> ").strip();
        if (text.matches("(?i)\\\\q|quit|exit")) {
          return;
        }
        perform(text);
      } catch (UserInterruptException e) {
        // the line is given up
      } catch (EndOfFileException e) {
        return;
      } catch (RenxingException e) {
        terminal.writer().println(e.getMessage());
      }
      terminal.flush();
    }
  }

  private void perform(String text) {
    if (!SqlLine.isCommand(text)) {
      answer(text);
    } else if (text.equals("\\d")) {
      answer("SHOW TABLES");
    } else if (text.startsWith("\\d ")) {
      String table = text.substring(3).strip().replaceFirst(";$", "");
      answer("DESCRIBE " + (table.contains(".") ? table : "gold." + table));
    } else if (text.matches("\\\\f\\s+(?i:table|csv|json)")) {
      form = AnswerForm.valueOf(text.substring(2).strip().toUpperCase(Locale.ROOT));
    } else if (!text.isEmpty()) {
      terminal.writer().print(HELP);
    }
  }

  private void answer(String sql) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Terminal.SignalHandler before = terminal.handle(Signal.INT, signal -> engine.cancel());
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      engine.answer(
          sql,
          answer -> {
            if (form == AnswerForm.TABLE) {
              form.print(answer, out, columns());
            } else {
              form.print(
                  answer, new PrintStream(terminal.output(), true, StandardCharsets.UTF_8), 0);
            }
            return 0;
          });
    } finally {
      terminal.handle(Signal.INT, before);
    }
    show(bytes.toString(StandardCharsets.UTF_8));
  }

  private int columns() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : TerminalWidth.UNLIMITED;
  }

  private boolean isDumb() {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  private void show(String text) {
    if (isDumb() || text.lines().count() < terminal.getHeight()) {
      terminal.writer().print(text);
      return;
    }
    try {
      Less pager = new Less(terminal, Path.of(""));
      pager.run(new ArrayList<>(List.of(new Page(text))));
    } catch (IOException e) {
      terminal.writer().print(text);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A text that is leafed through. */
  private record Page(String text) implements Source {
    @Override
    public String getName() {
      return "answer; q to go on";
    }

    @Override
    public InputStream read() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Long lines() {
      return text.lines().count();
    }
  }
}
