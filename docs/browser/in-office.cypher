// Officials of Pakistan and their offices, possibly or certainly held on a day
MATCH path = (:Country {name: 'Pakistan'})<-[:OF_COUNTRY]-(:Post)<-[held:HOLDS]-(:Person)
WHERE (held.from_min IS NULL OR held.from_min <= date('2025-12-31')) AND (held.to_max IS NULL OR held.to_max >= date('2025-12-31'))
RETURN path LIMIT 200
