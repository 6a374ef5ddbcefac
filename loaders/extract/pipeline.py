"""From one article to its facts: the steps in order, what each needs and what each gives.

Input: an `Article`. Output: `ArticleFacts` with passages that are the body's own words (else EvidenceError); `trace_sentences` tells what was let go.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from bilateral.errors import EvidenceError
from bilateral.loaders.extract.agreements.agreements import find_agreements, signing_spans
from bilateral.loaders.extract.confidence import calibrate
from bilateral.loaders.extract.dates.dates import find_dates
from bilateral.loaders.extract.events.actors import Actors
from bilateral.loaders.extract.events.dropped import Dropped
from bilateral.loaders.extract.events.events import read_sentence
from bilateral.loaders.extract.events.explain import explain, lost
from bilateral.loaders.extract.events.finish import finish
from bilateral.loaders.extract.events.gate import gate
from bilateral.loaders.extract.events.happenings import gather
from bilateral.loaders.extract.events.unknown import fill_unknown
from bilateral.loaders.extract.figures.amounts import find_amounts
from bilateral.loaders.extract.figures.quantities import find_quantities
from bilateral.loaders.extract.flows.flows import find_flows
from bilateral.loaders.extract.officials.acronyms import public_acronyms
from bilateral.loaders.extract.officials.echoes import find_echoes
from bilateral.loaders.extract.officials.home import find_home, home_of
from bilateral.loaders.extract.officials.officials import find_officials, to_facts
from bilateral.loaders.extract.parts import joined, parts
from bilateral.loaders.extract.scene.context import Scene
from bilateral.loaders.extract.scene.groups import names_group
from bilateral.loaders.extract.scene.reference import References
from bilateral.loaders.extract.states.mentions import countries_of, find_mentions
from bilateral.loaders.extract.surface.agencies import agencies_in
from bilateral.loaders.extract.syntax.parse import parse_sentences
from bilateral.loaders.extract.syntax.spans import merged_spans
from bilateral.loaders.extract.text.sentences import split_sentences
from bilateral.schema.facts import ArticleFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bilateral.loaders.article import Article
    from bilateral.loaders.extract.events.candidate import Candidate
    from bilateral.loaders.extract.syntax.tree import Tree
    from bilateral.loaders.extract.text.marks import Sentence
    from bilateral.schema.facts import Agreement, Event, Evidence, Flow, Official, Role

__all__ = ["STEPS", "Draft", "Dropped", "Step", "check_steps", "extract", "facts_of", "run_steps", "trace_sentences"]

#: Signing a treaty is told by the agreement; asking for one, or meeting to sign it, is an event of its own.
_TOLD_BY_AGREEMENTS: Final = frozenset({"AGREE", "COOPERATE", "CONCEDE", "SUPPORT", "AID"})


@dataclass(slots=True)
class Draft:
    """What is known of the article so far; each step fills its part, and if `traced` says what it let go."""

    article: Article
    scene: Scene
    traced: bool = False
    kept: tuple[Sentence, ...] = ()
    trees: tuple[Tree, ...] = ()
    candidates: list[Candidate] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    officials: tuple[Official, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    events: tuple[Event, ...] = ()
    flows: tuple[Flow, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the pipeline: the parts of the draft that it reads and those that it fills.

    `states` tells how many states the article must be known to speak of for the step to find anything; else it is left out.
    """

    name: str
    requires: tuple[str, ...]
    assigns: tuple[str, ...]
    run: Callable[[Draft], None]
    states: int = 2


def extract(article: Article) -> ArticleFacts:
    """Give everything that the article says between states; a very long text is read in parts."""
    return joined(article, [(start, calibrate(facts_of(run_steps(part)))) for start, part in parts(article)])


def facts_of(draft: Draft) -> ArticleFacts:
    """Give what the steps found, as sure as the rules are of it."""
    article = draft.article
    head = replace(article.head, sha256=article.head.sha256 or article.sha256)
    codes = countries_of(draft.scene.mentions, article.body)
    facts = ArticleFacts(head, codes, draft.officials, draft.agreements, draft.events, draft.flows)
    _check_evidence(article, facts)
    return facts


def trace_sentences(article: Article) -> tuple[Dropped, ...]:
    """Give everything that may name an act and gave no event, with the step and the reason."""
    found = [(start, run_steps(part, traced=True).dropped) for start, part in parts(article)]
    return tuple(replace(d, start=d.start + start, end=d.end + start) for start, dropped in found for d in dropped)


def run_steps(article: Article, *, traced: bool = False) -> Draft:
    """Run every step over the article."""
    draft = Draft(article, Scene(article.body, published=article.head.published), traced)
    known = 0
    for step in STEPS:
        known = known if known > 1 else _states(draft)  # two are enough, and never become fewer
        if traced or step.states <= known:
            step.run(draft)
    return draft


def _states(draft: Draft) -> int:
    """Count the states and organisations that the article names, those of its officials and agencies, its own, and a group."""
    scene = draft.scene
    served = (o.country for o in scene.officials)
    agencies = (hit.value for hit in agencies_in(scene.body))
    codes = {*(m.code for m in scene.mentions), *served, *agencies, *scene.title_codes, scene.home} - {None, ""}
    return len(codes) + (len(codes) == 1 and names_group(scene.body))


def check_steps(steps: Iterable[Step]) -> None:
    """Raise ValueError if a step reads what no step before it has filled."""
    filled = {"article"}
    for step in steps:
        missing = set(step.requires) - filled
        if missing:
            raise ValueError(f"step {step.name!r} needs {sorted(missing)}, which no step before it fills")
        filled.update(step.assigns)


