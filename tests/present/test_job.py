"""The page of a job: nothing known is hidden, nothing unknown is made up."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from avcareers.model.profession import Profession
from avcareers.present import job as sheet_module
from avcareers.present.job import _PARTS, BRIEF_LINES, job_sheet_page
from avcareers.present.labels import label
from avcareers.present.naming import job_title
from avcareers.present.page import Page, text_of
from avcareers.present.sections import JOB_SECTIONS
from avcareers.query.job import JobSheet, job_sheet
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

TODAY = "2026-11-23"

Read = Callable[[Page], list[str]]
JOBS = [
    "realisateur", "scripte", "cadreur", "assistant-monteur", "monteur", "chef-monteur",
    "etalonneur",
]  # fmt: skip


def test_every_field_of_a_profession_is_shown_or_named_as_not_shown() -> None:
    shown, not_shown = sheet_module.SHOWN_FIELDS, sheet_module.NOT_SHOWN_FIELDS
    assert frozenset(Profession.model_fields) == shown | not_shown
    assert not shown & not_shown
    assert not_shown == {"formerly", "asked", "activities"}


def values_of(  # noqa: C901, PLR0912, PLR0915 - one case a field is what is meant
    field: str, sheet: JobSheet, words: Wording
) -> Iterator[str]:
    """Yield what the page must say of a field, in the words of the language."""
    job: Any = sheet.job
    value = getattr(job, field)

    def titles(slugs: tuple[str, ...]) -> Iterator[str]:
        return (job_title(sheet.cards[slug], words) for slug in slugs)

    match field:
        case "title":
            yield from (job_title(job, words), value.en)
        case "other_names":
            yield from (*value.fr, *value.en)
        case "department":
            yield words.of(sheet.department.name)
        case "stages":
            names = {stage.slug: words.of(stage.name) for stage in sheet.stages}
            yield from (f"● {names[slug]}" for slug in value)
        case "level":
            yield label(words, "level", value)
        case "works_on":
            yield from (label(words, "work", work) for work in value)
        case "slug" | "riasec":
            yield from [value] if value else []
        case "rome":
            yield from value
        case "pay_functions":
            yield from (text for pay in value for text in (pay.idcc, pay.function))
        case "summary":
            yield words.of(value)
        case "tasks" | "doubts":
            yield from map(words.of, value)
        case "answers_to" | "works_with" | "next_roles":
            yield from titles(value)
        case "next_roles_support":
            for step in value:
                (title,) = titles((step.job,))
                yield f"{title}{words(' : ', ': ')}{words.of(step.says)}"
        case "hands_over":
            for over in value:
                yield from titles(over.to)
            # A hand-over begins a phrase: only its first letter may change.
            yield from (words.of(p)[1:] for p in sheet.gives)
        case "confused_with":
            for neighbour in value:
                yield from titles((neighbour.job,))
                yield words.of(neighbour.difference)
        case "rome_match":
            yield from [label(words, "rome-match", value)] if value and sheet.job.rome else []
        case "rome_appellations":
            yield from value
        case "day_to_day":
            for name, condition in vars(value).items():
                name_label = label(words, "condition", name)
                if condition:
                    answer = label(words, "answer", condition.answer)
                    yield f"{name_label}{words(' : ', ': ')}{answer}"
                    yield from [words.of(condition.note)[1:].rstrip(".")] if condition.note else []
                else:
                    yield name_label
        case "hiring":
            for hiring in value:
                yield label(words, "sector", hiring.sector)[1:]
                yield from [] if hiring.regime else [words.unknown]
                yield from [words.part_day(hiring.as_of[:7])] if hiring.as_of else []
                if hiring.confidence != "high":
                    yield label(words, "confidence", hiring.confidence)[1:]
        case "work_minimums":
            for minimum in value:
                yield from (words.of(minimum.text), words.day(minimum.since))
                yield from [words.day(minimum.until)] if minimum.until else []
        case "skills":
            yield from (words.of(text) for s in value for text in (s.skill, s.shown_by))
        case "tools":
            yield from (words.of(tool.name) for tool in value)
        case "ways_in":
            for texts in (value.public, value.private, value.without_school):
                yield from map(words.of, texts)
        case "no_programme":
            yield from [words.of(value.says)] if value else []
        case "certificates":
            for certificate in value:
                yield from (certificate.name, words.of(certificate.says))
        case "variants":
            for variant in value:
                yield from (label(words, "work", variant.work), words.of(variant.how))
        case "changes":
            for change in value:
                yield from (words.day(change.as_of), words.of(change.note))
        case "sources":
            for source in sheet.sources:
                yield from (source.title, source.publisher, words.day(source.read_on))
                yield from [source.url] if source.url else []
        case "reviewed":
            yield words.day(value)


@pytest.mark.parametrize(
    "field", sorted({*Profession.model_fields} - sheet_module.NOT_SHOWN_FIELDS)
)
def test_a_shown_field_is_on_the_full_page_of_every_job_that_has_it(
    catalogue: Catalogue, words: Wording, read: Read, field: str
) -> None:
    expected = 0
    for slug in JOBS:
        sheet = job_sheet(catalogue, slug, TODAY)
        shown = "\n".join(read(job_sheet_page(sheet, words, full=True)))
        for value in values_of(field, sheet, words):
            expected += 1
            assert value in shown, (slug, field)
    assert expected, f"no job of the tests' catalogue has {field}"


@pytest.mark.parametrize("slug", JOBS)
@pytest.mark.parametrize("full", [False, True])
def test_no_page_shows_a_hole(
    catalogue: Catalogue, words: Wording, read: Read, slug: str, full: bool
) -> None:
    page = job_sheet_page(job_sheet(catalogue, slug, TODAY), words, full=full)
    for text in read(page):
        assert not re.search(r"\bNone\b|View\(|\[\]|\(\)", text)
        assert not re.search(r": *$|, *$|^ *[,;]", text)
    assert all(section.items for section in page.sections)


def test_no_part_has_a_line_without_words(catalogue: Catalogue, words: Wording) -> None:
    for slug in JOBS:
        for section in job_sheet_page(job_sheet(catalogue, slug, TODAY), words, full=True).sections:
            assert all(text_of(item.line).strip() for item in section.items), section.key


def test_a_title_comes_in_both_genders_wherever_a_job_is_named(
    catalogue: Catalogue, french: Wording, read: Read
) -> None:
    shown = read(job_sheet_page(job_sheet(catalogue, "monteur", TODAY), french, full=True))
    said = "\n".join(shown)
    for title in ("Monteur / Monteuse", "Assistant monteur / Assistante monteuse",
                  "Chef monteur / Cheffe monteuse"):  # fmt: skip
        assert title in said or title.replace(" monteur /", " /") in said, title


def test_an_epicene_title_is_said_once(catalogue: Catalogue, french: Wording) -> None:
    page = job_sheet_page(job_sheet(catalogue, "scripte", TODAY), french)
    assert text_of(page.title) == "Scripte"


def test_unknown_conditions_are_said_to_be_unknown(
    catalogue: Catalogue, words: Wording, read: Read
) -> None:
    sheet = job_sheet(catalogue, "etalonneur", TODAY)
    short = "\n".join(read(job_sheet_page(sheet, words, only=())))
    assert words("Non renseigné : nuits, week-ends", "Unknown: nights, weekends") in short
    full = "\n".join(read(job_sheet_page(sheet, words, full=True)))
    assert words("Non renseigné : nuits, week-ends", "Unknown: nights, weekends") in full


def test_what_the_rome_says_of_a_code_is_told_from_what_is_said_of_the_job(
    catalogue: Catalogue, words: Wording, read: Read
) -> None:
    sheet = job_sheet(catalogue, "cadreur", TODAY)
    short = "\n".join(read(job_sheet_page(sheet, words)))
    assert words("Oui : effort physique", "Yes: physical effort") in short
    assert words("D'après France Travail, on travaille parfois le week-end et en déplacement.",
                 "According to France Travail, you sometimes work weekends and away from home."
                 ) in short  # fmt: skip
    full = "\n".join(read(job_sheet_page(sheet, words, full=True)))
    assert words("déplacements : parfois, d'après France Travail",
                 "travel: sometimes, says France Travail") in full  # fmt: skip


def test_nights_denied_by_a_code_say_why(catalogue: Catalogue, words: Wording, read: Read) -> None:
    full = "\n".join(
        read(job_sheet_page(job_sheet(catalogue, "chef-monteur", TODAY), words, full=True))
    )
    assert words("nuits : non, d'après France Travail. Sa fiche ne parle que de travail en journée.",
                 "nights: no, says France Travail. Its sheet speaks of daytime work only.") in full  # fmt: skip


def test_a_code_that_names_only_a_family_says_so(
    catalogue: Catalogue, words: Wording, read: Read
) -> None:
    full = "\n".join(read(job_sheet_page(job_sheet(catalogue, "scripte", TODAY), words, full=True)))
    assert (
        words("Code ROME L1304 : famille de métiers", "ROME code L1304: a family of jobs") in full
    )


def test_a_contract_is_said_in_sentences(catalogue: Catalogue, words: Wording, read: Read) -> None:
    told = read(job_sheet_page(job_sheet(catalogue, "monteur", TODAY), words, only=("contracts",)))
    assert any(
        words("embauche en CDD d'usage ; les heures comptent pour l'intermittence (annexe 8).",
              "hired on a CDD d'usage; hours count towards the intermittent scheme (annexe 8).")
        in text for text in told
    )  # fmt: skip


def test_an_unknown_regime_is_said_to_be_unknown(
    catalogue: Catalogue, words: Wording, read: Read
) -> None:
    sheet = job_sheet(catalogue, "realisateur", TODAY)
    for full in (False, True):
        shown = read(job_sheet_page(sheet, words, full=full))
        sector = label(words, "sector", "tele")
        (told,) = [text for text in shown if sector in text.lower()]
        assert words.unknown in told.lower()


@pytest.mark.parametrize(
    ("usage", "fr"),
    [
        (True, "embauche en CDD d'usage"),
        (False, "embauche en CDI ou en CDD ordinaire"),
        (None, "CDD d'usage : non renseigné"),
    ],
)
def test_the_cdd_usage_is_allowed_refused_or_unknown(
    catalogue: Catalogue, french: Wording, read: Read, usage: bool | None, fr: str
) -> None:
    told = [
        text
        for slug in JOBS
        for hiring in job_sheet(catalogue, slug, TODAY).job.hiring
        if hiring.cdd_usage is usage
        for text in read(
            job_sheet_page(job_sheet(catalogue, slug, TODAY), french, only=("contracts",))
        )
        if label(french, "sector", hiring.sector) in text.lower()
    ]
    assert told
    assert all(fr in text for text in told)


def test_a_job_without_contracts_read_has_no_empty_part(
    catalogue: Catalogue, words: Wording
) -> None:
    page = job_sheet_page(job_sheet(catalogue, "chef-monteur", TODAY), words, full=True)
    assert "contracts" not in [section.key for section in page.sections]


def test_parts_come_in_their_order(catalogue: Catalogue, words: Wording) -> None:
    page = job_sheet_page(job_sheet(catalogue, "realisateur", TODAY), words, full=True)
    keys = [section.key for section in page.sections]
    assert keys == [key for key in JOB_SECTIONS if key in keys]
    assert len(keys) >= 11


def test_the_parts_offered_are_those_of_the_sheet(catalogue: Catalogue, words: Wording) -> None:
    sheet = job_sheet(catalogue, "realisateur", TODAY)
    assert tuple(build(sheet, words, True).key for build in _PARTS) == JOB_SECTIONS


@pytest.mark.parametrize("key", JOB_SECTIONS)
def test_one_part_alone_is_shown_in_full(catalogue: Catalogue, words: Wording, key: str) -> None:
    sheet = job_sheet(catalogue, "realisateur", TODAY)
    page = job_sheet_page(sheet, words, only=(key,))
    full = {s.key: s for s in job_sheet_page(sheet, words, full=True).sections}
    # The tests' own catalogue holds no pay: a part without anything to say is not there.
    assert page.sections == ((full[key],) if key in full else ())
    assert page.sections or key == "pay"
    assert page.brief_lines is None


def test_only_a_short_sheet_may_be_shortened(catalogue: Catalogue, words: Wording) -> None:
    sheet = job_sheet(catalogue, "realisateur", TODAY)
    assert job_sheet_page(sheet, words).brief_lines == BRIEF_LINES == 45
    assert "--full" in job_sheet_page(sheet, words).shortened
    assert job_sheet_page(sheet, words, full=True).brief_lines is None


def test_the_command_to_train_is_offered_only_when_there_is_training(
    catalogue: Catalogue, changed: Callable[..., Catalogue], words: Wording
) -> None:
    def commands(of: Catalogue, slug: str) -> list[str]:
        return [s.command for s in job_sheet_page(job_sheet(of, slug, TODAY), words).next]

    # None leads to `chef-monteur`; those of the job before it are listed.
    for slug in ("monteur", "chef-monteur"):
        assert f"avcareers schools --job {slug}" in commands(catalogue, slug)
        assert f"avcareers schools --job {slug}" not in commands(changed(schools=()), slug)
