"""Pronouns and phrases that only point back, read as the states or officials they mean: 'he', 'its', 'we', 'the two sides'.

Input: a `Tree`, the token, the article's `References` and voices, and the topic of the last sentences. Output: an `Actor` of kind
`reference`, or None where the reading is open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from bilateral.loaders.extract.events.actor import Actor, nouns
from bilateral.loaders.extract.events.filled import codes_of, together
from bilateral.loaders.extract.events.pointing import BOTH, PORTFOLIOS, own_office, the_two, their_people, two_people
from bilateral.loaders.extract.events.speaker import reporting_verb
from bilateral.loaders.extract.syntax.clauses import clause_verb, is_verb, subjects

if TYPE_CHECKING:
    from bilateral.loaders.extract.scene.reference import References
    from bilateral.loaders.extract.scene.voices import Voices
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["Pronouns"]

_FAR: Final = 2
_PAIR: Final = 2
_WE: Final = frozenset({"we", "us", "i", "our", "my"})
_THIRD: Final = frozenset({"it", "he", "she", "they", "its", "his", "her", "their"})
_MANY: Final = frozenset({"three", "four", "five", "six", "seven", "eight", "these", "member"})
#: 'The foreign ministers', 'one meeting of foreign secretaries': those of the two states that the text is about.
_OFFICES: Final = frozenset({"minister", "secretary", "president", "premier", "delegation", "negotiator"})
_FROM: Final = frozenset({"of", "from", "in"})
_BESIDE: Final = frozenset({"neighbour", "neighbor", "ally", "rival", "foe"})
_PARTIES: Final = frozenset({"leader", "party", "minister"})


class _Reader(Protocol):
    def of(self, tree: Tree, token: Token) -> tuple[Actor, ...]: ...

    def one(self, tree: Tree, token: Token) -> Actor | None: ...

    def any(self, tree: Tree, token: Token) -> Actor | None: ...


class Pronouns:
    """Reads what points back in one article; `reader` reads the phrases that it points to."""

    __slots__ = ("_read", "_refs", "_together", "_together_at", "_topic", "_topic_at", "_voices")

    def __init__(self, reader: _Reader, refs: References, voices: Voices) -> None:
        self._read = reader
        self._refs = refs
        self._voices = voices
        self._topic: Actor | None = None
        self._topic_at = -_FAR
        self._together: tuple[str, ...] = ()
        self._together_at = -_FAR

    def note(self, tree: Tree, met: tuple[str, ...] = ()) -> None:
        """Remember whom a sentence was about: the person who is the subject of its main verb, and those who `met` in it."""
        if len(met) > 1:
            self._together, self._together_at = met, tree.sentence.index
        for root in (t for t in tree if t.is_root and is_verb(t)):
            speaks = [s for s in subjects(tree, root) if self._read.one(tree, s) is not None]
            told = [t for t in tree.children(root, "ccomp", "parataxis") if speaks and is_verb(t)]
            for subject in (*subjects(tree, root), *(s for t in told for s in subjects(tree, t))):
                actor = self._read.one(tree, subject)
                if actor is not None and (actor.officials or subject.lemma in nouns()["persons"]):
                    self._topic, self._topic_at = actor, tree.sentence.index
                    return

    def phrase(self, tree: Tree, token: Token, left: tuple[Token, ...], start: int) -> Actor | None:  # noqa: PLR0911 - one case a line
        """Read 'the two sides', 'the South Asian country', 'the ambassador', 'the ministry'."""
        lemmas = {t.lemma for t in left}
        if codes := self._both(tree, token, lemmas):
            return Actor(codes, "reference", start, token.end, (), token.index)
        if token.lemma in {"country", "nation", "state", "republic", "kingdom"} and "the" in lemmas:
            words = sorted((t for t in left if t.lemma != "the"), key=lambda t: t.index)
            codes = self._refs.region(" ".join(t.text for t in words).casefold()) if words else ()
            if codes:
                return Actor(codes, "reference", start, token.end, (), token.index)
        if lemmas and not lemmas & {"the", "his", "her", "its", "their", "this"}:
            return None
        if not lemmas & {"the"} or tree.children(token, "prep", "relcl", "acl"):
            return None
        if token.lemma in nouns()["persons"]:
            office = (*(t.text for t in left if t.dep in {"amod", "compound"}), token.lemma)
            mark = self._refs.titled(office, token.start)
            if mark and mark.country:
                return Actor((mark.country,), "reference", start, token.end, (mark.name,), token.index)
            if codes := self._refs.head_of_state(office) or self._own_office(tree, token, lemmas):
                return Actor(codes, "reference", start, token.end, (), token.index)
        if len(left) > 1:
            return None
        codes = self._refs.body(token.lemma, token.start) or self._own_will(tree, token)
        return Actor(codes, "reference", start, token.end, (), token.index) if codes else None

    def _own_office(self, tree: Tree, token: Token, lemmas: set[str]) -> tuple[str, ...]:
        """Read 'Oslo said the foreign minister would go' as Oslo's own."""
        above = self._subject_above(tree, token) if own_office(tree, token, frozenset(lemmas)) else None
        return above.codes if above is not None else ()

    def _own_will(self, tree: Tree, token: Token) -> tuple[str, ...]:
        """Read 'Oslo will not pay, the ministry said' as what Oslo's ministry said: nobody else can tell what it will do."""
        verb = tree.head(token) if token.dep == "nsubj" else None
        told = [t for t in tree.children(verb, "ccomp") if t.index < token.index] if verb is not None else []
        will = [t for t in told if any(a.text.lower() in {"will", "wo", "would"} for a in tree.children(t, "aux"))]
        return codes_of([a for t in will for s in tree.children(t, "nsubj") for a in self._read.of(tree, s)])

    def _both(self, tree: Tree, token: Token, lemmas: set[str]) -> tuple[str, ...]:  # noqa: PLR0911 - one case a line
        """Read 'both sides', 'the leaders' and 'the ministers of the two countries' as the two states that the text is about."""
        sides = nouns()["sides"]
        some = token.lemma in nouns()["persons"] and not lemmas & {"the", "both", "these"}  # 'two ministers'
        if token.lemma in sides and lemmas & {*BOTH, "each"} and not some:
            return self._refs.dyad(token.start) or self._pair_met(tree)
        if token.tag not in {"NNS", "NNPS"}:
            return ()
        if counted := self._of_countries(tree, token):
            return counted
        if their_people(token, lemmas):
            return self._refs.dyad(token.start)
        if token.lemma in _OFFICES and lemmas & PORTFOLIOS and lemmas <= PORTFOLIOS | {"the"}:
            behind = [t for p in tree.children(token, "prep") if p.lemma == "of" for t in tree.children(p, "pobj")]
            return () if behind else self._refs.leading_before(token.start) or self._met(tree)
        if not lemmas <= {"the"}:
            return ()
        if not lemmas or tree.children(token, "prep", "relcl", "acl"):
            return ()
        if token.lemma == "side":
            return self._refs.dyad(token.start) or self._met(tree)
        beside = token.dep == "nsubj" and token.lemma in _BESIDE
        return self._refs.leading() or self._met(tree) if token.lemma in _PARTIES or beside else ()

    def _of_countries(self, tree: Tree, token: Token) -> tuple[str, ...]:
        """Read 'of the two countries' and 'from the three countries'."""
        behind = [t for p in tree.children(token, "prep") if p.lemma in _FROM for t in tree.children(p, "pobj")]
        numbers = {c.lemma for t in behind if t.lemma in nouns()["sides"] for c in tree.children(t)}
        if numbers & BOTH:
            return self._refs.dyad(token.start) or self._pair_met(tree)
        return self._met(tree) if numbers & _MANY else ()

    def people(self, tree: Tree, token: Token) -> tuple[str, ...]:
        """Read 'both men' and 'the pair' as the two that the text is about."""
        meant = () if token.lemma in nouns()["couples"] else self._refs.dyad(token.start)
        return meant or self._pair_met(tree) if two_people(tree, token) else ()

    def _pair_met(self, tree: Tree) -> tuple[str, ...]:
        met = self._met(tree)
        return met if len(met) == _PAIR else ()

    def _met(self, tree: Tree) -> tuple[str, ...]:
        """Give the states that did something together right before: 'the ministers', 'they'."""
        return self._together if tree.sentence.index - self._together_at <= _FAR else ()

    def _whose(self, tree: Tree, token: Token) -> Actor | None:
        """Read 'the Chadians, whose jets hit a convoy' as theirs."""
        clause = next((t for t in tree.ancestors(token) if t.dep == "relcl"), None)
        head = tree.head(clause) if clause is not None else None
        meant = self._read.one(tree, head) if head is not None else None
        return self._meant(token, meant.codes) if meant is not None else None

    def pronoun(self, tree: Tree, token: Token) -> Actor | None:  # noqa: PLR0911 - one case a line
        """Read a pronoun."""
        word = token.text.lower()
        if word in _WE:
            return self._we(tree, token)
        if word == "whose":
            return self._whose(tree, token)
        if word == "both" or the_two(tree, token):
            return self._meant(token, self._refs.dyad(token.start) or self._pair_met(tree))
        if word not in _THIRD or (token.dep == "poss" and word == "their"):
            return None
        above = self._subject_above(tree, token)
        if above is not None:
            return Actor(above.codes, "reference", token.start, token.end, above.officials, token.index)
        if word == "they":
            return self._meant(token, self._met(tree))
        return self._he(tree, token) if word in {"he", "she", "his", "her"} else None

    def _he(self, tree: Tree, token: Token) -> Actor | None:
        """Read 'he' as the person whom the last sentences were about, else as the only person they name."""
        topic = self._topic
        if topic is not None and tree.sentence.index - self._topic_at <= _FAR:
            return Actor(topic.codes, "reference", token.start, token.end, topic.officials, token.index)
        mark = self._refs.he(token.start)
        return self._meant(token, (mark.country,), (mark.name,)) if mark and mark.country else None

    def _we(self, tree: Tree, token: Token) -> Actor | None:
        """Read 'we' as those it names itself ('We, the ministers of A and B'), as the quoted speaker, or as the article's voice."""
        named = [a for t in tree.children(token, "appos") for a in self._read.of(tree, t)]
        if named:
            return self._meant(token, codes_of(named))
        direct = self._refs.quoted(token.start) or token.text in {"I", "My", "my"}
        speaker = self._speaker(tree, token) if direct else None
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
            above = (tree.children(verb, "nsubjpass") or subjects(tree, verb)) if verb else ()
            found = [a for s in above if token not in tree.subtree(s) for a in self._plain(tree, s)]
            if found:
                return None if found[0].kind == "people" else together(token, found)
        return None

    def _nearest_before(self, tree: Tree, token: Token) -> Actor | None:
        """Give the state named last before 'its': 'thanked Chad for its help'."""
        personal = token.text.lower() in {"his", "her"}
        for other in reversed(tree.tokens[: token.index]):
            if other.kind in ({"official"} if personal else {"state", "official"}) and other.dep not in {
                "amod",
                "compound",
                "nmod",
            }:
                return self._read.any(tree, other)
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
        return () if token.pos == "PRON" else self._read.of(tree, token)
