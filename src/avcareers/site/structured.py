"""What a page is about, in the words of schema.org: for who reads pages by program.

A minimum is no salary: nothing of pay is given, for schema.org has no word for it.
"""

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from avcareers.present.labels import label
from avcareers.present.naming import course_name, job_title
from avcareers.text.wording import Wording

if TYPE_CHECKING:
    from avcareers.model.source import Source
    from avcareers.query.job import JobSheet
    from avcareers.query.school import SchoolSheet
    from avcareers.query.topics import TopicSheet

_FRANCE = {"@type": "Country", "name": "France"}


def job_data(sheet: "JobSheet", words: Wording) -> str:
    """Return a job as an occupation."""
    job = sheet.job
    others = job.other_names.fr if words.language == "fr" else job.other_names.en
    occupation = {
        "@type": "Occupation",
        "name": job_title(job, words),
        "alternateName": list(others),
        "description": words.of(job.summary),
        "occupationLocation": _FRANCE,
        "responsibilities": [words.of(task) for task in job.tasks],
        "skills": [words.of(skill.skill) for skill in job.skills],
        "occupationalCategory": [f"ROME {code}" for code in job.rome],
    }
    return _page(occupation, job_title(job, words), job.reviewed, sheet.sources, words)


def school_data(sheet: "SchoolSheet", words: Wording) -> str:
    """Return a school as an organisation, with the courses it teaches."""
    school = sheet.school
    organisation = {
        "@type": "EducationalOrganization",
        "name": school.name,
        "legalName": school.legal_name,
        "alternateName": list(school.other_names),
        "url": school.website,
        "address": [
            {"@type": "PostalAddress", "addressLocality": campus.city.name,
             "addressRegion": campus.city.region, "addressCountry": "FR"}
            for campus in sheet.campuses
        ],
    }  # fmt: skip
    courses = [
        {"@type": "Course", "name": course_name(one.record, words), "description": one.record.title,
         "educationalCredentialAwarded": label(words, "award", one.record.award),
         "provider": {"@type": "EducationalOrganization", "name": school.name}}
        for one in sheet.programmes
    ]  # fmt: skip
    return _page([organisation, *courses], school.name, school.reviewed, sheet.sources, words)


def topic_data(sheet: "TopicSheet", words: Wording) -> str:
    """Return an answer as a term, and what is said of it."""
    topic = sheet.topic
    said = " ".join(words.of(statement.text) for statement in topic.answer)
    term = {"@type": "DefinedTerm", "name": words.of(topic.title), "description": said}
    return _page(term, words.of(topic.title), topic.reviewed, sheet.sources, words)


def _page(about: Any, name: str, reviewed: str, sources: "Iterable[Source]", words: Wording) -> str:
    """Return a page about something, with its sources; nothing in it ends the element it stands in."""
    page = {
        "@context": "https://schema.org",
        "@type": "WebPage",
        "name": name,
        "inLanguage": words.language,
        "lastReviewed": reviewed,
        "mainEntity": about,
        "citation": [
            {"@type": "CreativeWork", "name": source.title, "publisher": source.publisher,
             "url": source.url}
            for source in sources
        ],
    }  # fmt: skip
    text = json.dumps(_known(page), ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def _known(value: Any) -> Any:
    """Return a value without what is not known in it."""
    if isinstance(value, dict):
        return {name: _known(item) for name, item in value.items() if item not in (None, "", [])}
    return [_known(item) for item in value] if isinstance(value, list) else value
