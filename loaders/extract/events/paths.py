"""Where a frame's paths lead: from a trigger to the actors that stand there (see `frames` for the paths).

Input: a `Tree`, the trigger, one path, the article's `Actors`. Output: actors, nearest first.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.events.actor import Actor
from bilateral.loaders.extract.events.below import completing, deep, inside, objects_of
from bilateral.loaders.extract.events.makers import (
    addressee,
    backers,
    before,
    blamed,
    conditional,
    doers,
    first_by,
    holders,
    makers,
    over_object,
    own_meeting,
    told,
)
from bilateral.loaders.extract.events.orders import own_order, resolved
from bilateral.loaders.extract.events.speaker import reporting_verb
from bilateral.loaders.extract.events.uttered import agreed, authors, repliers
from bilateral.loaders.extract.syntax.clauses import (
    clause_verb,
    governor,
    is_verb,
    prepositional,
    subjects,
)
from bilateral.loaders.extract.syntax.thanks import thanked, thanking
from bilateral.schema.states import states

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from bilateral.loaders.extract.events.actors import Actors
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["DEFERRED", "heads_of", "stand_ins", "walk"]

_JOURNEYS: Final = frozenset({"visit", "trip", "tour", "journey"})
#: Paths that end outside the sentence: the article fills them in.
DEFERRED: Final = frozenset({"accuser", "other", "nearby", "recipient", "foe", "opponent", "host", "abroad", "field"})

_SHARED: Final = frozenset(
    {"obj", "in", "at", "as", "for", "during", "follow", "following", "after", "to", "into", "of", "on", "within", "upon",
     "amid", "before", "ahead", "over"}
)  # fmt: skip
#: Verbs that only say how far the act is: 'pledged to continue supporting X'.
_PHASES: Final = frozenset(
    {"continue", "keep", "start", "begin", "resume", "go", "stop", "help", "consider", "try", "seek"}
)
_DEALS: Final = frozenset(
    {"agreement", "deal", "accord", "treaty", "pact", "ceasefire", "cease-fire", "truce", "understanding", "normalisation",
     "normalization", "rapprochement", "settlement", "breakthrough"}
)  # fmt: skip
_SITES: Final = frozenset({"airport", "airbase", "base", "capital", "port", "station", "city"})
_SPEECHES: Final = frozenset(
    {"statement", "report", "letter", "resolution", "declaration", "communiqué", "communique", "note", "message",
     "speech", "law", "bill", "legislation", "decree", "act", "motion", "campaign"}
)  # fmt: skip
_TEXTS: Final = _SPEECHES - {"report", "law", "act"}
_RELATIONS: Final = frozenset(
    {"tie", "relation", "relationship", "cooperation", "trade", "agreement", "border", "war", "deal", "friendship",
     "treaty", "pact", "dispute", "conflict"}
)  # fmt: skip


def walk(tree: Tree, trigger: Token, path: str, actors: Actors) -> list[Actor]:
    """Give the actors at the end of one path."""
    if path.startswith("comp."):
        verbs = [v for c in completing(tree, trigger) for v in tree.conjuncts(c)[:1]]
        verbs += [v for c in verbs if c.lemma in _PHASES for v in completing(tree, c)]
        return [a for v in verbs for a in walk(tree, v, path.removeprefix("comp."), actors)]
    if path in _WALKS:
        return _WALKS[path](tree, trigger, actors)
    if path.endswith(".owner"):
        heads = heads_of(tree, trigger, path.removesuffix(".owner"))
        return [a for t in heads for a in actors.owners(tree, t) or doers(tree, t, actors)]
    if path.endswith(".backer"):
        return [a for t in heads_of(tree, trigger, path.removesuffix(".backer")) for a in backers(tree, t, actors)]
    heads = heads_of(tree, trigger, path)
    found = [a for t in heads for a in actors.of(tree, t)]
    if not found and path == "subj":  # 'a letter thanking X', 'a statement by Y thanked X'
        texts = [t for t in heads if trigger.dep == "acl" or t.lemma in _TEXTS]
        reports = [a for t in heads if t.lemma == "report" for a in actors.before(tree, t)]
        by_bodies = [a for a in reports if all(map(states().is_organization, a.codes))]  # 'a UN report accused'
        return [a for t in texts for a in actors.owners(tree, t)] or [
            *by_bodies,
            *own_order(tree, trigger, actors),
            *resolved(tree, trigger, actors),
        ]
    return found


def stand_ins(tree: Tree, trigger: Token, path: str) -> tuple[Token, ...]:
    """Give the words at the end of one plain path, whether they act for a state or not."""
    if "." in path or path in DEFERRED | {"deep", "before", "owner", "main", "pair"}:
        return ()
    return tuple(c for t in heads_of(tree, trigger, path) for c in tree.conjuncts(t))


def heads_of(tree: Tree, trigger: Token, path: str) -> tuple[Token, ...]:
    """Give the tokens that head the phrases at the end of a plain path."""
    if path in _HEADS:
        return _HEADS[path](tree, trigger)
    return prepositional(tree, trigger, frozenset({path}))


def _owner(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    found = actors.owners(tree, trigger)
    with_others = prepositional(tree, trigger, frozenset({"with"}))  # 'the Union's talks with Chad'
    own = [a for a in found if not own_meeting(trigger, a) or (with_others and tree[a.head].dep == "poss")]
    aims = {t.index for t in _aims(tree, trigger)}
    return [a for a in own if a.head not in aims]


def _whither(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    """Give where somebody's journey goes: 'the premier's Chad visit', 'his Oslo trip'."""
    return [a for t in _aims(tree, trigger) if (a := actors.any(tree, t)) is not None]


def _aims(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    if trigger.lemma not in _JOURNEYS or not tree.children(trigger, "poss"):
        return ()
    return tuple(t for t in tree.children(trigger, "compound", "nmod") if t.kind == "state")


def _main(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    verb = next((t for t in tree.ancestors(trigger) if is_verb(t) and t.dep != "prep"), None)  # not 'following'
    return [a for t in (subjects(tree, verb) if verb is not None else ()) for a in actors.of(tree, t)]


def _object_owner(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    return [a for t in objects_of(tree, trigger) for c in tree.conjuncts(t) for a in actors.owners(tree, c, wide=True)]


def _object_maker(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    return [a for t in objects_of(tree, trigger) for c in tree.conjuncts(t) for a in makers(tree, c, actors)]


def _parties(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    """Give the article's two states for a deal that somebody else speaks of: 'the Union welcomed the agreement'."""
    about = [t for t in objects_of(tree, trigger) if t.lemma in _DEALS and not actors.owners(tree, t, wide=True)]
    codes = actors.references.dyad(trigger.start) if about else ()
    return [Actor(codes, "reference", about[0].start, about[0].end, (), about[0].index)] if codes else []


