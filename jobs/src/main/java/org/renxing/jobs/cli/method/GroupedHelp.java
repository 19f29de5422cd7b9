package org.renxing.jobs.cli.method;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Help of the methods, their commands and options under headings ({@link InHelp}). */
public final class GroupedHelp implements IModelTransformer {
  @Override
  public CommandSpec transform(CommandSpec spec) {
    spec.usageMessage()
        .sectionMap()
        .put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, GroupedHelp::commands);
    for (CommandLine method : spec.subcommands().values()) {
      method
          .getHelpSectionMap()
          .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, GroupedHelp::options);
    }
    return spec;
  }

  private static String commands(Help help) {
    Map<HelpGroup, Map<String, Help>> groups = new TreeMap<>();
    help.subcommands()
        .forEach(
            (name, command) ->
                groups
                    .computeIfAbsent(group(command.commandSpec()), g -> new TreeMap<>())
                    .put(name, command));
    StringBuilder out = new StringBuilder();
    groups.forEach(
        (group, commands) -> out.append(heading(group)).append(help.commandList(commands)));
    return out.toString();
  }

  private static String options(Help help) {
    Map<HelpGroup, List<OptionSpec>> groups = new TreeMap<>();
    for (OptionSpec option : help.commandSpec().options()) {
      groups.computeIfAbsent(group(option), g -> new ArrayList<>()).add(option);
    }
    StringBuilder out = new StringBuilder();
    groups.forEach(
        (group, options) ->
            out.append(heading(group)).append(help.optionListExcludingGroups(options)));
    return out.toString();
  }

  private static String heading(HelpGroup group) {
    return System.lineSeparator() + group.title() + ":" + System.lineSeparator();
  }

  private static HelpGroup group(CommandSpec command) {
    InHelp in = command.userObject().getClass().getAnnotation(InHelp.class);
    return in == null ? HelpGroup.HELP : in.value();
  }

  /** By the option's own mark, else by that of its class; what a command declares is its method. */
  static HelpGroup group(OptionSpec option) {
    if (!(option.userObject() instanceof Field field)) {
      return HelpGroup.HELP;
    }
    Class<?> owner = field.getDeclaringClass();
    InHelp in = field.getAnnotation(InHelp.class);
    if (in != null) {
      return in.value();
    }
    if (owner.isAnnotationPresent(CommandLine.Command.class)) {
      return owner.getPackage().equals(GroupedHelp.class.getPackage())
          ? HelpGroup.METHOD
          : HelpGroup.HELP;
    }
    in = owner.getAnnotation(InHelp.class);
    return in == null ? HelpGroup.HELP : in.value();
  }
}
