/* How well each system of 30 resource-based cities goes with the other three, year by year:
   Figure 3 of the study of resource-based cities. Means of theta (CCR, input-oriented; the system
   named is the one output), and how many scores lie on the frontier without slack.
   bin/renxing sql -f docs/queries/dea-coordination-over-time.sql */
SELECT
  year,
  MAX(mean_theta) FILTER (WHERE output_system = 'social') AS social,
  MAX(mean_theta) FILTER (WHERE output_system = 'economic') AS economic,
  MAX(mean_theta) FILTER (WHERE output_system = 'engineering') AS engineering,
  MAX(mean_theta) FILTER (WHERE output_system = 'ecological') AS ecological,
  SUM(n_efficient) AS n_efficient,
  MAX(n) AS cities
FROM gold.dea_summary_year
WHERE scenario_id = 'resource-resilience' AND model = 'ccr' AND group_type = 'all' AND year > 0
GROUP BY year
ORDER BY year
