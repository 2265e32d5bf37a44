"""Since when the minimums of a job are known."""

import json

from avcareers.store.catalogue import Catalogue


def known_since(catalogue: Catalogue, slug: str, agreement: str | None = None) -> str | None:
    """Return the day (ISO) of the oldest minimum known of a job, of one agreement or of any.

    Nothing when none is known.
    """
    functions = [
        (named.idcc, named.function)
        for named in catalogue.document("profession", slug).pay_functions
        if agreement in (None, named.idcc)
    ]
    sql = """
        SELECT min(valid_from) FROM pay_floor JOIN json_each(?) AS named
        ON idcc = json_extract(named.value, '$[0]') AND function = json_extract(named.value, '$[1]')
    """
    return next(catalogue.rows(sql, (json.dumps(functions),)))[0]  # type: ignore[no-any-return]
