"""Which phrases act for a state.

Input: a `Tree`, the token that heads a phrase, the article's `Scene`. Output: `Actor`s: state codes with the officials named. A state
acts through its name, its capital, its officials, or a noun of lexicon/actors.yaml that carries its name: 'Norwegian ministry',
'delegation from Oslo'. Firms, teams and rebels that carry a state's name do not act for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.loaders.extract.clauses import clause_verb, is_verb, subjects
from bilateral.loaders.extract.lexicon import word_lists
from bilateral.loaders.extract.reference import References
from bilateral.loaders.extract.speaker import reporting_verb
from bilateral.loaders.extract.unknown import UNKNOWN
from bilateral.loaders.extract.voices import Voices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bilateral.loaders.extract.context import Scene
    from bilateral.loaders.extract.marks import OfficialMark
    from bilateral.loaders.extract.tree import Token, Tree

__all__ = ["Actor", "Actors"]

_MODIFIERS: Final = ("amod", "compound", "nmod", "poss", "nummod", "det")
_LINKS: Final = frozenset({"of", "from", "for"})
_OF: Final = frozenset({"of", "by", "between"})
_ABOUT: Final = frozenset({"of", "by", "between", "in", "from", "against", "on"})
_DEEPEST: Final = 4
_WORD_BEFORE: Final = 14
_FAR: Final = 2
_WE: Final = frozenset({"we", "us", "i", "our", "my"})
_THIRD: Final = frozenset({"it", "he", "she", "they", "its", "his", "her", "their"})
_BOTH: Final = frozenset({"both", "two", "2"})


@dataclass(frozen=True, slots=True)
class Actor:
    """A phrase that acts for one state, or for several; `kind` is state, official, body, people or reference."""

    codes: tuple[str, ...]
    kind: str
    start: int
    end: int
    officials: tuple[str, ...] = ()
    head: int = -1


class Actors:
    """Reads phrases of one article as actors."""

    __slots__ = ("_refs", "_scene", "_topic", "_topic_at", "_voices")

    def __init__(self, scene: Scene, refs: References | None = None) -> None:
        self._scene = scene
        self._refs = refs or References(scene)
        self._voices = Voices(scene)
        self._topic: Actor | None = None
        self._topic_at = -_FAR

    def note(self, tree: Tree) -> None:
        """Remember whom a sentence was about: the person who is the subject of its main verb."""
        for root in (t for t in tree if t.is_root and is_verb(t)):
            for subject in subjects(tree, root):
                actor = self.one(tree, subject)
                if actor is not None and (actor.officials or subject.lemma in _nouns()["persons"]):
                    self._topic, self._topic_at = actor, tree.sentence.index
                    return

    @property
    def references(self) -> References:
        """The article's short expressions."""
        return self._refs

    def of(self, tree: Tree, token: Token) -> tuple[Actor, ...]:
        """Read the phrase that the token heads, and those joined to it."""
        row = list(tree.conjuncts(token))
        row += [t for r in row if r.kind == "official" for t in tree.children(r, "appos") if t.kind == "official"]
        return tuple(a for t in row if (a := self.one(tree, t)) is not None)

    def one(self, tree: Tree, token: Token) -> Actor | None:
        """Read one phrase, without those joined to it."""
        if token.kind == "official":
            return self._official(tree, token)
        if token.kind in {"state", "pair"}:
            return self._state(tree, token)
        if token.lemma in _nouns()["wholes"] and (part := self._part(tree, token)):
            return part
        if token.pos in {"NOUN", "PROPN", "ADJ", "X"} and not token.kind:
            return self._headed(tree, token)
        return self._pronoun(tree, token) if token.pos in {"PRON", "DET", "NUM"} or token.tag == "PRP$" else None

    def _part(self, tree: Tree, token: Token) -> Actor | None:
        """Read 'thousands of Chadian troops' and 'members of the Chadian army' as the troops and the army."""
        for prep in tree.children(token, "prep"):
            for pobj in tree.children(prep, "pobj") if prep.lemma == "of" else ():
                return self.one(tree, pobj)
        return None

    def before(self, tree: Tree, noun: Token) -> tuple[Actor, ...]:
        """Give the states that stand before a noun as its own: 'Oslo's decision', 'the Chadian move'."""
        left = [t for t in self._left(tree, noun) if t.dep == "poss" or not self._place(t)]
        return tuple(a for t in left if (a := self._owner(tree, t)) is not None)

    def _place(self, token: Token) -> bool:
        """Tell whether the token is a city that only says where: 'the Minsk meeting'."""
        return any(m.kind in {"capital", "seat"} for m in self._scene.mentions_in(token.start, token.end))

    def owners(self, tree: Tree, noun: Token, wide: bool = False) -> tuple[Actor, ...]:
        """Give the states that a noun belongs to, before or after it; `wide` takes in 'the arrests in Chad'."""
        near = self.before(tree, noun)
        if near:
            return near
        for prep in tree.children(noun, "prep", "agent"):
            if prep.lemma in (_ABOUT if wide else _OF):
                found = [a for p in tree.children(prep, "pobj") for a in self.of(tree, p) or self.owners(tree, p, wide)]
                if found:
                    return tuple(found)
        return ()

    def personal(self, token: Token) -> bool:
        """Tell whether the token is an official or a noun for one, whatever state it serves."""
        return token.kind == "official" or token.lemma in _nouns()["persons"]

    def paired(self, token: Token) -> tuple[Actor, ...]:
        """Give the two states of 'A-B'."""
        actor = self._mentioned(token)
        return (actor,) if actor else ()

    def any(self, tree: Tree, token: Token) -> Actor | None:
        """Read a token as an actor, or as a mention of a state in whatever place."""
        return self.one(tree, token) or (self._mentioned(token) if token.kind in {"state", "pair"} else None)

    def _owner(self, tree: Tree, token: Token) -> Actor | None:
        if token.kind in {"state", "pair"}:
            return self._mentioned(token)
        if token.dep == "poss" or token.kind == "official":
            return self.one(tree, token)
        return None

    def _official(self, tree: Tree, token: Token) -> Actor | None:
        mark = self._scene.official_at(token.start)
        if mark is None or self._out_of_office(mark):
            return None
        codes = (mark.country,) if mark.country else self._carried(tree, token, self._left(tree, token))
        return Actor(codes or (UNKNOWN + mark.name,), "official", token.start, token.end, (mark.name,), token.index)

    def _out_of_office(self, mark: OfficialMark) -> bool:
        """'Former', 'opposition', 'rebel' before a title: such a person does not act for the state."""
        before = self._scene.body[max(0, mark.start - _WORD_BEFORE) : mark.name_start].lower().replace("-", " ").split()
        return any(word in _nouns()["not_for_state"] for word in before[-len((mark.title or "").split()) - 2 :])

    def _state(self, tree: Tree, token: Token) -> Actor | None:
        actor = self._mentioned(token)
        if actor is None or token.dep in {"amod", "compound", "nmod"}:
            return None
        if token.tag in {"NNS", "NNPS"} and all(
            m.kind == "demonym" for m in self._scene.mentions_in(token.start, token.end)
        ):
            return Actor(actor.codes, "people", token.start, token.end, (), token.index)
        appositive = tuple(n for t in tree.children(token, "appos") if t.kind == "official" for n in self._names(t))
        return Actor(actor.codes, "state", token.start, token.end, appositive, token.index)

    def _mentioned(self, token: Token) -> Actor | None:
        codes = tuple(dict.fromkeys(m.code for m in self._scene.mentions_in(token.start, token.end)))
        return Actor(codes, "state", token.start, token.end, (), token.index) if codes else None

    def _names(self, token: Token) -> tuple[str, ...]:
        mark = self._scene.official_at(token.start)
        return (mark.name,) if mark else ()

    def _headed(self, tree: Tree, token: Token) -> Actor | None:
        """Read a noun that acts for a state if it carries the state's name, or if it refers back to one."""
        words = _nouns()
        lemma = token.lemma
        people = lemma in words["people"]
        if (
            lemma not in words["bodies"]
            and lemma not in words["persons"]
            and not people
            and lemma not in words["sides"]
        ):
            return self._appositive(tree, token)
        left = self._left(tree, token)
        if any(t.lemma in words["not_for_state"] for t in left):
            return None
        if lemma in words["sides"] and (named := self._named_beside(tree, token)):
            return named
        codes = self._carried(tree, token, left)
        names = self._inside(tree, token)
        start, end = min([t.start for t in left] + [token.start]), token.end
        if codes:
            return Actor(codes, "people" if people else "body", start, end, names, token.index)
        if people and lemma not in words["sides"]:
            return None
        if led := self._led(tree, token):
            return Actor(led.codes, "body", start, end, led.officials, token.index)
        return self._refers(tree, token, left, start) or self._appositive(tree, token)

    def _named_beside(self, tree: Tree, token: Token) -> Actor | None:
        """'Its neighbour Chad' is Chad."""
        for child in tree.children(token, "appos"):
            if child.kind == "state":
                return self._state(tree, child)
        return None

    def _led(self, tree: Tree, token: Token) -> Actor | None:
        """'A delegation headed by the Chadian minister'."""
        for verb in tree.children(token, "acl"):
            if verb.lemma in {"head", "lead", "chair"}:
                for agent in (p for a in tree.children(verb, "agent") for p in tree.children(a, "pobj")):
                    for part in (agent, *tree.children(agent, "appos")):
                        if actor := self.one(tree, part):
                            return actor
        return None

    def _left(self, tree: Tree, token: Token, depth: int = 0) -> tuple[Token, ...]:
        """Give the modifiers of a noun, with their own modifiers."""
        found: list[Token] = []
        for child in tree.children(token, *_MODIFIERS):
            found.append(child)
            if depth < _DEEPEST and child.dep in {"amod", "compound", "nmod", "poss"}:
                found += self._left(tree, child, depth + 1)
            found += [t for t in tree.conjuncts(child)[1:] if t.kind in {"state", "official"}]
        return tuple(found)

    def _carried(self, tree: Tree, token: Token, left: Iterable[Token]) -> tuple[str, ...]:
        codes = [c for t in left if t.kind in {"state", "pair"} and (a := self._mentioned(t)) for c in a.codes]
        if codes:
            return tuple(dict.fromkeys(codes))
        owners = [a for t in left if t.dep == "poss" and t.kind != "state" and (a := self.one(tree, t))]
        owners += [a for t in left if t.dep == "compound" and not t.kind and (a := self._surname(t))]
        if owners:
            return tuple(dict.fromkeys(c for a in owners for c in a.codes))
        return tuple(dict.fromkeys(self._linked(tree, token, 0)))

    def _linked(self, tree: Tree, token: Token, depth: int) -> Iterable[str]:
        """'The Minister of Foreign Affairs of Chad', 'officials from Norway and Chad'."""
        for prep in tree.children(token, "prep"):
            if prep.lemma not in _LINKS or (
                prep.lemma == "for" and depth == 0 and token.lemma not in {"minister", "secretary"}
            ):
                continue
            for first in tree.children(prep, "pobj"):
                for pobj in tree.conjuncts(first):
                    if pobj.kind == "state":
                        actor = self._mentioned(pobj)
                        yield from actor.codes if actor else ()
                    elif depth < _DEEPEST:
                        near = [a for t in self._left(tree, pobj) if t.kind == "state" and (a := self._mentioned(t))]
                        yield from (c for a in near for c in a.codes)
                        yield from self._linked(tree, pobj, depth + 1)

    def _inside(self, tree: Tree, token: Token) -> tuple[str, ...]:
        near = tree.children(token, "appos", "amod", "compound", "nmod")
        return tuple(n for t in near if t.kind == "official" for n in self._names(t))

    def _appositive(self, tree: Tree, token: Token) -> Actor | None:
        for child in tree.children(token, "appos"):
            if child.kind in {"official", "state"} and (actor := self.one(tree, child)):
                return actor
        return self._surname(token)

    def _surname(self, token: Token) -> Actor | None:
        if token.pos != "PROPN":
            return None
        mark = self._refs.named(token.text, token.start)
        if mark is None:
            return None
        return Actor(
            (mark.country or UNKNOWN + mark.name,), "official", token.start, token.end, (mark.name,), token.index
        )

    def _refers(self, tree: Tree, token: Token, left: tuple[Token, ...], start: int) -> Actor | None:
        lemmas = {t.lemma for t in left}
        if token.lemma in _nouns()["sides"] and (
            lemmas & _BOTH or (lemmas <= {"the"} and token.lemma == "side" and token.tag == "NNS")
        ):
            codes = self._refs.dyad(token.start)
            return Actor(codes, "reference", start, token.end, (), token.index) if codes else None
        if token.lemma in {"country", "nation", "state", "republic", "kingdom"} and "the" in lemmas:
            words = sorted((t for t in left if t.lemma != "the"), key=lambda t: t.index)
            codes = self._refs.region(" ".join(t.text for t in words).casefold()) if words else ()
            if codes:
                return Actor(codes, "reference", start, token.end, (), token.index)
        if lemmas and not lemmas & {"the", "his", "her", "its", "their", "this"}:
            return None
        if not lemmas & {"the"} or tree.children(token, "prep", "relcl", "acl") or len(left) > 1:
            return None
        if token.lemma in _nouns()["persons"]:
            mark = self._refs.titled(token.lemma, token.start)
            if mark and mark.country:
                return Actor((mark.country,), "reference", start, token.end, (mark.name,), token.index)
        codes = self._refs.body(token.lemma, token.start)
        return Actor(codes, "reference", start, token.end, (), token.index) if codes else None

    def _pronoun(self, tree: Tree, token: Token) -> Actor | None:
        word = token.text.lower()
        if word in _WE:
            return self._we(tree, token)
        if word == "both":
            return self._meant(token, self._refs.dyad(token.start))
        if word not in _THIRD or token.dep == "poss" and word == "their":
            return None
        above = self._subject_above(tree, token)
        if above is not None:
            return Actor(above.codes, "reference", token.start, token.end, above.officials, token.index)
        return self._he(tree, token) if word in {"he", "she"} else None

    def _he(self, tree: Tree, token: Token) -> Actor | None:
        """Read 'he' as the person whom the last sentences were about, else as the only person they name."""
        topic = self._topic
        if topic is not None and tree.sentence.index - self._topic_at <= _FAR:
            return Actor(topic.codes, "reference", token.start, token.end, topic.officials, token.index)
        mark = self._refs.he(token.start)
        return self._meant(token, (mark.country,), (mark.name,)) if mark and mark.country else None

    def _we(self, tree: Tree, token: Token) -> Actor | None:
        """Read 'we' as those it names itself ('We, the ministers of A and B'), as the quoted speaker, or as the article's voice."""
        named = [a for t in tree.children(token, "appos") for a in self.of(tree, t)]
        if named:
            return self._meant(token, tuple(dict.fromkeys(c for a in named for c in a.codes)))
        speaker = self._speaker(tree, token) if self._refs.quoted(token.start) else None
        if speaker is not None:
            return Actor(speaker.codes, "reference", token.start, token.end, speaker.officials, token.index)
        if self._refs.quoted(token.start):
            voice = self._voices.at(token.start)
            return self._meant(token, voice.codes, voice.names) if voice else None
        return self._meant(token, self._refs.we(token.start))

    def _meant(self, token: Token, codes: tuple[str, ...], names: tuple[str, ...] = ()) -> Actor | None:
        return Actor(codes, "reference", token.start, token.end, names, token.index) if codes else None

    def _subject_above(self, tree: Tree, token: Token) -> Actor | None:
        """Give the subject of the nearest governing verb: 'Oslo said it will', 'the minister hoped he would'."""
        verb = clause_verb(tree, token)
        own = token.dep == "poss"
        if own and (between := self._nearest_before(tree, token)) is not None:
            return between
        while verb is not None and (own or not verb.is_root):
            verb = verb if own else clause_verb(tree, tree[verb.head])
            own = False
            above = subjects(tree, verb) if verb else ()
            found = [a for s in above if token not in tree.subtree(s) for a in self._plain(tree, s)]
            if found:
                return found[0] if len(found) == 1 and found[0].kind != "people" else None
        return None

    def _nearest_before(self, tree: Tree, token: Token) -> Actor | None:
        """Give the state named last before 'its': 'thanked Chad for its help'."""
        for other in reversed(tree.tokens[: token.index]):
            if other.kind in {"state", "official"} and other.dep not in {"amod", "compound", "nmod"}:
                return self._official(tree, other) if other.kind == "official" else self._mentioned(other)
            if is_verb(other):
                return None
        return None

    def speaker(self, tree: Tree, token: Token) -> tuple[Actor, ...]:
        """Give who says what the token tells: the reporting verb's subject, else the voice of the quotation."""
        own = self._speaker(tree, token)
        if own is not None or not self._refs.quoted(token.start):
            return (own,) if own is not None else ()
        voice = self._voices.at(token.start)
        said = self._meant(token, voice.codes, voice.names) if voice else None
        return (said,) if said else ()

    def _speaker(self, tree: Tree, token: Token) -> Actor | None:
        verb = reporting_verb(tree, token)
        found = [a for s in (subjects(tree, verb) if verb else ()) for a in self._plain(tree, s)]
        return found[0] if found else None

    def _plain(self, tree: Tree, token: Token) -> tuple[Actor, ...]:
        return () if token.pos == "PRON" else self.of(tree, token)


@cache
def _nouns() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in word_lists("actors").items()}
