"""Tests of renxing.py, on a lake that TEST_LAKE names: python3 -m unittest, in this folder."""

import os
import sys
import types
import unittest
from unittest import mock

import pandas as pd
from pandas.testing import assert_frame_equal

import renxing

LAKE = os.environ.get("TEST_LAKE", str(renxing.HOME / "lake"))
POSTGRES = os.environ.get("TEST_POSTGRES")
TABLES = ["coupling_unit_year", "dim_unit", "indicator_weight"]


def settings(**variables):
    """Only these variables of the module, whatever the environment has."""
    others = {k: v for k, v in os.environ.items() if not k.startswith("RENXING_") or k == "RENXING_HOME"}
    return mock.patch.dict(os.environ, {**others, "RENXING_LAKE": LAKE, **variables}, clear=True)


class ReadByProduct(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with settings(RENXING_READ_BY="product"):
            cls.release = renxing.read(*TABLES)

    def test_one_release_is_named(self):
        self.assertRegex(self.release.id, r"^r\d{5}-[0-9a-f]{8}$")

    def test_types_are_those_of_the_dictionary(self):
        units, coupling = self.release["dim_unit"], self.release["coupling_unit_year"]
        self.assertEqual("float64", str(coupling.d.dtype))
        self.assertEqual("int64", str(coupling.year.dtype))
        self.assertEqual("bool", str(units.is_resource_based.dtype))
        self.assertEqual("Int64", str(units.valid_to.dtype))  # the newest names end in no year
        self.assertTrue(units.unit_id.map(lambda code: isinstance(code, str) and len(code) == 6).all())
        self.assertTrue((coupling.d**2 - coupling.c * coupling.t).abs().max() < 1e-12)

    def test_rows_are_by_key(self):
        keys = ["scenario_id", "unit_id", "year"]
        coupling = self.release["coupling_unit_year"][keys]
        self.assertGreater(len(coupling), 20)
        assert_frame_equal(coupling.sort_values(keys, ignore_index=True), coupling)

    def test_a_label_has_its_unit(self):
        self.assertEqual("Coordination degree D = sqrt(C T) [0-1]", self.release.label("coupling_unit_year", "d"))
        with self.assertRaisesRegex(renxing.Error, "has no column depth"):
            self.release.label("coupling_unit_year", "depth")

    def test_rows_are_copies(self):
        self.release["coupling_unit_year"]["d"] = 0.0
        self.assertGreater(self.release["coupling_unit_year"].d.max(), 0)

    def test_what_was_not_read_is_named(self):
        with self.assertRaisesRegex(renxing.Error, "carbon_unit_year was not read"):
            self.release["carbon_unit_year"]

    def test_an_error_is_that_of_the_product(self):
        with settings(RENXING_READ_BY="product"), self.assertRaisesRegex(renxing.Error, "exit 2 .*r00099"):
            renxing.read("dim_unit", release="r00099")

    @unittest.skipUnless(POSTGRES, "left out: no PostgreSQL server on this machine")
    def test_postgres_gives_the_same(self):
        scenario = self.release["coupling_unit_year"].scenario_id[0]
        for asked in [{}, {"release": self.release.id}, {"release": self.release.id.split("-")[0]}]:
            with settings(RENXING_POSTGRES=POSTGRES):
                self.assertEqual("postgres", renxing.way())
                other = renxing.read(*TABLES, scenario=scenario, **asked)
            self.assertEqual(self.release.id, other.id)
            self.same(other, scenario)
        with settings(RENXING_POSTGRES=POSTGRES), self.assertRaisesRegex(renxing.Error, "holds no release r00099"):
            renxing.read("dim_unit", release="r00099")

    def test_pyspark_reads_the_versions_of_the_release(self):
        """By a stand-in for pyspark, which cannot be had everywhere: it sees what is asked of it."""
        frames = {name: self.release[name].astype(object) for name in TABLES}
        frames["data_dictionary"] = self.release.dictionary
        names = [*frames] * 2
        published = {
            "release_id": [f"r00001-{'a' * 8}"] * len(frames) + [f"r00002-{'b' * 8}"] * len(frames),
            "table_name": [f"gold.{name}" for name in names],
            "delta_version": [3] * len(frames) + [7] * len(frames),
        }
        frames["release_table"] = pd.DataFrame(published)
        scenario = self.release["coupling_unit_year"].scenario_id[0]
        for named, release_id, version in [(None, "r00002-bbbbbbbb", 7), ("r00001", "r00001-aaaaaaaa", 3)]:
            spark = StandIn(frames)
            modules = {"pyspark": types.ModuleType("pyspark"), "pyspark.sql": spark.module()}
            with settings(RENXING_READ_BY="pyspark"), mock.patch.dict(sys.modules, modules):
                other = renxing.read(*TABLES, scenario=scenario, release=named)
            self.assertEqual(release_id, other.id)
            expected = [(f"{LAKE}/gold/{name}", version) for name in [*TABLES, "data_dictionary"]]
            self.assertEqual([(f"{LAKE}/gold/release_table", None), *expected], spark.loaded)
            self.same(other, scenario)

    def same(self, other, scenario):
        for name in TABLES:
            rows = self.release[name].query("scenario_id == @scenario").reset_index(drop=True)
            self.assertGreater(len(rows), 0, name)
            assert_frame_equal(rows, other[name][list(rows.columns)], check_dtype=False, check_exact=True)


class Choice(unittest.TestCase):
    def test_the_first_that_there_is(self):
        with settings(), mock.patch("importlib.util.find_spec", return_value=None):
            self.assertEqual("product", renxing.way())
        with settings(), mock.patch("importlib.util.find_spec", return_value=object()):
            self.assertEqual("pyspark", renxing.way())
        with settings(RENXING_POSTGRES="host=db"):
            self.assertEqual("postgres", renxing.way())
        with settings(RENXING_READ_BY="odbc"), self.assertRaisesRegex(renxing.Error, "RENXING_READ_BY=odbc"):
            renxing.read("dim_unit")


class StandIn:
    """A session of Spark as far as the module uses it."""

    def __init__(self, frames):
        self.frames, self.loaded, self.version = frames, [], None
        self.read = self.builder = self

    def module(self):
        out = types.ModuleType("pyspark.sql")
        out.SparkSession = self
        return out

    def config(self, map):
        assert map["spark.sql.extensions"] == "io.delta.sql.DeltaSparkSessionExtension"
        return self

    def getOrCreate(self):
        return self

    def format(self, name):
        assert name == "delta"
        self.version = None
        return self

    def option(self, key, value):
        assert key == "versionAsOf"
        self.version = value
        return self

    def load(self, path):
        self.loaded.append((path, self.version))
        return types.SimpleNamespace(toPandas=lambda: self.frames[path.rsplit("/", 1)[1]].copy())


if __name__ == "__main__":
    unittest.main()
