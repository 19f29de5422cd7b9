/* What keeps digital technology and urban resilience from going together, by coordination class:
   Figure 4 of the coupling study. Mean obstacle degrees (%) of the criteria over all years, and
   for all cities together in the class all; the codes of a class sum to 100.
   bin/renxing sql -f docs/queries/obstacles-by-class.sql */
SELECT
  class,
  code AS criterion,
  mean_degree_pct,
  rank,
  n AS city_years
FROM gold.obstacle_summary
WHERE
  scenario_id = 'digital-coupling'
  AND pair_id = 'digital-resilience'
  AND level = 'criterion'
  AND year = 0
ORDER BY class, rank, criterion
