package org.renxing.jobs.cli.method;

/** What people look for in help: the methods first, then the options of each, in this order. */
enum HelpGroup {
  SCORE("Weigh indicators and score units"),
  RELATE("Relate systems to each other"),
  OBSTACLES("See what holds units back"),
  EFFICIENCY("Compare the efficiency of units"),
  INEQUALITY("Measure inequality between units and groups"),
  STRUCTURE("See what an economy is made of"),
  DRIVERS("Ask what drives a variable"),
  CARBON("See how emissions move and may move"),
  SPACE("See how units lie and what neighbours share"),
  TYPES("Part units into types"),
  TABLE("Input and answer"),
  METHOD("This method"),
  INDICATORS("Indicators"),
  MISSING("Missing values"),
  NORMALISATION("Normalisation"),
  WEIGHTS("Weights"),
  READING("How the file is written; found from the file unless given"),
  HELP("Help");

  private final String title;

  HelpGroup(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
