"""What a word says of two actors of whom it is known that something passes between them: lexicon/acts.yaml.

Input: a `Tree` and one of its words. Output: the `Act` it names, None if it names none. Here a word's most usual sense is enough; the
frames, which must find states in news first, ask for more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from bilateral.errors import InputError
from bilateral.loaders.extract.events.frames import TYPES
from bilateral.loaders.extract.syntax.clauses import is_verb, objects, region
from bilateral.loaders.extract.text.lexicon import read_lexicon

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = ["Act", "act_of", "carries", "judged", "speaks"]

_KEYS: Final = frozenset({"type", "mode", "verbs", "nouns", "adjectives", "hints", "pairs"})
_SPELLINGS: Final = (("ise", "ize"), ("isation", "ization"), ("our", "or"))
_CLAUSES: Final = frozenset({"relcl", "acl", "advcl"})
_REACH: Final = 6
_PARTICLES: Final = frozenset({"prt", "prep", "advmod", "dobj", "acomp", "xcomp"})


@dataclass(frozen=True, slots=True)
class Act:
    """A type of event, its mode where that matters; `weak` where the word gives way to another act that it carries."""

    type: str
    mode: str = ""
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Pair:
    """A verb's particle, the words of which one goes with it, those that must not, whether only as its object, and the act."""

    particle: tuple[str, ...]
    words: frozenset[str]
    barred: frozenset[str]
    object: bool
    act: Act


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon by lemma: plain words of each class, and for verbs their particles and the words that go with them."""

    plain: Mapping[tuple[str, str], Act]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Act], ...]]
    pairs: Mapping[str, tuple[_Pair, ...]]
    carriers: frozenset[str]
    speech: frozenset[str]
    judgements: Mapping[str, frozenset[str]]


def act_of(tree: Tree, token: Token) -> Act | None:
    """Give the act that the word names here, the most telling reading first: with a word near it, with its particle, by itself."""
    words = _words()
    if not is_verb(token):
        group = {"NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}.get(token.pos, "")
        named = words.plain.get((group, _whole(tree, token)))
        hint = words.plain.get(("hints", token.lemma)) if group == "nouns" else None
        found = named or hint
        return replace(found, weak=True) if found is not None and (not named or token.dep == "compound") else found
    if sure := _of_object(tree, token, words) or _phrased(tree, token, words) or _of_clause(tree, token, words):
        return sure
    found = words.plain.get(("verbs", _whole(tree, token)))
    return replace(found, weak=True) if found is not None and carries(token) else found


def carries(token: Token) -> bool:
    """Tell whether the verb may only carry what its object or complement names: 'ordered an attack'."""
    return token.lemma in _words().carriers


def judged(lemmas: Iterable[str]) -> str:
    """Give the type that words of blame or praise make of what is said of somebody."""
    row = [*lemmas]
    return next((kind for kind, known in _words().judgements.items() if any(w in known for w in row)), "")


def speaks(token: Token) -> bool:
    """Tell whether the verb is one of saying."""
    return token.lemma in _words().speech


def _of_object(tree: Tree, verb: Token, words: _Words) -> Act | None:
    """Look for a word that goes with the verb: as its object, behind its particle, within the object."""
    row = [c for o in objects(tree, verb) for c in tree.conjuncts(o)]
    inside = [t for o in row for t in tree.subtree(o, cut=_CLAUSES)]
    behind = [p for t in tree.children(verb, "prep") if t.index == verb.index + 1 for p in tree.children(t, "pobj")]
    return (
        _paired(tree, verb, words, row)
        or _paired(tree, verb, words, [c for p in behind for c in tree.conjuncts(p)], particle=True)
        or _paired(tree, verb, words, inside)
    )


def _of_clause(tree: Tree, verb: Token, words: _Words) -> Act | None:
    """Look for a word that goes with the verb elsewhere in the clause, unless the verb carries an act."""
    carried = carries(verb) and any(words.plain.get(("nouns", t.lemma)) for t in objects(tree, verb))
    return None if carried else _paired(tree, verb, words, region(tree, verb), clause=True)


def _paired(
    tree: Tree, verb: Token, words: _Words, tokens: Iterable[Token], *, particle: bool = False, clause: bool = False
) -> Act | None:
    pairs = words.pairs.get(verb.lemma, ())
    options = [
        p for p in pairs if _has(tree, verb, p.particle) and (p.particle or not particle) and not (clause and p.object)
    ]
    if not options:
        return None
    near = _forms(tree, verb, tokens)
    found = [
        p for p in options if p.words & near and not (p.barred and p.barred & _forms(tree, verb, tree.subtree(verb)))
    ]
    return found[0].act if found else None


def _forms(tree: Tree, verb: Token, tokens: Iterable[Token]) -> set[str]:
    return {w for t in tokens if t.index != verb.index for w in (t.lemma, _whole(tree, t), *_inside(t))}


def _inside(token: Token) -> tuple[str, ...]:
    """Give the words of a name that was kept as one."""
    return tuple(form for w in token.text.lower().split() for form in (w, w.removesuffix("s"))) if token.kind else ()


def _whole(tree: Tree, token: Token) -> str:
    """Give the word's lemma, with what a hyphen joins to it: 'cease-fire'."""
    if token.index > 1 and tree[token.index - 1].text == "-":
        return f"{tree[token.index - 2].text.lower()}-{token.lemma}"
    return token.lemma


