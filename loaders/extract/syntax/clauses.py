"""Who does what to whom, read off a tree: subjects, objects and prepositions of a verb or of a noun that names an act.

Input: a `Tree` and the token that names the act. Output: tokens that head the phrases in each role. Passives, controlled
infinitives, participles, relative clauses and joined verbs are undone here, so that rules speak of roles only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from bilateral.loaders.extract.syntax.tree import Token, Tree

__all__ = [
    "clause_verb",
    "complements",
    "governor",
    "is_infinitive",
    "is_passive",
    "is_verb",
    "objects",
    "objects_before",
    "prepositional",
    "region",
    "subjects",
]

_OWN_CLAUSES: Final = frozenset({"relcl", "advcl", "ccomp", "parataxis", "csubj", "csubjpass"})
_SUBJECTS: Final = ("nsubj", "csubj", "expl")
_OBJECTS: Final = ("dobj", "obj", "oprd")
_RELATIVE: Final = frozenset({"who", "which", "that", "whom"})
_REACHES: Final = frozenset(
    {"telephone", "phone", "ring", "call", "visit", "meet", "contact", "cable", "receive", "see", "host", "join"}
)
#: 'Is engaged in' tells what its subject does.
_ENGAGED: Final = frozenset({"engage", "involve", "lock", "embroil"})
_CALLS_IN: Final = frozenset({"summon", "convoke", "recall"})
_DEEPEST: Final = 8
_PREPOSITIONS: Final = frozenset({"prep", "dative", "agent", "prt", "mark", "advmod"})


def is_verb(token: Token) -> bool:
    """Tell whether the token heads a clause."""
    return token.pos in {"VERB", "AUX"} or token.tag.startswith("VB")


def is_infinitive(tree: Tree, verb: Token) -> bool:
    """Tell whether the verb stands with 'to'."""
    return any(t.text.lower() == "to" for t in tree.children(verb, "aux"))


def is_passive(tree: Tree, verb: Token) -> bool:
    """Tell whether the verb's subject undergoes the act."""
    if verb.lemma in _ENGAGED and not tree.children(verb, "agent"):
        return False
    if tree.children(verb, "auxpass", "nsubjpass"):
        return True
    if tree.children(verb, "agent"):  # 'had spoken by phone' is no passive
        return verb.tag == "VBN" and not any(t.lemma == "have" for t in tree.children(verb, "aux"))
    return verb.tag == "VBN" and verb.dep in {"acl", "amod"} and not tree.children(verb, "aux")


