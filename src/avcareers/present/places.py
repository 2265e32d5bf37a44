"""What was understood of a place, when it was not typed as it is called."""

from avcareers.query.whereabouts import RegionMeant, Whereabouts
from avcareers.text.folding import fold
from avcareers.text.wording import Wording


def place_note(  # noqa: PLR0911 - a sentence for each way to name a place
    found: Whereabouts, typed: str, words: Wording
) -> str | None:
    """Return from where distances count, and why; nothing when the city was typed by its name."""
    city, asked, county = found.place.name, words.typed(typed), _unless_typed(found.named, typed)
    match found.by:
        case "county":
            return words(f"{asked} : département{county}, compté depuis {city}, sa préfecture.",
                         f"{asked}: département{county}, counted from {city}, its prefecture.")  # fmt: skip
        case "post-area":
            return words(
                f"{asked} : aucune commune connue pour ce code postal ; compté depuis {city}, "
                f"préfecture du département ({found.named}).",
                f"{asked}: no commune known for this post code; counted from {city}, prefecture of "
                f"the département ({found.named}).",
            )
        case "region" | "former":
            return words(f"{asked} : région, comptée depuis {city}.",
                         f"{asked}: a region, counted from {city}.")  # fmt: skip
        case "post-codes":
            return words(
                f"{asked} : code postal de plusieurs communes, compté depuis {city}, la plus peuplée.",
                f"{asked}: post code of several communes, counted from {city}, the largest.",
            )
    where = f"{city} ({found.place.department})"
    if found.others:
        other = f'--near "{found.others[0]}"'
        return words(
            f"Plusieurs communes s'appellent {city} : compté depuis {where}. Une autre : {other}.",
            f"Several communes are called {city}: counted from {where}. Another: {other}.",
        )
    if fold(typed) in {fold(city), fold(found.place.slug)}:
        return None
    return words(f"{asked} : compté depuis {where}.", f"{asked}: counted from {where}.")


def region_note(found: RegionMeant, typed: str, words: Wording) -> str | None:
    """Return what region was understood, and why; nothing when it was typed by its name."""
    asked, region = words.typed(typed), found.region
    county = _unless_typed(found.named, typed)
    match found.by:
        case "former":
            return words(
                f"{asked} est une partie de la région {region} : toute la région est donnée.",
                f"{asked} is a part of the region {region}: the whole region is given.",
            )
        case "county":
            return words(
                f"{asked} est un département{county} de la région {region} : toute la région "
                "est donnée.",
                f"{asked} is a département{county} of the region {region}: the whole region "
                "is given.",
            )
        case "city":
            return words(
                f"{asked} est une ville : toute sa région, {region}, est donnée ; autour de la ville "
                "seulement : --near.",
                f"{asked} is a city: its whole region, {region}, is given; around the city only: "
                "--near.",
            )
    if fold(typed) == fold(region):
        return None
    return words(f"{asked} : région {region}.", f"{asked}: region {region}.")


def overseas_note(regions: tuple[str, ...], typed: str, words: Wording) -> str:
    """Return which regions were understood, of a name for several."""
    return f"{words.typed(typed)}{words(' : ', ': ')}{words.list(regions)}."


def region_instead_note(region: str, typed: str, words: Wording) -> str:
    """Return what is said when a region was typed where a city is asked for."""
    asked = words.typed(typed)
    return words(
        f"{asked} est une région, pas une ville : toute la région est donnée, comme avec "
        f"--region {words.quoted(region)} ; autour d'une ville : --near VILLE.",
        f"{asked} is a region, not a city: the whole region is given, as with "
        f"--region {words.quoted(region)}; around a city: --near CITY.",
    )


def _unless_typed(name: str, typed: str) -> str:
    """Return a name in brackets, unless it is what was typed."""
    return "" if fold(name) == fold(typed) else f" ({name})"
