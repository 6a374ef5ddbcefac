// question: What has been said of one agreement, in the order in which it was said?
// parameters:
//   agreement: {type: text, required: true, doc: id of the agreement}
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
MATCH (g:Agreement {id: $agreement})<-[:SUBJECT|OBJECT]-(s:Statement)-[:STATED_IN]->(a:Article)
WHERE s.retracted_at IS NULL AND s.predicate = 'status'
OPTIONAL MATCH (a)-[:PUBLISHED_BY]->(p:Publisher)
RETURN s.id AS statement, s.name AS claim, s.status AS status, s.from AS date, s.speaker AS speaker, s.quote AS quote,
       a.name AS article, a.published AS published, p.name AS publisher, a.url AS url
ORDER BY coalesce(a.published, ''), s.id