def subjects(tree: Tree, verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Give those who do what the verb says; empty where the sentence does not tell."""
    if is_passive(tree, verb):
        return tuple(p for a in tree.children(verb, "agent") for p in tree.children(a, "pobj"))
    if verb.tag == "VBG" and verb.dep == "pcomp" and (by := _done_by(tree, verb)):
        return by
    if own := tree.children(verb, *_SUBJECTS, "nsubjpass"):
        return tuple(t for s in own for t in _antecedent(tree, verb, s))
    return _controller(tree, verb, depth) if depth < _DEEPEST else ()


def _done_by(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """'Killed in shelling by the army': the army shelled."""
    return tuple(p for a in tree.children(verb, "prep", "agent") if a.lemma == "by" for p in tree.children(a, "pobj"))


def objects(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Give those to whom it is done."""
    if is_passive(tree, verb):
        return _undergoer(tree, verb)
    own = tuple(t for t in tree.children(verb, *_OBJECTS) if t.lemma not in _RELATIVE)
    if own or verb.dep != "relcl" or not tree.children(verb, "nsubj"):
        return own
    subject, head = tree.children(verb, "nsubj")[0], tree.head(verb)
    return (head,) if head is not None and subject.lemma not in _RELATIVE else ()


def objects_before(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Give whom its pronoun means: 'seized a ship and released it', 'wrote to the minister to thank him'."""
    said, head = [t.text.lower() for t in tree.children(verb, "dobj")], tree.head(verb)
    if head is None or not is_verb(head) or len(said) != 1:
        return ()
    if verb.dep == "conj" and said[0] in {"it", "them"}:
        return objects(tree, head)
    if verb.dep == "advcl" and said[0] in {"him", "her", "them"} and is_infinitive(tree, verb):
        return (*objects(tree, head), *prepositional(tree, head, frozenset({"to", "on"})))
    return ()


def _undergoer(tree: Tree, verb: Token, depth: int = 0) -> tuple[Token, ...]:
    if own := tree.children(verb, "nsubjpass"):
        return tuple(t for s in own for t in _antecedent(tree, verb, s))
    head = tree.head(verb)
    if head is None or depth > _DEEPEST:
        return ()
    if verb.dep in {"acl", "relcl", "amod"}:
        return (head,)
    if verb.dep == "conj" and is_verb(head):
        return _undergoer(tree, head, depth + 1) or subjects(tree, head, depth + 1)
    if verb.dep in {"xcomp", "advcl", "acomp"} and is_verb(head):
        return subjects(tree, head, depth + 1) or _undergoer(tree, head, depth + 1)
    return ()


def _antecedent(tree: Tree, verb: Token, subject: Token) -> tuple[Token, ...]:
    """Read 'who' and 'which' as what they stand for."""
    if subject.lemma not in _RELATIVE:
        return (subject,)
    head = tree.head(verb)
    while head is not None and verb.dep == "conj":
        verb, head = head, tree.head(head)
    return (head,) if head is not None and verb.dep == "relcl" else (subject,)


def _controller(tree: Tree, verb: Token, depth: int) -> tuple[Token, ...]:  # noqa: PLR0911 - one case a line
    """Find the subject that a verb without one shares with its governor; it is the one who phones that thanks in `phoned him to thank`."""
    head = tree.head(verb)
    if head is None:
        return ()
    if verb.dep == "conj" and is_verb(head):
        shared = _undergoer(tree, head) if tree.children(head, "nsubjpass") else ()
        return shared or subjects(tree, head, depth + 1) or _undergoer(tree, head)
    if verb.dep == "xcomp" and head.dep == "acomp" and not is_verb(head):
        return subjects(tree, tree[head.head], depth + 1)
    if verb.dep == "xcomp" and is_verb(head):
        if head.lemma in _CALLS_IN:
            return subjects(tree, head, depth + 1)  # 'summoned the envoy to protest'
        own = tree.children(head, "dobj") if head.lemma not in _REACHES else ()
        return own or subjects(tree, head, depth + 1) or _undergoer(tree, head)
    if verb.dep in {"advcl", "ccomp", "dep"} and is_verb(head) and not tree.children(verb, "mark"):
        return subjects(tree, head, depth + 1) or _undergoer(tree, head)
    if verb.dep in {"acl", "relcl"} and not is_verb(head):
        return _of_noun(tree, verb, head, depth)
    if verb.dep == "amod" and verb.tag == "VBG":
        return (head,)  # 'the visiting delegation'
    if verb.dep == "pcomp":
        return _of_preposition(tree, head, depth)
    return ()


def _of_noun(tree: Tree, verb: Token, noun: Token, depth: int) -> tuple[Token, ...]:
    """Read 'a team sent to Chad' as the team, 'came for the first time to meet' as who came, 'is the first to visit' as who is."""
    if noun.lemma == "time" and (above := clause_verb(tree, noun)) is not None:
        return subjects(tree, above, depth + 1)
    if noun.dep == "attr" and any(t.tag == "TO" for t in tree.children(verb, "aux")):
        return tree.children(tree[noun.head], "nsubj") or (noun,)
    return (noun,)


def _of_preposition(tree: Tree, prep: Token, depth: int) -> tuple[Token, ...]:
    """'Accused X of sending': X sends; 'after meeting X, Y said': Y met; 'thanked X for sending': X sent."""
    verb = tree.head(prep)
    if verb is None:
        return ()
    if not is_verb(verb):
        return (verb,) if prep.lemma in {"of", "for"} else ()
    if prep.lemma in {"of", "for", "from", "into"}:
        return tree.children(verb, "dobj") or _undergoer(tree, verb) or subjects(tree, verb, depth + 1)
    return subjects(tree, verb, depth + 1) or _undergoer(tree, verb)


def governor(tree: Tree, noun: Token) -> tuple[Token | None, str]:  # noqa: PLR0911 - one case a line
    """Give the verb that a noun is an argument of, and as what: obj, subj, or the preposition between them."""
    at = noun
    while at.dep in {"conj", "appos", "compound", "nmod"} and not at.is_root:
        at = tree[at.head]
    head = tree.head(at)
    if head is None:
        return None, ""
    if at.dep in {"dobj", "nsubjpass", "attr", "oprd", "dative"}:
        return head, "obj"
    if at.dep == "nsubj":
        return head, "subj"
    if at.dep == "pobj":
        verb = tree.head(head)
        if verb is not None and is_verb(verb):
            return verb, head.lemma
        if verb is not None and verb.lemma == "ahead" and not verb.is_root:
            return tree[verb.head], "ahead"
        return (None, "") if verb is None or head.lemma != "of" else governor(tree, verb)
    return None, ""


def clause_verb(tree: Tree, token: Token) -> Token | None:
    """Give the verb of the clause that the token stands in, the token itself if it is one."""
    if is_verb(token):
        return token
    return next((t for t in tree.ancestors(token) if is_verb(t)), None)


def region(tree: Tree, trigger: Token) -> tuple[Token, ...]:
    """Give the tokens of the act's own clause: below it, without clauses that have a subject of their own."""
    if is_verb(trigger):
        return _own(tree, trigger)
    verb, role = governor(tree, trigger)
    inside = set(_own(tree, trigger))
    if verb is not None and role in {"obj", "subj"}:
        verbs = (verb, *tree.children(verb, "xcomp"))  # 'talks are expected to be held between'
        beside = (c for v in verbs for c in tree.children(v, "prep", "agent", "npadvmod", "dative"))
        inside.update(t for child in beside for t in _own(tree, child))
    return tuple(sorted(inside, key=lambda t: t.index))


def _own(tree: Tree, top: Token) -> tuple[Token, ...]:
    if (known := tree.walked.get(top.index)) is not None:
        return known
    found = [top.index]
    for at in found:
        found += [i for i in tree.kids[at] if not _apart(tree.tokens[i])]
    tree.walked[top.index] = own = tuple([tree.tokens[i] for i in sorted(found)])
    return own


def _apart(token: Token) -> bool:
    return token.dep in _OWN_CLAUSES or (token.dep == "conj" and is_verb(token))


def prepositional(tree: Tree, trigger: Token, preps: frozenset[str]) -> tuple[Token, ...]:
    """Give what follows one of the prepositions in the act's clause, nearest to the act first."""
    own = set() if is_verb(trigger) else {t.index for t in tree.subtree(trigger)}
    inside = [t for t in region(tree, trigger) if t.lemma in preps]
    if not is_verb(trigger):
        inside = [t for t in inside if t.lemma != "of" or t.head == trigger.index]
        inside = [t for t in inside if t.lemma != "by" or not _done_to_another(tree, trigger, t)]
    if any(t.index in own for t in inside):
        inside = [t for t in inside if t.index in own]
    again = [t for t in inside if t.dep == "conj" and tree[t.head].lemma == t.lemma]  # 'to Chad and to Ghana'
    inside = [t for t in inside if t.dep in _PREPOSITIONS or t in again]
    found = [(abs(token.index - trigger.index), child) for token in inside for child in tree.children(token, "pobj")]
    return tuple(child for _, child in sorted(found, key=lambda pair: (pair[0], pair[1].index)))


def _done_to_another(tree: Tree, noun: Token, by: Token) -> bool:
    """Tell of 'the protest against curbs imposed by Chad': Chad imposed the curbs, and did not protest."""
    verb = tree.head(by)
    return verb is not None and verb.dep == "acl" and verb.head != noun.index and verb.tag == "VBN"


def complements(tree: Tree, verb: Token) -> tuple[Token, ...]:
    """Give the verbs of the clauses that complete this one: 'urged X to leave', 'said that X left'."""
    own = tree.children(verb, "ccomp", "xcomp", "pcomp", "advcl")
    return tuple(
        t for t in own if (is_verb(t) or tree.children(t, "nsubj")) and (t.dep != "advcl" or _for_clause(tree, t))
    )


def _for_clause(tree: Tree, verb: Token) -> bool:
    told = tree.children(verb, "nsubj") and is_infinitive(tree, verb)
    return bool(told) or any(t.lemma == "for" for t in tree.children(verb, "mark"))
