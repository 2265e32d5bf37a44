"""A plan as the JSON values of model/outputs.py."""

from typing import Any

from avcareers.query.naming import Cards
from avcareers.query.plan.offers import Offer
from avcareers.query.plan.plan import Plan, PlanClosed, PlanRoute
from avcareers.query.plan.routes import Amount
from avcareers.store.view import plain

Json = dict[str, Any]


def plan(found: Plan, cited: Cards) -> Json:
    """Give the routes to a target, and the closed ones."""
    request = found.request
    return {
        "target": {"kind": found.kind, "slug": found.target},
        "from": {"level": request.level, "job": request.job},
        "today": found.today,
        "routes": [_route(route, found) for route in found.routes],
        "routes_in_all": found.found,
        "instead": [_route(route, found) for route in found.instead],
        "without_school": plain(found.without_school),
        "closed": [_closed(closed) for closed in found.closed],
        "closed_in_all": found.closed_in_all,
        "sources": [plain(cited[slug]) for slug in sorted(cited)],
    }


def _route(route: PlanRoute, found: Plan) -> Json:
    measures = route.measures
    return {
        "school": bool(route.offers),
        "years": _whole(measures.years),
        "years_at_least": measures.years.known,
        "total_eur": _whole(measures.cost),
        "total_eur_at_least": measures.cost.known,
        "total_rests_on": [_fee(offer) for offer in route.offers],
        "kilometres": _whole(measures.distance) if found.request.near and route.offers else None,
        "unknowns": measures.unknowns,
        "steps": [
            *(_programme(offer) for offer in route.offers),
            *(_job(found.jobs[slug]) for slug in route.jobs if found.kind == "profession"),
        ],
        "alike": route.alike,
        "or": [offer.programme.slug for offer in route.also],
    }


def _whole(amount: Amount) -> float | None:
    return round(amount.known, 2) if amount.whole else None


def _programme(offer: Offer) -> Json:
    return {
        "kind": "programme",
        "school": offer.school.slug,
        "school_name": offer.school.name,
        "kilometres": None if offer.kilometres is None else round(offer.kilometres, 1),
        "fees_eur_per_year": offer.fees,
        "fees_origin": _origin(offer),
        "cities": list(offer.cities),
        "recognised": offer.recognised,
        "school_recognition": plain(offer.school.recognition),
        "missing": list(offer.missing),
        **plain(offer.programme),
    }


def _job(card: Any) -> Json:
    return {
        "kind": "job",
        "slug": card.slug,
        "title": plain(card.title),
        "level": card.level,
        "sources": list(card.sources),
    }


def _fee(offer: Offer) -> Json:
    return {
        "programme": offer.key,
        "years": offer.programme.years,
        "eur_per_year": offer.fees,
        "origin": _origin(offer),
    }


def _origin(offer: Offer) -> Json | None:
    origin = offer.fees_origin
    return origin and {"school_year": origin.year, "source": origin.source}


def _closed(closed: PlanClosed) -> Json:
    return {
        "reasons": [
            {"kind": reason.kind, "found": reason.found, "limit": reason.limit}
            for reason in closed.reasons
        ],
        "programme": _programme(closed.offer),
    }