def _phrased(tree: Tree, verb: Token, words: _Words) -> Act | None:
    return next((act for rest, act in words.phrases.get(verb.lemma, ()) if _has(tree, verb, rest)), None)


def _has(tree: Tree, verb: Token, rest: tuple[str, ...]) -> bool:
    """Tell whether the verb has its particle, beside it or at least without an object between them, and the words behind that."""
    if not rest:
        return True
    near = tree.tokens[verb.index + 1 : verb.index + 2]
    near += tree.children(verb, *(("prt",) if tree.children(verb, "dobj") else _PARTICLES))
    behind = {w for t in tree.tokens[verb.index + 1 : verb.index + _REACH] for w in (t.lemma, t.text.lower())}
    return any(rest[0] in {t.lemma, t.text.lower()} for t in near) and behind.issuperset(rest[1:])


@cache
def _words() -> _Words:
    plain: dict[tuple[str, str], Act] = {}
    phrases: dict[str, tuple[tuple[tuple[str, ...], Act], ...]] = {}
    pairs: dict[str, tuple[_Pair, ...]] = {}
    for act, block in _blocks():
        for group in ("verbs", "nouns", "adjectives", "hints"):
            for word in _spelt(block.get(group)):
                first, *rest = word.split()
                if rest:
                    phrases[first] = (*phrases.get(first, ()), (tuple(rest), act))
                elif plain.setdefault((group, first), act) != act:
                    raise InputError(f"{word!r} stands twice", place="lexicon/acts.yaml", remedy="Keep it in one list.")
        for pair in block.get("pairs") or ():  # type: ignore[attr-defined]
            needed, barred = frozenset(_spelt(pair["words"])), frozenset(_spelt(pair.get("not")))
            for verb in _spelt(pair["verbs"]):
                first, *rest = verb.split()
                found = _Pair(tuple(rest), needed, barred, pair.get("object") is True, act)
                pairs[first] = (*pairs.get(first, ()), found)
    lists = _lists()
    judgements = lists["judgements"]
    known = {str(k): frozenset(_spelt(v)) for k, v in judgements.items()} if isinstance(judgements, dict) else {}
    return _Words(
        plain, phrases, pairs, frozenset(_spelt(lists["carriers"])), frozenset(_spelt(lists["speech"])), known
    )


def _blocks() -> Iterator[tuple[Act, Mapping[str, object]]]:
    for block in _entries():
        if "type" in block:
            if set(block) - _KEYS or block["type"] not in TYPES:
                raise InputError(
                    f"no kind of act: {sorted(block)}", place="lexicon/acts.yaml", remedy=f"Use {sorted(_KEYS)}."
                )
            yield Act(str(block["type"]), str(block.get("mode", ""))), block


def _lists() -> Mapping[str, object]:
    return {key: value for block in _entries() if "type" not in block for key, value in block.items()}


def _entries() -> list[dict[str, object]]:
    found = read_lexicon("acts")
    return found if isinstance(found, list) else []


def _spelt(words: object) -> Iterator[str]:
    """Give the words, also as Americans spell them: -ize, -or."""
    for word in words if isinstance(words, list) else ():
        yield str(word)
        for ending, other in _SPELLINGS:
            if len(word) > len(ending) + 2 and word.endswith(ending):
                yield word.removesuffix(ending) + other
