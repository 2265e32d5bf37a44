"""Every coded value has words for it, in both languages."""

import pytest

from avcareers.model import vocabulary
from avcareers.model.profession import DayToDay
from avcareers.present.labels import entry_level_label, label, values_asked
from avcareers.query.filters.declaration import entries
from avcareers.query.filters.schools import SchoolFilters
from avcareers.query.nearby import Near
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

SHOWN = {
    "level": vocabulary.Level,
    "phase": vocabulary.Phase,
    "answer": vocabulary.Answer,
    "rome-match": vocabulary.RomeMatch,
    "sector": vocabulary.Sector,
    "regime": vocabulary.Regime,
    "confidence": vocabulary.Confidence,
    "work": vocabulary.WorkKind,
    "school-kind": vocabulary.SchoolKind,
    "school-type": vocabulary.SchoolType,
    "authority": vocabulary.Authority,
    "authority-short": vocabulary.Authority,
    "recognition": vocabulary.RecognitionKind,
    "recognised-as": vocabulary.RecognisedAs,
    "award": vocabulary.Award,
    "activity": vocabulary.Activity,
    "alternance": vocabulary.AlternanceMode,
    "admission": vocabulary.Admission,
    "route": vocabulary.Route,
    "fees-scope": vocabulary.FeesScope,
    "counted-as": vocabulary.CountedAs,
    "pay-unit": vocabulary.PayUnit,
    "pay-method": vocabulary.PayMethod,
    "grid-status": vocabulary.GridStatus,
    "about": vocabulary.SourceAbout,
    "official-page": vocabulary.OfficialPage,
    "search-kind": vocabulary.SearchKind,
    "earning-unit": vocabulary.EarningUnit,
    "statistic": vocabulary.Statistic,
    "earning-scope": vocabulary.EarningScope,
    "kind": vocabulary.FollowedKind,
    "change": vocabulary.ChangeKind,
}
MEMBERS = [
    *((name, member) for name, listed in SHOWN.items() for member in vocabulary.values(listed)),
    *(("condition", name) for name in DayToDay.model_fields),
    *(("kind", kind) for kind in ("source", "place", "release")),
]  # fmt: skip


def test_no_closed_list_of_the_model_is_forgotten() -> None:
    lists = {
        name
        for name, value in vars(vocabulary).items()
        if name[0].isupper() and vocabulary.values(value) and name != "Literal"
    }
    shown = {name for name, value in vars(vocabulary).items() if value in SHOWN.values()}
    of_each = {
        "SchoolRecognitionKind",
        "DiplomaRecognitionKind",  # together, RecognitionKind
        "Context",  # lines of the checklist, which are shown
    }
    unsaid = {
        "EarningKind",  # it only decides where a figure stands
        "EntryLevel",  # numbers, whose names are those of the diploma levels
    }
    assert lists - of_each - unsaid == shown


@pytest.mark.parametrize(("name", "member"), MEMBERS)
def test_a_coded_value_has_words_in_both_languages(name: str, member: str) -> None:
    for language in ("fr", "en"):
        assert label(Wording(language), name, member).strip()  # type: ignore[arg-type]


@pytest.mark.parametrize("name", SHOWN)
def test_two_values_of_a_list_are_not_called_the_same(name: str) -> None:
    for language in ("fr", "en"):
        words = Wording(language)  # type: ignore[arg-type]
        said = [label(words, name, member) for member in vocabulary.values(SHOWN[name])]
        assert len(said) == len(set(said))


@pytest.mark.parametrize("level", vocabulary.ENTRY_LEVELS.values())
def test_an_entry_level_is_said_with_its_number(level: int) -> None:
    for language in ("fr", "en"):
        said = entry_level_label(Wording(language), level)  # type: ignore[arg-type]
        assert str(level) in said or level == 0
        assert "bac+" not in said


def test_an_unforeseen_level_is_still_said() -> None:
    assert entry_level_label(Wording("fr"), 1) == "niveau 1"
    assert entry_level_label(Wording("en"), 2) == "level 2"


@pytest.mark.parametrize(
    ("name", "asked", "said"),
    [
        ("levels", (5,), [("niveau 5 (bac+2)", "level 5 (bac+2)")]),
        ("entry_level", 0, [("sans diplôme", "no diploma")]),
        ("max_years", 2.5, [("2,5", "2.5")]),
        ("max_fees", 0, ["0"]),
        ("regions", ("Bretagne",), ["Bretagne"]),
        ("recognised_as", "school", [("école", "school")]),
    ],
)
def test_what_a_filter_means_names_what_was_asked_with_labels_or_without(
    words: Wording, name: str, asked: object, said: list[str | tuple[str, str]]
) -> None:
    found = list(values_asked(entries(SchoolFilters)[name], asked, words))
    assert found == [words(*each) if isinstance(each, tuple) else each for each in said]


def test_a_city_asked_for_is_named(catalogue: Catalogue, words: Wording) -> None:
    near = Near(catalogue.document("place", "brest"), 50)
    assert list(values_asked(entries(SchoolFilters)["near"], near, words)) == ["Brest"]
