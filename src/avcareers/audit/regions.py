"""Rules on cities, communes and regions."""

from collections.abc import Iterator

from avcareers.model.content import Content

from .finding import Finding


def places_stand_in_their_region(content: Content) -> Iterator[Finding]:
    """A city names a region of the list, and a département of that region."""
    regions: dict[str, str] = {}
    for region in content.regions:
        for county in region.departments:
            regions.setdefault(county.code, region.name)
    for place in content.places:
        right = regions.get(place.department)
        if place.region != right:
            yield Finding("place", place.slug, ("region",), "in-its-region",
                          f"must be the region of département {place.department} ({right})",
                          place.region, "correct the region or the département")  # fmt: skip


def counties_are_of_one_region(content: Content) -> Iterator[Finding]:
    """A département belongs to one region."""
    owners: dict[str, str] = {}
    for region in content.regions:
        for index, county in enumerate(region.departments):
            owner = owners.setdefault(county.code, region.slug)
            if owner != region.slug:
                yield Finding("region", region.slug, ("departments", index, "code"), "one-region",
                              "must be a département of one region", county.code,
                              f"remove it here or from {owner}")  # fmt: skip
