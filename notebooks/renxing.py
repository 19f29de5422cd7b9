"""Reads tables of one published release of Renxing into pandas, for notebooks and programs.

    import renxing
    release = renxing.read("coupling_summary_year", "dim_unit", scenario="digital-coupling")
    release["coupling_summary_year"]        # a DataFrame: rows by key, types by the dictionary
    release.label("coupling_summary_year", "mean_d")

Name all tables that a notebook needs in one call: they come from one release, and through the
product from one start of its JVM. Where they are read from:

    postgres   the database of RENXING_POSTGRES, an address as libpq takes it (needs psycopg2)
    pyspark    the lake of RENXING_LAKE, where pyspark with Delta Lake is installed
    product    bin/renxing export, which has all that it needs

RENXING_READ_BY names one of them; without it, it is the first that there is, in this order.
RENXING_RELEASE pins a release; without it, the newest is read. RENXING_LAKE and RENXING_ENV go to
the product as lake.path and --env; RENXING_COMMAND is the product, by default bin/renxing here.
"""

import importlib.util
import json
import os
import subprocess
import tempfile
from pathlib import Path

import pandas as pd

HOME = Path(__file__).resolve().parent.parent
_TYPES = {"string": "object", "int": "Int64", "bigint": "Int64", "double": "float64", "boolean": "boolean"}
_FONTS = ["WenQuanYi Micro Hei", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei"]


class Error(Exception):
    """What stands in the way of reading, in words for the user."""


class Release:
    """Tables of one release. `id` is the release, `dictionary` describes all its columns."""

    def __init__(self, release_id, tables):
        self.id = release_id
        self.dictionary = _typed(tables.pop("data_dictionary"), None)
        self._tables = {name: _typed(frame, self._columns(name)) for name, frame in tables.items()}

    def __getitem__(self, table):
        """The rows of a table that was asked for, as a copy."""
        if table not in self._tables:
            raise Error(f"{table} was not read; name it in read(…)")
        return self._tables[table].copy()

    def label(self, table, column):
        """What a column holds, with its unit of measure: for axes and heads."""
        rows = self._columns(table).query("column_name == @column")
        if rows.empty:
            raise Error(f"{table} has no column {column}")
        comment, unit = rows.iloc[0][["comment", "unit"]]
        return comment if pd.isna(unit) else f"{comment} [{unit}]"

    def _columns(self, table):
        return self.dictionary[self.dictionary.table_name == f"gold.{table}"]

    def __repr__(self):
        return f"release {self.id}: {', '.join(f'{n} ({len(f):,} rows)' for n, f in self._tables.items())}"


def read(*tables, scenario=None, release=None):
    """Reads tables of gold, of one scenario or all, from the named release or the newest."""
    release = release or os.environ.get("RENXING_RELEASE")
    names = [*dict.fromkeys(tables), "data_dictionary"]
    ways = {"postgres": _by_postgres, "pyspark": _by_pyspark, "product": _by_product}
    if way() not in ways:
        raise Error(f"RENXING_READ_BY={way()}: must be one of {', '.join(ways)}")
    return Release(*ways[way()](names, scenario, release))


def way():
    """By what releases are read: postgres, pyspark or product."""
    if "RENXING_READ_BY" in os.environ:
        return os.environ["RENXING_READ_BY"]
    if "RENXING_POSTGRES" in os.environ:
        return "postgres"
    return "pyspark" if importlib.util.find_spec("pyspark") else "product"


def releases():
    """Ids of the releases in the lake, the newest first (by the product)."""
    return [line["id"] for line in json.loads(_product("release", "list", "--json"))]


def diff(a, b, *tables, top=10):
    """What differs between two releases, lakes or scenarios: `bin/renxing diff A B --json`."""
    chosen = ["--tables", ",".join(tables)] if tables else []
    return json.loads(_product("diff", a, b, "--json", "--top", str(top), *chosen, good=(0, 1)))


def style():
    """Charts of a modest size, with Chinese letters where a font for them is installed."""
    import matplotlib
    from matplotlib import font_manager

    there = {font.name for font in font_manager.fontManager.ttflist}
    matplotlib.rcParams.update(
        {
            "font.family": [name for name in _FONTS if name in there] + ["DejaVu Sans"],
            "axes.unicode_minus": False,
            "axes.grid": True,
            "grid.alpha": 0.3,
            "figure.figsize": (8, 4),
            "figure.dpi": 80,
            "figure.autolayout": True,
        }
    )


def _typed(frame, columns):
    """The same types and order of rows, whichever way they came; an empty text is a missing one."""
    if columns is None:  # the dictionary itself
        keys, types = ["table_name", "column_name"], {"position": "int", "is_key": "boolean", "is_required": "boolean"}
    else:
        keys = list(columns.sort_values("position").query("is_key").column_name)
        types = dict(zip(columns.column_name, columns.type))
    for name in frame.columns:
        kind = _TYPES.get(types.get(name, "string"), "object")
        values = frame[name].astype(object)
        values = values.where(values.notna() & (values != ""), None)
        if kind == "boolean":
            values = values.map({True: True, False: False, "true": True, "false": False}).astype(kind)
        elif kind == "Int64":
            values = values.map(int, na_action="ignore").astype(kind)
        elif kind == "float64":
            values = values.astype(kind)  # by Python's float, which is right to the last digit
        if kind in ("boolean", "Int64") and values.notna().all():
            values = values.astype(kind.lower().replace("boolean", "bool"))
        frame[name] = values
    return frame.sort_values(keys, ignore_index=True) if keys else frame


def _product(*arguments, good=(0,)):
    """Runs a command of the product and returns what it prints."""
    command = [os.environ.get("RENXING_COMMAND", str(HOME / "bin" / "renxing")), *arguments]
    if "RENXING_ENV" in os.environ:
        command += ["--env", os.environ["RENXING_ENV"]]
    if "RENXING_LAKE" in os.environ:
        command += ["--set", f"lake.path={os.environ['RENXING_LAKE']}"]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8")
    if ended.returncode not in good:
        lines = ended.stderr.strip().splitlines()
        raise Error(lines[-1] if lines else f"{command[0]} ended with {ended.returncode}")
    return ended.stdout


def _by_product(names, scenario, release):
    with tempfile.TemporaryDirectory() as folder:
        options = ["--scenario", scenario or "all"] + (["--release", release] if release else [])
        _product("export", "--table", ",".join(names), "--current", "--out", folder, *options)
        place = (Path(folder) / "current").resolve()
        tables = {name: pd.read_csv(place / f"{name}.csv", dtype=str, keep_default_na=False) for name in names}
        return place.name, tables


def _by_postgres(names, scenario, release):
    import psycopg2

    with psycopg2.connect(os.environ["RENXING_POSTGRES"]) as connection:
        connection.set_session(isolation_level="REPEATABLE READ", readonly=True)
        cursor = connection.cursor()
        cursor.execute("SELECT release_id, schema_name, state FROM renxing.release WHERE state <> 'loading'")
        there = cursor.fetchall()
        found = [r for r in there if (r[2] == "current" if not release else _is_named(r[0], release))]
        if not found:
            raise Error(f"the database holds no release {release}; it holds {', '.join(r[0] for r in there)}")
        tables = {}
        for name in names:
            cursor.execute(f'SELECT * FROM "{found[0][1]}"."{name}"')
            heads = [column.name for column in cursor.description]
            tables[name] = _of_scenario(pd.DataFrame(cursor.fetchall(), columns=heads, dtype=object), scenario)
        return found[0][0], tables


def _by_pyspark(names, scenario, release):
    from pyspark.sql import SparkSession

    lake = os.environ.get("RENXING_LAKE", str(HOME / "lake")).rstrip("/")
    keys = {
        "spark.sql.extensions": "io.delta.sql.DeltaSparkSessionExtension",
        "spark.sql.catalog.spark_catalog": "org.apache.spark.sql.delta.catalog.DeltaCatalog",
    }
    spark = SparkSession.builder.config(map=keys).getOrCreate()
    rows = spark.read.format("delta").load(f"{lake}/gold/release_table").toPandas()
    rows = rows[[_is_named(r, release) for r in rows.release_id]] if release else rows
    if rows.empty:
        raise Error(f"{lake}: holds no release {release or 'yet'}")
    found = rows.release_id.max()
    versions = dict(zip(rows[rows.release_id == found].table_name, rows[rows.release_id == found].delta_version))
    tables = {}
    for name in names:
        if f"gold.{name}" not in versions:
            raise Error(f"release {found} holds no table {name}")
        reader = spark.read.format("delta").option("versionAsOf", int(versions[f"gold.{name}"]))
        tables[name] = _of_scenario(reader.load(f"{lake}/gold/{name}").toPandas(), scenario)
    return found, tables


def _is_named(release_id, asked):
    return release_id == asked or release_id.split("-")[0] == asked


def _of_scenario(frame, scenario):
    is_whole = scenario is None or "scenario_id" not in frame.columns
    return frame if is_whole else frame[frame.scenario_id == scenario].reset_index(drop=True)