def _pair(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    near = tree.children(trigger, "amod", "compound", "nmod")
    return [a for t in near if t.kind == "pair" for a in actors.paired(t)]


def _head(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    head = tree.head(trigger)
    return list(actors.of(tree, head)) if head is not None else []


def _subject(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    if is_verb(trigger):
        return _subjects(tree, trigger)
    if own := tree.children(trigger, "nsubj"):  # 'found Chad liable'
        return own
    verb, role = governor(tree, trigger)
    if verb is None and trigger.dep == "pobj":
        prep = tree[trigger.head]
        return (tree[prep.head],) if prep.lemma in {"on", "during", "in", "at"} and not prep.is_root else ()
    return subjects(tree, verb) if verb is not None and role in _SHARED else ()


def _launcher(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    verb, role = governor(tree, trigger)
    return subjects(tree, verb) if verb is not None and role == "obj" else ()


def _speaker(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    verb = reporting_verb(tree, trigger)
    return subjects(tree, verb) if verb is not None else ()


def _receiver(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    verb = trigger if is_verb(trigger) else governor(tree, trigger)[0]
    return tree.children(verb, "dative", "iobj") if verb is not None else ()


def _partner(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    found = prepositional(tree, trigger, frozenset({"with"}))
    return tuple(t for t in found if tree[tree[t.head].head].lemma not in _RELATIONS)


def _subjects(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Give the verb's subjects; those of 'a statement criticising X' are the ones who made the statement."""
    own = subjects(tree, verb)
    if verb.dep == "acl" and verb.tag == "VBG" and own and own[0].lemma in _SPEECHES:
        above = clause_verb(tree, own[0])
        return subjects(tree, above) if above is not None else own
    return own


def _site(tree: Tree, trigger: Token, actors: Actors) -> list[Actor]:
    """Give the state of the airport or the like where somebody arrives: 'at a Minsk airport'."""
    heads = prepositional(tree, trigger, frozenset({"at", "in", "to"}))
    return [a for t in heads if t.lemma in _SITES for a in actors.named(tree, t)]


_WALKS: Final[Mapping[str, Callable[[Tree, Token, Actors], list[Actor]]]] = MappingProxyType(
    {
        "owner": _owner,
        "before": before,
        "main": _main,
        "obj.owner": _object_owner,
        "obj.maker": _object_maker,
        "over.obj": over_object,
        "pair": _pair,
        "parties": _parties,
        "deep": deep,
        "inside": inside,
        "holder": holders,
        "speaker": lambda tree, trigger, actors: list(actors.speaker(tree, trigger)),
        "head": _head,
        "here": lambda tree, trigger, actors: list(actors.here(tree, trigger)),
        "site": _site,
        "whither": _whither,
        "first": first_by,
    }
)
_HEADS: Final[Mapping[str, Callable[[Tree, Token], tuple[Token, ...]]]] = MappingProxyType(
    {
        "subj": _subject,
        "launcher": _launcher,
        "judge": lambda tree, trigger: prepositional(tree, trigger, frozenset({"before"})),
        "condition": conditional,
        "blamed": blamed,
        "head": lambda tree, trigger: (tree[trigger.head],) if trigger.dep == "amod" else (),
        "speaker": _speaker,
        "obj": objects_of,
        "iobj": _receiver,
        "with_whom": _partner,
        "told": told,
        "agreed": agreed,
        "replier": repliers,
        "author": authors,
        "addressee": addressee,
        "thanked": thanked,
        "thanking": thanking,
    }
)
