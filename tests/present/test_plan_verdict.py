"""What a plan says first."""

from avcareers.present.page import text_of
from avcareers.present.plan.plan import plan_page
from avcareers.present.plan.programme import programme_name
from avcareers.query.nearby import Near
from avcareers.query.plan.job_plan import plan_to_job
from avcareers.query.plan.request import Request
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording


def told(catalogue: Catalogue, asked: Request, today: str, words: Wording) -> dict[str, list[str]]:
    """Return the lines of each section of the plan of a gaffer."""
    page = plan_page(plan_to_job(catalogue, "chef-electricien", asked, today), words)
    return {
        section.key: [text_of(item.line) for item in section.items] for section in page.sections
    }


def test_who_names_no_level_is_told_first_of_the_way_that_needs_none(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    said = told(real_catalogue, Request(), today, words)
    without, school, *_ = said["verdict"]
    assert without.startswith(words("Sans école : venir du métier", "Without a school: come from"))
    assert school.startswith(words("La plus courte connue : ", "Shortest known: "))
    assert words("gratuit, année non précisée", "free, year not stated") in school
    first, *_ = told(real_catalogue, Request(level=4), today, words)["verdict"]
    assert not first.startswith(words("Sans école", "Without a school"))


def test_the_way_without_a_school_holds_its_advice(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    said = told(real_catalogue, Request(), today, words)
    (alone,) = [lines for key, lines in said.items() if key.startswith("route-")
                and lines[0].startswith(words("sans école", "no school"))]  # fmt: skip
    assert any(words("loueur de lumière", "lighting rental house") in text for text in alone)


def test_what_is_paid_and_what_is_public_is_named_though_a_route_is_as_good(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    near = Near(real_catalogue.document("place", "roubaix"), 50.0)
    for job, asked, verdict, schools in (
        ("premier-assistant-son", Request(level=4, near=near), ("Payée", "Paid"),
         ["lycee-jean-rostand-roubaix", "escpm-lille"]),
        ("scripte", Request(level=5), ("En école publique", "At a public school"), ["la-femis"]),
    ):  # fmt: skip
        plan = plan_to_job(real_catalogue, job, asked, today)
        assert [step.school for step in plan.also][: len(schools)] == schools
        page = plan_page(plan, words)
        said = [text_of(item.line) for item in page.sections[0].items]
        assert any(text.startswith(words(*verdict)) for text in said)
        # Seven years of unknown cost are no match for two that cost nothing.
        assert all((route.years or 0) <= 3 for route in plan.routes)


def test_one_of_many_equal_courses_is_said_to_be_with_how_to_have_the_nearest(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    """The free public lycées are roads to the foley artist, whom Onisep says their BTS leads to."""
    plan = plan_to_job(real_catalogue, "bruiteur", Request(level=4, max_fees=0.0), today)
    best, *_ = (text_of(item.line) for item in plan_page(plan, words).sections[0].items)
    assert "BTS métiers de l'audiovisuel, option métiers du son – Lycée" in best
    assert words("14 autres l'égalent", "14 others are as good") in best
    assert "--near" in best


def test_no_course_named_open_asks_for_more_than_is_held(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    """One that does is named apart, after the diploma to gain first, and its years are counted from the start."""
    rennes, later = Near(real_catalogue.document("place", "rennes"), 50.0), 0
    for job, level in (("animateur-2d", 4), ("monteur", 4), ("scripte", 4), ("realisateur", 3)):
        plan = plan_to_job(real_catalogue, job, Request(level=level, near=rennes), today)
        page = plan_page(plan, words)
        said = {each.key: [text_of(item.line) for item in each.items] for each in page.sections}
        for step in plan.also:
            if (step.programme.record.entry_level or 0) > level:
                later += 1
                name = programme_name(step, words)
                assert text_of(name) not in said.get("also", ())
                assert text_of(name) in said["later"]
                assert all(words("d’abord", "first") in text for text in said["verdict"]
                           if text_of(name) in text)  # fmt: skip
    assert later


def test_the_years_before_a_master_are_counted_and_a_public_school_too_far_is_named(
    real_catalogue: Catalogue, today: str, words: Wording
) -> None:
    near = Near(real_catalogue.document("place", "rennes"), 50.0)
    plan = plan_to_job(real_catalogue, "animateur-2d", Request(level=4, near=near), today)
    verdict = plan_page(plan, words).sections[0].items
    said = " ".join(text_of(item.line) for item in verdict).replace("\N{NO-BREAK SPACE}", " ")
    assert words("2 ans de plus, 5 ans en tout", "2 years more, 5 years in all") in said
    assert plan.closed[0].programme.school_kind == "public"
