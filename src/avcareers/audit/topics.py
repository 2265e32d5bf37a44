"""Rules on answers."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from avcareers.model.content import Content

from .finding import Finding

OFFICIAL_HOSTS = (
    "gouv.fr", "legifrance.gouv.fr", "service-public.fr", "service-public.gouv.fr",
    "francetravail.fr", "francetravail.org", "pole-emploi.fr", "unedic.org", "urssaf.fr", "cnc.fr",
    "francecompetences.fr", "onisep.fr", "education.fr", "afdas.com", "secu-artistes-auteurs.fr",
    "parcoursup.fr", "senat.fr", "assemblee-nationale.fr", "audiens.org", "conges-spectacles.com",
    "ameli.fr", "agefiph.fr", "ina.fr", "arcom.fr", "defenseurdesdroits.fr", "justice.fr",
    "femis.fr", "ens-louis-lumiere.fr", "caissedesdepots.fr", "moncompteformation.gouv.fr",
    "cidj.com", "ccn.gouv.fr", "vie-publique.fr", "mediateurducinema.fr", "education.gouv.fr",
)  # fmt: skip
"""Hosts of bodies that own the information: ministries, agencies, funds, registers."""


def is_official(url: str | None) -> bool:
    """True if an address belongs to a body that owns what it says."""
    host = urlsplit(url or "").hostname or ""
    return any(host == known or host.endswith(f".{known}") for known in OFFICIAL_HOSTS)


def topics_rest_on_an_official_source(content: Content) -> Iterator[Finding]:
    """An answer cites an official page, or says that none was read and where to check."""
    address = {source.slug: source.url for source in content.sources}
    for topic in content.topics:
        cited = any(is_official(address.get(slug)) for slug in topic.sources)
        if not cited and not (topic.doubts and topic.check_at):
            yield Finding(
                "topic",
                topic.slug,
                ("sources",),
                "official",
                "must cite an official page, or say none was read and where to check",
                ", ".join(topic.sources),
                "add one, or a doubt and a `check_at`",
            )


def what_is_outside_says_where_to_look(content: Content) -> Iterator[Finding]:
    """An answer on what the catalogue leaves out gives an address where it is."""
    for topic in content.topics:
        if topic.outside and not topic.check_at:
            yield Finding("topic", topic.slug, ("outside",), "outside",
                          "must say where what is left out can be found", topic.outside.en,
                          "add an address to `check_at`")  # fmt: skip


def topics_are_dated(content: Content) -> Iterator[Finding]:
    """An answer has a date besides the day it was reviewed, or says that it has none."""
    for topic in content.topics:
        dated = any(s.as_of or s.holds_from for s in topic.answer)
        if not dated and not topic.doubts:
            yield Finding("topic", topic.slug, ("answer",), "dated",
                          "must have a date, or say in `doubts` that its pages bear none", "none",
                          "add `as_of` or a doubt")  # fmt: skip


def statements_cite_a_listed_source(content: Content) -> Iterator[Finding]:
    """Every source a statement cites stands in the answer's list, and the other way round."""
    for topic in content.topics:
        used = {s.source for s in topic.answer} | {o.source for o in topic.obsolete}
        for slug in sorted(used ^ set(topic.sources)):
            yield Finding(
                "topic",
                topic.slug,
                ("sources",),
                "cited",
                "must list exactly the sources cited",
                slug,
                "add it or remove it",
            )


def commands_are_ours(content: Content, is_ours: Callable[[str], bool]) -> Iterator[Finding]:
    """A command that goes with an answer is one there is, with its options."""
    for topic in content.topics:
        for index, command in enumerate(topic.commands):
            if not is_ours(command):
                yield Finding("topic", topic.slug, ("commands", index), "command",
                              "must be a command of this tool, without its name", command,
                              "correct it, or remove it")  # fmt: skip
