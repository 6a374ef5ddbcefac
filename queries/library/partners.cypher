// question: With whom does a state have most agreements and events?
// parameters:
//   country: {type: state, required: true, doc: the state or organisation asked about (code or name)}
//   limit: {type: integer, default: "20", doc: how many partners at the most}
// columns:
//   partner: code of the other state or organisation
//   name: its name
//   agreements: how many agreements both are parties to
//   events: how many events have one on each side
//   total: both together
MATCH (p:Country|Organization)
WHERE p.id <> $country
WITH p, COUNT { MATCH (g:Agreement) WHERE $country IN g.parties AND p.id IN g.parties } AS agreements,
     COUNT { MATCH (e:Event)
             WHERE ($country IN e.sources AND p.id IN e.targets) OR (p.id IN e.sources AND $country IN e.targets)
                OR (e.symmetric AND $country IN e.sources AND p.id IN e.sources) } AS events
WHERE agreements + events > 0
RETURN p.id AS partner, p.name AS name, agreements, events, agreements + events AS total
ORDER BY total DESC, agreements DESC, partner
LIMIT $limit
