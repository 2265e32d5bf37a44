"""All the rules, and what they find in data files."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, NamedTuple

from avcareers.model.answer import Rows, Unpublished
from avcareers.model.content import Content
from avcareers.model.errors import DataError, Problem
from avcareers.store.data_files import DATA_FILES, read_snapshot
from avcareers.store.problems import capped, capped_by_file
from avcareers.store.strays import strays
from avcareers.store.validation import load_with_places

from . import (
    changes,
    costs,
    earnings,
    names,
    pay,
    professions,
    recognition,
    regions,
    remarks,
    schools,
    sources,
    steps,
    tools,
    topics,
    ways,
    wording,
)
from .finding import Finding

Rule = Callable[[Content], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    names.other_names_are_lower_case,
    names.other_names_are_said_once,
    professions.summary_is_short,
    professions.tasks_are_short,
    professions.asked_tells_jobs_apart,
    professions.tasks_begin_with_a_verb,
    professions.sentences_end,
    professions.relations_leave_the_job,
    professions.hand_overs_belong_to_their_stage,
    professions.ladder_goes_up,
    steps.steps_elsewhere_are_supported,
    tools.tools_are_named_once,
    tools.activities_are_in_a_task,
    ways.entry_jobs_have_a_way,
    ways.reasons_are_needed,
    ways.diplomas_lead_to_the_same_jobs,
    ways.named_diplomas_lead_there,
    professions.codes_fit,
    professions.stages_are_peopled,
    schools.addresses_are_written_out,
    schools.campuses_stand_in_france,
    regions.places_stand_in_their_region,
    regions.counties_are_of_one_region,
    schools.schools_are_listed_once,
    schools.programmes_are_listed_once,
    schools.programmes_lead_somewhere,
    schools.preparatory_classes_lead_to_studies,
    schools.no_alternance_is_read_where_it_would_stand,
    schools.ages_are_dated,
    schools.registrations_name_their_certification,
    schools.successions_are_acyclic,
    costs.cost_rules_do_not_overlap,
    costs.public_schools_have_cost_rules,
    costs.figures_add_to_the_rules,
    costs.fees_are_of_a_year_their_page_knew,
    costs.a_part_is_no_price,
    costs.a_course_of_weeks_has_no_price_a_year,
    recognition.supervision_is_public,
    recognition.awards_have_their_recognition,
    recognition.national_entries_agree,
    pay.floors_agree_with_each_other,
    pay.grids_are_dated,
    pay.newest_grids_are_current,
    pay.series_are_looked_up,
    pay.current_floors_are_of_the_newest_text,
    pay.grids_have_their_table,
    pay.pay_functions_have_a_floor,
    pay.conditions_hold,
    earnings.earnings_are_not_minimums,
    earnings.earnings_are_stated_once,
    pay.work_minimums_are_dated,
    topics.topics_rest_on_an_official_source,
    topics.what_is_outside_says_where_to_look,
    topics.topics_are_dated,
    topics.statements_cite_a_listed_source,
    sources.sources_are_about_something,
    sources.pages_are_listed_once,
    sources.official_addresses_say_what_they_are,
    sources.notes_are_for_readers,
    sources.facts_cite_a_page_about_them,
    wording.forbidden_wording,
    remarks.brackets_add_something,
    remarks.coded_words_stay_in_code,
    remarks.notes_add_to_the_answer,
    wording.languages_differ,
    wording.sentence_of_its_own,
    changes.releases_follow_one_another,
    changes.changes_are_of_records,
)


class Check(NamedTuple):
    """What is wrong in data files."""

    problems: Annotated[tuple[Problem, ...], Rows]
    """What the models refuse; if they refuse nothing, what the rules find; then unread files."""
    records: Annotated[int, Unpublished]
    """Number of records; 0 when some are refused."""
    absent: Annotated[tuple[str, ...], Unpublished] = ()
    """Files that a catalogue may do without, and this one does."""


def check(folder: Path, is_ours: Callable[[str], bool] = lambda _: True) -> Check:
    """Return what is wrong in the data files of a folder, at most so many problems of each.

    `is_ours` tells whether a text is a command of the program.
    """
    try:
        snapshot = read_snapshot(folder)
        content, places = load_with_places(snapshot)
        lost = capped(changes.published_keys_stay(folder, content))
    except DataError as error:
        return Check((*error.problems, *_strays(folder)), 0)
    problems = (
        places.located(
            finding.kind,
            finding.slug,
            finding.field,
            f"{finding.must}, found {finding.found}: {finding.mend} [{finding.rule}]",
        )
        for finding in (*findings(content), *topics.commands_are_ours(content, is_ours))
    )
    found = (*capped_by_file(problems), *lost, *_strays(folder))
    absent = tuple(file.path for file in DATA_FILES if file.path not in snapshot.contents)
    return Check(found, sum(1 for _ in content.all_records()), absent)


def _strays(folder: Path) -> list[Problem]:
    try:
        return capped(strays(folder))
    except OSError:
        # Without a folder, each file that must be there is said to be missing.
        return []


def findings(content: Content) -> Iterator[Finding]:
    """Yield what every rule finds, rule by rule."""
    content = content.inherited()
    for rule in RULES:
        yield from rule(content)
