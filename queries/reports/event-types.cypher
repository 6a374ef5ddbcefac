// Events by PLOVER type
MATCH (e:Event)
RETURN e.type AS type, count(e) AS events
ORDER BY events DESC, type
