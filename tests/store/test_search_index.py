"""What the search tables hold of each record."""

from collections.abc import Callable
from types import ModuleType

from avcareers.store.catalogue import Catalogue
from avcareers.text.rising import unpacked
from avcareers.text.stemming import name_key

Compile = Callable[..., Catalogue]


def test_what_can_be_found_is_numbered_by_kind_and_key(compiled: Compile) -> None:
    found = list(compiled().rows("SELECT number, kind, slug FROM search_title ORDER BY number"))
    assert [number for number, *_ in found] == list(range(len(found)))
    assert [key for _, *key in found] == sorted(key for _, *key in found)


def test_each_stem_says_who_says_it_and_how_much(compiled: Compile) -> None:
    catalogue = compiled()
    ((size,),) = catalogue.rows("SELECT COUNT(*) FROM search_title")
    stems = list(catalogue.rows("SELECT numbers, weights FROM search_stem"))
    assert stems
    for packed, weights in stems:
        numbers = unpacked(packed)
        assert len(numbers) == len(weights) == len(set(numbers))
        assert set(numbers) <= set(range(size))
        assert 0 not in weights


def test_a_word_has_the_stem_of_its_language(small: ModuleType, compiled: Compile) -> None:
    summary = {"fr": "Elle coud des courses.", "en": "She sews INSAS courses."}
    catalogue = compiled(small.changed("professions", 0, "summary", to=summary))
    said = set(catalogue.rows("SELECT language, stem FROM search_stem"))
    for stem in ("sew", "cours"):
        assert ("en", stem) in said
    assert ("fr", "sew") not in said
    # An acronym is no plural.
    assert said.isdisjoint({("en", "insa"), ("fr", "insa")})


def test_a_name_that_two_programmes_bear_is_the_name_of_none(
    small: ModuleType, compiled: Compile
) -> None:
    def bearers(title: str, catalogue: Catalogue) -> list[str]:
        sql = """
            SELECT slug FROM search_name JOIN search_title USING (number)
            WHERE kind = 'programme' AND key = ?
        """
        return [slug for (slug,) in catalogue.rows(sql, (name_key(title),))]

    programmes = small.records()["schools"][0]["programmes"]
    title = programmes[0]["title"]
    assert len(bearers(title, compiled())) == 1
    twice = [*programmes, {**programmes[0], "slug": "twin"}]
    assert bearers(title, compiled(small.changed("schools", 0, "programmes", to=twice))) == []
