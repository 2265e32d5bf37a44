"""The pages for those who keep the data."""

from avcareers.query.stale import StaleList
from avcareers.query.stats import Share, Stats
from avcareers.text.wording import Wording

from .labels import label
from .page import Column, Item, Line, Page, Row, Section, Span, line
from .tables import table_of

_FACTS = {
    "other_names": ("autres noms", "other names"),
    "rome": ("code ROME", "ROME code"),
    "pay_functions": ("fonctions des conventions", "functions in agreements"),
    "answers_to": ("répond à", "answers to"),
    "works_with": ("travaille avec", "works with"),
    "hands_over": ("remet", "hands over"),
    "confused_with": ("à ne pas confondre", "not to be confused"),
    "hiring": ("contrats", "contracts"),
    "skills": ("savoir-faire", "skills"),
    "tools": ("outils", "tools"),
    "activities": ("ce qu'il faut aimer faire", "what one must like to do"),
    "next_roles": ("suite", "next roles"),
    "variants": ("selon les œuvres", "by kind of work"),
    "changes": ("ce qui change", "what is changing"),
    "doubts": ("doutes", "doubts"),
    "campuses": ("ville", "city"),
    "located": ("site localisé", "site located"),
    "uai": ("UAI", "UAI"),
    "recognition": ("reconnaissance", "recognition"),
    "programmes": ("formations", "programmes"),
    "programme": ("une formation y prépare", "a programme prepares for it"),
    "programme_before": ("sinon, au poste d'avant", "else, for the job before it"),
    "no_programme": ("raison dite de n'en avoir aucune", "reason said for having none"),
    "current_floor": ("paie minimale à jour", "current minimum pay"),
    "alternance": ("alternance connue", "alternance known"),
    "alternance_likely": ("alternance probable, à part", "alternance likely, counted apart"),
    "cost": ("coût connu", "cost known"),
    "level": ("niveau", "level"),
    "certification": ("certification", "certification"),
    "entry_level": ("niveau d'entrée", "entry level"),
    "admission": ("admission", "admission"),
    "years": ("durée", "length"),
    "selectivity": ("sélectivité", "selectivity"),
    "about": ("dit pour quoi elle a été lue", "says what it was read for"),
    "leads_to": ("métiers préparés", "jobs prepared"),
}


def stats_page(found: Stats, words: Wording) -> Page:
    """Present how complete the catalogue is."""
    low, mean, high = found.sources_per_job
    records = ", ".join(
        f"{label(words, 'kind', kind)} {words.number(count)}"
        for kind, count in found.records.items()
    )
    per_job = words(f"par métier : de {low} à {high}, {words.number(round(mean, 1))} en moyenne",
                    f"per job: {low} to {high}, {words.number(round(mean, 1))} on average")  # fmt: skip
    return Page(
        title=line(Span(words("Le catalogue en chiffres", "The catalogue in figures"), "strong")),
        sections=(
            Section("records", words("Fiches", "Records"), (Item(line(records)),)),
            Section("jobs", words("Métiers", "Jobs"), _shares(found.jobs, words)),
            Section("conditions", words("Au quotidien, connu", "Day to day, known"), tuple(
                Item(_share(share, label(words, "condition", share.what)))
                for share in found.conditions)),
            Section("schools", words("Écoles", "Schools"), _shares(found.schools, words)),
            Section("programmes", words("Formations", "Programmes"),
                    _shares(found.programmes, words)),
            Section("sources", words("Sources", "Sources"),
                    (*_shares(found.sources, words), Item(line(per_job)))),
        ),
    )  # fmt: skip


def _shares(shares: tuple[Share, ...], words: Wording) -> tuple[Item, ...]:
    return tuple(Item(_share(share, words(*_FACTS[share.what]))) for share in shares)


def _share(share: Share, name: str) -> Line:
    percent = round(100 * share.having / share.of) if share.of else 0
    filled = round(percent / 5)
    return line(
        Span("█" * filled, "accent"), Span("░" * (20 - filled), "muted"),
        f" {share.having}/{share.of} ", Span(name, "muted"),
    )  # fmt: skip


_REASONS = {
    "reviewed": ("relue il y a longtemps", "reviewed long ago"),
    "read_on": ("lue il y a longtemps", "read long ago"),
    "looked_up": ("texte plus récent cherché il y a longtemps", "newer text last sought long ago"),
    "expired": ("terminée, sans successeur connu", "ended, no successor known"),
    "expires": ("se termine bientôt", "ends soon"),
    "alternance": ("alternance à relire : titre terminé", "alternance to read again: title ended"),
}


def stale_page(found: StaleList, words: Wording) -> Page:
    """Present what should be read again."""
    columns = (
        Column("day", words("Jour", "Day"), 10, ratio=0),
        Column("kind", words("Fiche", "Record"), 13, ratio=0, rank=1),
        Column("slug", words("Clé", "Key"), 16, ratio=3),
        Column("reason", words("Pourquoi", "Why"), 16, ratio=2),
    )
    return Page(
        title=line(Span(words("À relire", "To read again"), "strong"), f" – {len(found.records)}"),
        table=table_of(words, columns, tuple(
            Row((line(item.day), line(label(words, "kind", item.kind)),
                 line(Span(item.slug, "accent")), line(words(*_REASONS[item.reason]))))
            for item in found.records
        )),
        empty=words("Rien à relire.", "Nothing to read again."),
    )  # fmt: skip
