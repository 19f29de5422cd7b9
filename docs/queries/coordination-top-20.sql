/* The twenty cities of best coordination in three years, with the scores of both systems: Table 3
   of the coupling study, one row a place.
   bin/renxing sql -f docs/queries/coordination-top-20.sql */
SELECT
  order_no AS place,
  MAX(unit_name) FILTER (WHERE year = 2012) AS city_2012,
  MAX(e) FILTER (WHERE year = 2012) AS resilience_2012,
  MAX(s) FILTER (WHERE year = 2012) AS digital_2012,
  MAX(d) FILTER (WHERE year = 2012) AS coordination_2012,
  MAX(unit_name) FILTER (WHERE year = 2017) AS city_2017,
  MAX(e) FILTER (WHERE year = 2017) AS resilience_2017,
  MAX(s) FILTER (WHERE year = 2017) AS digital_2017,
  MAX(d) FILTER (WHERE year = 2017) AS coordination_2017,
  MAX(unit_name) FILTER (WHERE year = 2021) AS city_2021,
  MAX(e) FILTER (WHERE year = 2021) AS resilience_2021,
  MAX(s) FILTER (WHERE year = 2021) AS digital_2021,
  MAX(d) FILTER (WHERE year = 2021) AS coordination_2021
FROM gold.coupling_unit_year
WHERE scenario_id = 'digital-coupling' AND pair_id = 'digital-resilience' AND order_no <= 20
GROUP BY order_no
ORDER BY place
