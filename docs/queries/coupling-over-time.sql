/* How digital technology and urban resilience go together in the whole country, year by year:
   Figure 2 of the coupling study. Means over all cities of both indices, of the coupling degree C
   and of the coordination degree D.
   bin/renxing sql -f docs/queries/coupling-over-time.sql */
SELECT
  year,
  mean_s AS digital,
  mean_e AS resilience,
  mean_c AS coupling,
  mean_d AS coordination,
  n AS cities
FROM gold.coupling_summary_year
WHERE scenario_id = 'digital-coupling' AND pair_id = 'digital-resilience' AND group_type = 'all'
ORDER BY year
