"""The closed lists of the model: what a coded value may be.

Only the standard library is imported here, so that the command line can offer these values
without loading the validator.
"""

from typing import Literal, get_args

EARLIEST_YEAR, LATEST_YEAR = 1895, 2100
"""No fact of this field is dated before the first film, nor past the end of the century."""

Level = Literal["entry", "confirmed", "head"]
"""Place of a job inside its own department; not a pay level."""

Phase = Literal["conception", "realisation", "diffusion"]
"""The three moments of the production chain."""

Answer = Literal["yes", "sometimes", "no"]
"""A frank answer of the day-to-day checklist; an absent one is unknown."""

RomeMatch = Literal["exact", "near", "family", "generic"]
"""How a ROME code fits a job: it names it; it names one near it; it holds its family, which names it
nowhere; or it names a trade of every sector."""

Context = Literal[
    "daytime",
    "nights",
    "weekends",
    "holidays",
    "irregular_hours",
    "seasonality",
    "travel",
    "outdoors",
    "height",
    "physical_load",
    "telework",
    "working_alone",
]
"""Working conditions that the ROME may attach to a code, named as the lines of the checklist."""

Sector = Literal[
    "cinema", "audiovisuel", "animation", "prestation", "tele", "radio", "distribution", "salle"
]
"""Employer sectors, each with its collective agreement."""

AGREEMENTS_OF: dict[Sector, frozenset[str]] = {
    "cinema": frozenset({"3097"}), "audiovisuel": frozenset({"2642"}), "animation": frozenset({"2412"}),
    "prestation": frozenset({"2717", "3252"}), "tele": frozenset({"3241", "1480"}), "radio": frozenset({"1922", "1480"}),
    "distribution": frozenset({"716", "892"}), "salle": frozenset({"1307"}),
}  # fmt: skip
"""Numbers of the agreements of a sector; that of journalists is of several."""

Regime = Literal["annexe8", "annexe10", "general", "auteur", "journaliste"]
"""Social regime a job comes under; an absent one is unknown."""

Confidence = Literal["high", "medium", "low"]
"""How well a row of researched facts is supported."""

Activity = Literal[
    "draw",
    "picture",
    "listen",
    "write",
    "research",
    "build",
    "dress",
    "repair",
    "program",
    "organise",
    "negotiate",
    "count",
    "lead",
    "care",
    "perform",
]
"""What people like to do, in the words of whoever chooses a job; no interest test is behind it.

Working outdoors, alone or at night is no activity: the frank checklist has it, with a source.
"""

WorkKind = Literal[
    "fiction-cinema",
    "fiction-tv",
    "documentaire",
    "flux-plateau",
    "info",
    "animation",
    "pub",
    "radio",
    "salle",
    "web",
]
"""Kinds of work a job is done on."""

SchoolKind = Literal["public", "private", "association", "consular"]
"""Who owns a school."""

SchoolType = Literal["lycee", "universite", "ecole-nationale", "cfa", "greta"]
"""What a school is in the official registers, where that decides what is paid there."""

Authority = Literal["culture", "mesr", "education", "agriculture", "rncp", "travail", "branche"]
"""Who issues a recognition: a ministry, the national register, or a professional body."""

SchoolRecognitionKind = Literal[
    "tutelle", "contrat", "profession", "accreditation", "qualiopi", "soutien"
]
"""What can be recognised of a school. A ministry answers for it by the first two alone."""

DiplomaRecognitionKind = Literal[
    "diplome-national", "grade-licence", "grade-master", "visa", "rncp"
]
"""What can be recognised of a diploma. A ministry answers for it by all but the last."""

RecognitionKind = Literal[SchoolRecognitionKind, DiplomaRecognitionKind]
"""What exactly is recognised; the words of `explain reconnu`."""

RecognisedAs = Literal["school", "diploma"]
"""What a ministry may answer for: two questions, never one answer for both."""

Award = Literal["national", "visa", "grade", "rncp", "cqp", "school", "unsettled", "preparatory"]
"""Legal nature of the award a programme leads to; `unsettled` when the register has a title that may be
it and no page read links the two; `preparatory` leads to none, but to other studies."""

AlternanceMode = Literal["none", "likely", "partial", "full", "unknown"]
"""How much of a programme can be done in alternance; `unknown` when the evidence settles nothing."""

Admission = Literal["parcoursup", "monmaster", "concours", "dossier", "entretien", "open"]
"""How one gets in."""

FeesScope = Literal["year", "registration", "some-years", "some-students", "session"]
"""What an amount read pays for: a year, teaching included; or a part, which is never a price."""

Route = Literal["scolaire", "apprentissage"]
"""Under which status a programme is followed."""

CountedAs = Literal["applicants", "confirmed-wishes"]
"""What a number of candidates counts: the two must not be compared."""

PayUnit = Literal["hour", "day", "week", "month", "fee"]
"""Unit of a minimum."""

PayMethod = Literal["published", "computed"]
"""Whether a minimum was read, or computed from a published increase."""

GridStatus = Literal["extended", "not-extended", "unknown"]
"""Whether a text on pay binds the whole branch, as far as the state read tells."""

OfficialPage = Literal["text", "agreement", "order", "dataset"]
"""What stands at an official address: the text itself, the agreement it is part of, the order that
extends it, or the data set of which a copy was read."""

SourceAbout = Literal[
    "fees",
    "recognition",
    "award",
    "course",
    "alternance",
    "selectivity",
    "admission",
    "place",
    "insertion",
    "tasks",
    "conditions",
    "status",
    "pay",
    "earnings",
    "ways_in",
    "outlook",
    "rule",
]
"""What a page was read for. `rule`: what it says of these is a general rule, and names no school."""

EarningKind = Literal["earned", "hours", "gap", "outlook"]
"""What a figure on earnings measures."""

EarningUnit = Literal["eur-year", "eur-month", "eur-film", "hours-year", "percent"]
"""Unit of such a figure; its measure says whether an amount is gross."""

Statistic = Literal["mean", "median", "share", "change", "largest-change", "gap"]
"""How a figure sums up a group; `largest-change` is published as “up to”."""

EarningScope = Literal["job", "department", "sector"]
"""How wide a group a figure on earnings is about, the narrowest first."""

EntryLevel = Literal[0, 3, 4, 5, 6, 7]
"""Levels of the French framework one may have to hold: none, then those below the doctorate."""

ENTRY_LEVELS: dict[str, int] = {
    "none": 0, "cap": 3, "bac": 4, "bac+2": 5, "bac+3": 6, "bac+5": 7,
}  # fmt: skip
"""Levels of the French framework one may enter with, by what they are called."""

SearchKind = Literal["job", "school", "programme", "topic", "stage"]
"""What a search may find."""


FollowedKind = Literal[
    "profession",
    "school",
    "topic",
    "stage",
    "department",
    "certification",
    "diploma",
    "agreement",
    "minimum-wage",
    "rule",
    "earning",
]
"""Kinds of record whose changes are kept from one release of the data to the next."""

ChangeKind = Literal[
    "world-changed",
    "caught-up",
    "corrected",
    "newly-known",
    "now-unknown",
    "added",
    "removed",
    "renamed",
    "read-again",
]
"""What a change of the data means. `world-changed`: a day after the release before says otherwise.
`caught-up`: a day later than ours, which the release before could have had. `corrected`: we had it
wrong. `read-again`: read again, and the same."""


def values(vocabulary: object) -> tuple[str, ...]:
    """Return the members of one of the closed lists above, in their written order."""
    return get_args(vocabulary)
