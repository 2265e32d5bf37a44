"""What an export says of its licence: what may be reused, how to name it, what the sources ask."""

from functools import cached_property

from avcareers import __version__
from avcareers.store.flat.made import everything
from avcareers.store.flat.records import Records
from avcareers.store.flat.relation import relations
from avcareers.store.flat.tables import TABLES
from avcareers.text.wording import Wording

NOTICE = "NOTICE.txt"
OPEN = "Licence Ouverte / Open Licence 2.0 (Etalab)"
OPEN_URL = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
SHARED, SHARED_URL = "ODbL 1.0", "https://opendatacommons.org/licenses/odbl/1-0/"
CREDITED, CREDITED_URL = "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"
CREDITED_TABLE = "places"
"""The coordinates of cities are GeoNames'."""
DATA = {"name": "etalab-2.0", "title": OPEN, "path": OPEN_URL}
OF_CITIES = {
    "name": "CC-BY-4.0",
    "title": f"{CREDITED} (coordinates: GeoNames)",
    "path": CREDITED_URL,
}
OF_FACTS = {"name": "ODbL-1.0", "title": f"{SHARED} (facts whose source is Onisep's)",
            "path": SHARED_URL}  # fmt: skip


class Licences:
    """What may be done with the data of a catalogue, and with what was read in whose pages."""

    def __init__(self, records: Records) -> None:
        """Read from the records of a catalogue."""
        self._records = records
        self._sources = tuple(records.of("source"))
        released = [*records.of("release")]
        self.version = released[-1].slug.replace("-", ".") if released else __version__
        """Version of the data: that of the last release, else the program's."""
        self._day = released[-1].day if released else None

    @cached_property
    def shared(self) -> dict[str, int]:
        """Return how many rows of each table rest on a source under the ODbL: theirs, or one of their record."""
        keys = {each.slug for each in self._sources if each.licence == SHARED}
        sql = "SELECT DISTINCT kind, source FROM citation"
        kinds = {kind for kind, source in self._records.rows(sql) if source in keys}
        found: dict[str, int] = {}
        for declared, table in zip(TABLES, relations(), strict=True):
            places = [i for i, column in enumerate(table.columns) if column.refers == "source"]
            if not places or declared.kind not in kinds:
                continue
            rows = table.rows(self._records)
            if touched := sum(any(row[i] in keys for i in places) for row in rows):
                found[table.name] = touched
        for name, _, record in everything(self._records) if kinds else ():
            if keys.intersection(getattr(record, "sources", ())):
                found[name] = found.get(name, 0) + 1
        return found

    def of_package(self) -> list[dict[str, str]]:
        """Return every licence of an export, as a Data Package has them."""
        return [DATA, OF_CITIES, *([OF_FACTS] if self.shared else [])]

    def of_table(self, name: str) -> list[dict[str, str]]:
        """Return the licences of a table that has more than that of the data; else none."""
        more = [OF_CITIES] * (name == CREDITED_TABLE) + [OF_FACTS] * (name in self.shared)
        return [DATA, *more] if more else []

    def attribution(self, words: Wording) -> str:
        """Return the line that whoever reuses the data is to print."""
        cities = words("coordonnées des villes : GeoNames", "coordinates of cities: GeoNames")
        version = self.version
        if self._day:
            version += words(f" du {words.day(self._day)}", f" of {words.day(self._day)}")
        return words(f"avcareers, données {version}, Licence Ouverte 2.0 ; {cities}, {CREDITED}.",
                     f"avcareers, data {version}, Open Licence 2.0; {cities}, {CREDITED}.")  # fmt: skip

    def notice(self) -> str:
        """Return the whole notice, in French then in English."""
        return "\n".join(self._said(Wording(language)) for language in ("fr", "en"))

    def _said(self, words: Wording) -> str:
        counted: dict[str, int] = {}
        for each in self._sources:
            under = each.licence or words("licence non indiquée", "licence not stated")
            counted[under] = counted.get(under, 0) + 1
        many = ", ".join(f"{under} ({n})" for under, n in sorted(counted.items(), key=_most))
        tables = ", ".join(f"{name} ({n})" for name, n in self.shared.items())
        lines = [
            words(f"Les données d'avcareers sont sous {OPEN} :",
                  f"The data of avcareers are under the {OPEN}:"),
            OPEN_URL,
            words("Copiez-les, changez-les, publiez-les, même contre de l'argent, à condition d'écrire :",
                  "Copy, change and publish them, also for money, provided you write:"),
            f"    {self.attribution(words)}",
            words(f"Les coordonnées des villes (table {CREDITED_TABLE}) viennent de GeoNames, {CREDITED} :",
                  f"The coordinates of cities (table {CREDITED_TABLE}) come from GeoNames, {CREDITED}:"),
            CREDITED_URL,
            "",
            words(f"Chaque fait nomme sa source ; la table sources en dit la licence : {many}. D'une page "
                  "sans licence indiquée, seuls des faits et des chiffres sont repris, redits avec nos mots : "
                  "citez-la avec le fait.",
                  f"Each fact names its source; the table sources says its licence: {many}. Of a page that "
                  "states no licence only facts and figures are taken, told in our own words: cite it with "
                  "the fact."),
        ]  # fmt: skip
        if tables:
            lines += [
                words(f"Sous {SHARED} (Onisep), des faits isolés, dans ces tables (lignes) : {tables}. Qui en "
                      "extrairait une part substantielle pour en faire une base devrait la partager sous la "
                      f"même licence : {SHARED_URL}",
                      f"Under the {SHARED} (Onisep), single facts, in these tables (rows): {tables}. Whoever "
                      "extracts a substantial part of them into a database must share it alike: "
                      f"{SHARED_URL}"),
            ]  # fmt: skip
        return "".join(f"{each}\n" for each in lines)


def _most(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def about(licences: Licences) -> dict[str, str]:
    """Return what a database says of itself, name by name."""
    return {
        "version": licences.version, "licence": OPEN, "licence_url": OPEN_URL,
        "attribution_fr": licences.attribution(Wording("fr")),
        "attribution_en": licences.attribution(Wording("en")), "notice": licences.notice(),
    }  # fmt: skip
