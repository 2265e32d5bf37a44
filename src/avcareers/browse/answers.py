"""What commands answer, for the panes: the same questions, the same pages."""

from typing import NamedTuple

from avcareers.present.page import Page
from avcareers.store.catalogue import Catalogue
from avcareers.text.wording import Wording

from .state import FOUND, Key, State

_KINDS = {"job": "profession", "programme": "school"}
"""The kind of record whose sheet is shown of what is found, where they differ."""


class Listed(NamedTuple):
    """A list: its page, and which record each of its rows is about."""

    page: Page
    keys: tuple[Key, ...]


class Answers(NamedTuple):
    """What is asked of the catalogue, on one day and in one language."""

    catalogue: Catalogue
    words: Wording
    today: str

    def listed(self, state: State) -> Listed:
        """Return what is listed."""
        if state.searched:
            return self._found(state.searched)
        if state.listing == "jobs":
            from avcareers.present.jobs import job_list_page
            from avcareers.query.jobs import list_jobs

            jobs = list_jobs(self.catalogue, state.jobs)
            keys = tuple(("profession", row.job.slug) for row in jobs.jobs)
            return Listed(job_list_page(jobs, self.words), keys)
        from avcareers.present.schools import school_list_page
        from avcareers.query.schools import list_schools

        schools = list_schools(self.catalogue, state.schools, self.today)
        keys = tuple(("school", row.school.slug) for row in schools.schools)
        return Listed(school_list_page(schools, self.words), keys)

    def _found(self, text: str) -> Listed:
        from avcareers.present.search import search_page
        from avcareers.query.search.ranking import search

        found = search(self.catalogue, text, limit=FOUND)
        keys = tuple(
            (_KINDS.get(hit.kind, hit.kind), hit.slug.partition("/")[0]) for hit in found.hits
        )
        return Listed(search_page(found, self.words), keys)

    def shown(self, state: State) -> Page | None:
        """Return what is shown of what is selected or marked; nothing of nothing."""
        if state.view == "compare":
            from avcareers.present.compare import comparison_page
            from avcareers.query.compare import compare

            found = compare(self.catalogue, state.compared, self.today)
            return comparison_page(found, self.words)
        if state.selected is None:
            return None
        return self._plan(state) if state.view == "plan" else self._sheet(*state.selected)

    def _plan(self, state: State) -> Page:
        from avcareers.present.plan.plan import plan_page
        from avcareers.query.plan.job_plan import plan_to_job
        from avcareers.query.plan.school_plan import plan_to_school

        kind, slug = state.selected or ("", "")
        plan = plan_to_job if kind == "profession" else plan_to_school
        return plan_page(plan(self.catalogue, slug, state.planned, self.today), self.words)

    def _sheet(self, kind: str, slug: str) -> Page:
        match kind:
            case "profession":
                from avcareers.present.job import job_sheet_page
                from avcareers.query.job import job_sheet

                job = job_sheet(self.catalogue, slug, self.today)
                return job_sheet_page(job, self.words, full=True)
            case "school":
                from avcareers.present.school import school_sheet_page
                from avcareers.query.school import school_sheet

                school = school_sheet(self.catalogue, slug, self.today)
                return school_sheet_page(school, self.words, full=True)
            case "stage":
                from avcareers.present.stages import stage_sheet_page
                from avcareers.query.stages import stage_sheet

                return stage_sheet_page(stage_sheet(self.catalogue, slug), self.words)
        from avcareers.present.topics import topic_sheet_page
        from avcareers.query.topics import topic_sheet

        return topic_sheet_page(
            topic_sheet(self.catalogue, slug, self.today), self.words, full=True
        )

    def addresses(self, key: Key) -> tuple[tuple[str, str], ...]:
        """Return the web addresses of a record: of each, what it is called and where it is."""
        from avcareers.query.sources import sources_of

        kind, slug = key
        site = self.catalogue.document(kind, slug).website if kind == "school" else None
        own = ((self.words("Site de l'école", "The school's web site"), site),) if site else ()
        cited = sources_of(self.catalogue, slug, self.today).sources
        return *own, *((f"{one.publisher} – {one.title}", one.url) for one in cited if one.url)
