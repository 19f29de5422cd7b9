/* How unequal coordination is, and what its inequality consists of, year by year: Figure 3 of the
   coupling study. Dagum's Gini coefficient of D over the seven regions, and the shares in it of
   differences within regions, between them, and of their overlap (transvariation).
   bin/renxing sql -f docs/queries/coordination-gini.sql */
SELECT
  year,
  gini,
  within_share,
  between_share,
  transvariation_share,
  n AS cities
FROM gold.inequality_year
WHERE scenario_id = 'digital-coupling' AND measure = 'd.digital-resilience' AND grouping = 'region7'
ORDER BY year
