// question: Who says so? Every statement behind an edge, an agreement, an event or an official.
// parameters:
//   id: {type: text, required: true, doc: id of the edge or thing}
// columns:
//   statement: id of the statement
//   claim: what it claims
//   status: the status that it asserts
//   date: when that holds (EDTF)
//   speaker: who is quoted, if not the article itself
//   quote: the words
//   article: title of the article
//   published: its date
//   publisher: who published it
//   url: where it can be read
CALL () {
  MATCH (s:Statement)-[:SUBJECT|OBJECT]->(t) WHERE t.id = $id AND NOT t:Country
  RETURN s.id AS found
  UNION
  MATCH ()-[r]->() WHERE r.id = $id
  UNWIND r.statements AS found
  RETURN found
}
MATCH (s:Statement {id: found})-[:STATED_IN]->(a:Article)
WHERE s.retracted_at IS NULL
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(p:Publisher)
RETURN DISTINCT s.id AS statement, s.name AS claim, s.status AS status, s.from AS date, s.speaker AS speaker, s.quote AS quote,
       a.name AS article, a.published AS published, p.name AS publisher, a.url AS url
ORDER BY coalesce(published, ''), statement