def _mentions(draft: Draft) -> None:
    body, title = draft.article.body, draft.article.head.title or ""
    mentions = public_acronyms(body, find_mentions(body, draft.article.head.published))
    titled = tuple(dict.fromkeys(m.code for m in find_mentions(title)))
    home = find_home(body, mentions, draft.article.head)
    draft.scene = replace(draft.scene, mentions=mentions, home=home, title_codes=titled, title=title)


def _sentences(draft: Draft) -> None:
    draft.scene = replace(draft.scene, sentences=split_sentences(draft.article.body))


def _officials(draft: Draft) -> None:
    scene = draft.scene
    marks = find_officials(
        scene.body, scene.sentences, scene.mentions, scene.home, published=scene.published, title=scene.title
    )
    echoes = find_echoes(scene.body, marks, scene.mentions)
    told = tuple(sorted((*marks, *echoes), key=lambda m: (m.start, m.end)))
    draft.scene = replace(scene, officials=told, home=scene.home or home_of(marks))
    draft.officials = to_facts(marks, scene.body)


def _dates(draft: Draft) -> None:
    draft.scene = replace(draft.scene, dates=find_dates(draft.article.body, draft.article.head.published))


def _amounts(draft: Draft) -> None:
    scene = draft.scene
    sums, counts = find_amounts(scene.body, scene.mentions), find_quantities(scene.body, scene.mentions)
    draft.scene = replace(scene, amounts=sums, quantities=counts)


def _agreements(draft: Draft) -> None:
    draft.agreements = find_agreements(draft.scene)


def _gate(draft: Draft) -> None:
    draft.kept, dropped = gate(draft.scene)
    draft.dropped += [Dropped(s.start, s.end, "gate", why) for s, why in dropped]


def _parse(draft: Draft) -> None:
    scene = draft.scene
    spans = merged_spans(scene.body, scene.mentions, scene.officials, scene.dates, scene.amounts)
    draft.trees = parse_sentences(scene.body, draft.kept, spans)


def _read(draft: Draft) -> None:
    actors = Actors(draft.scene)
    for tree in draft.trees:
        found, missed = read_sentence(tree, draft.scene, actors)
        draft.candidates += found
        if draft.traced:
            draft.dropped += explain(tree, found, missed, actors)
        actors.note(tree, next(((*c.source, *c.target) for c in found if c.frame.mutual and c.target), ()))


def _events(draft: Draft) -> None:
    covered = signing_spans(draft.agreements)
    candidates, learnt = fill_unknown(draft.candidates, References(draft.scene))
    fresh = [c for c in candidates if c.frame.type not in _TOLD_BY_AGREEMENTS or not _covered(c, covered)]
    happenings = gather(fresh, draft.scene.published)
    draft.events = finish(happenings, draft.scene)
    if draft.traced:
        told = [c for h in happenings for c in h.told]
        draft.dropped += lost(draft.candidates, candidates, "which state the official serves is not known")
        draft.dropped += lost(candidates, fresh, "it is told as the signing of an agreement")
        draft.dropped += lost(fresh, told, "which other state is meant is not clear")
    draft.officials = tuple(replace(o, country=o.country or learnt.get(o.name)) for o in draft.officials)


def _covered(candidate: Candidate, spans: Iterable[tuple[int, int]]) -> bool:
    """Tell whether the words of an agreement tell the act; who brokered it is told beside it."""
    told = any(a < candidate.trigger[1] and candidate.trigger[0] < b for a, b in spans)
    return told and candidate.frame.mode != "mediation"


def _flows(draft: Draft) -> None:
    draft.flows = find_flows(draft.scene, draft.events)


STEPS: tuple[Step, ...] = (
    Step("mentions", ("article",), ("mentions", "home"), _mentions, states=0),
    Step("sentences", ("article",), ("sentences",), _sentences, states=1),
    Step("officials", ("sentences", "mentions", "home"), ("officials",), _officials, states=1),
    Step("dates", ("article",), ("dates",), _dates),
    Step("amounts", ("article", "mentions"), ("amounts", "quantities"), _amounts),
    Step(
        "agreements",
        ("sentences", "mentions", "officials", "dates", "amounts", "quantities"),
        ("agreements",),
        _agreements,
    ),
    Step("gate", ("sentences", "mentions", "officials", "home"), ("kept", "dropped"), _gate),
    Step("parse", ("kept", "mentions", "officials", "dates", "amounts"), ("trees",), _parse),
    Step("read", ("trees", "mentions", "officials", "dates"), ("candidates",), _read),
    Step("events", ("candidates", "agreements", "officials"), ("events",), _events),
    Step(
        "flows", ("sentences", "mentions", "officials", "dates", "amounts", "quantities", "events"), ("flows",), _flows
    ),
)


def _check_evidence(article: Article, facts: ArticleFacts) -> None:
    for fact in facts.every:
        if not fact.trace.evidence:
            raise EvidenceError(
                f"a fact without evidence: {fact}", place=article.head.id, remedy="Report this as a bug."
            )
        parts: tuple[Evidence | Role, ...] = (*fact.trace.evidence, *fact.trace.roles)
        for part in parts:
            if article.body[part.start : part.end] != part.quote:
                place = f"{article.head.id}:{part.start}"
                raise EvidenceError(f"{part.quote!r} does not stand there", place=place, remedy="Report this as a bug.")
