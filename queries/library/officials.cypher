// question: Who held which office for a state on a day, as far as the sources tell?
// parameters:
//   country: {type: state, required: true, doc: the state or organisation asked about (code or name)}
//   day: {type: day, doc: only who may have been in office on this day}
// columns:
//   official: id of the person
//   name: the person
//   title: the office
//   organization: its ministry or agency
//   since: since when, where a source tells (EDTF)
//   until: until when, where a source tells (EDTF)
//   first_seen: the earliest day on which a source has the person in office
//   last_seen: the latest such day
//   answer: certainly or possibly in office on the day
//   sources: how many independent sources say so
//   quote: the best words for it
MATCH (c:Country|Organization {id: $country})<-[:OF_COUNTRY]-(p:Post)<-[h:HOLDS]-(o:Person)
WHERE $day IS NULL OR ((h.from_min IS NULL OR h.from_min <= $day) AND (h.to_max IS NULL OR h.to_max >= $day))
RETURN o.id AS official, o.name AS name, p.title AS title, p.organization AS organization, h.from AS since, h.to AS until,
       h.from_max AS first_seen, h.to_min AS last_seen,
       CASE WHEN $day IS NULL THEN null
            WHEN h.from_max <= $day AND h.to_min >= $day THEN 'certainly'
            ELSE 'possibly' END AS answer,
       h.n_sources AS sources, h.evidence AS quote
ORDER BY p.title, o.id, h.id
