// How many of each kind of thing
CALL () {
  MATCH (n:Country) RETURN 'states' AS what, 1 AS place, count(n) AS number
  UNION MATCH (n:Organization) RETURN 'organisations' AS what, 2 AS place, count(n) AS number
  UNION MATCH (n:Person) RETURN 'officials' AS what, 3 AS place, count(n) AS number
  UNION MATCH (n:Agreement) RETURN 'agreements' AS what, 4 AS place, count(n) AS number
  UNION MATCH (n:Cooperation) RETURN '  of cooperation' AS what, 5 AS place, count(n) AS number
  UNION MATCH (n:Event) RETURN 'events' AS what, 6 AS place, count(n) AS number
  UNION MATCH ()-[n:EXPORTS_TO|AIDS|LENDS_TO|INVESTS_IN|REMITS_TO|ARMS|SENDS_PEOPLE_TO]->()
        RETURN 'flows' AS what, 7 AS place, count(n) AS number
  UNION MATCH (n:Statement) RETURN 'statements' AS what, 8 AS place, count(n) AS number
  UNION MATCH (n:Article) RETURN 'articles' AS what, 9 AS place, count(n) AS number
}
RETURN what, number
ORDER BY place
