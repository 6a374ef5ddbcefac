"""Words for groups of states, for organisations and for a state by its form stand for those they name, or for nothing."""

from __future__ import annotations

from bilateral.loaders.article import Article
from bilateral.loaders.extract.pipeline import extract
from bilateral.loaders.extract.scene.groups import by_form, lettered, members, nicknamed
from bilateral.schema.facts import ArticleHead


def test_a_group_is_its_members() -> None:
    """One word stands for all of them; an unknown one for none."""
    assert members(["Nordic", "Baltic"]) == ("DNK", "FIN", "ISL", "NOR", "SWE", "EST", "LVA", "LTU")
    assert members(["Alpine"]) == ()
    assert lettered("Quad") == ("AUS", "IND", "JPN", "USA")
    assert lettered("quad") == ()


def test_a_form_of_state_needs_one_state_of_that_form() -> None:
    """'The Kingdom' is the only kingdom that the article names."""
    assert by_form(["Kingdom"], ["SAU", "TCD"]) == ("SAU",)
    assert by_form(["Kingdom"], ["SAU", "NOR"]) == ()
    assert by_form(["Kingdom"], ["TCD"]) == ()


def test_a_nickname_needs_its_organisation() -> None:
    """'The bloc' is an organisation that the article names."""
    assert nicknamed("bloc", ["EU", "TCD"]) == ("EU",)
    assert nicknamed("bloc", ["TCD"]) == ()


def test_ministers_of_a_group_act_for_each_state() -> None:
    """Three ministers meet one president."""
    text = "The Baltic foreign ministers met Chad's president in Oslo."
    (event,) = extract(Article(ArticleHead("x"), text)).events
    assert (event.type, set(event.source), event.target) == ("CONSULT", {"EST", "LVA", "LTU"}, ("TCD",))
