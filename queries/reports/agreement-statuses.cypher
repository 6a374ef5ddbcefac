// Agreements by status
MATCH (g:Agreement)
RETURN coalesce(g.status, 'unknown') AS status, count(g) AS agreements
ORDER BY agreements DESC, status
