// question: Which offices has an official held, and who says so?
// parameters:
//   official: {type: text, required: true, doc: the person's name or id}
// columns:
//   official: id of the person
//   name: the person
//   country: the state or organisation served
//   title: the office
//   organization: its ministry or agency
//   since: since when, where a source tells (EDTF)
//   until: until when, where a source tells (EDTF)
//   first_seen: the earliest day on which a source has the person in office
//   last_seen: the latest such day
//   sources: how many independent sources say so
//   quote: the best words for it
MATCH (o:Person)-[h:HOLDS]->(p:Post)
WHERE o.id = $official OR toLower(o.name) CONTAINS toLower($official)
RETURN o.id AS official, o.name AS name, p.country AS country, p.title AS title, p.organization AS organization,
       h.from AS since, h.to AS until, h.from_max AS first_seen, h.to_min AS last_seen, h.n_sources AS sources, h.evidence AS quote
ORDER BY o.id, coalesce(h.from_max, date('0001-01-01')), p.id, h.id
