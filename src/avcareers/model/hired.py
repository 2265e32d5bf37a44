"""How a job is hired in a sector. Records and stored views are read alike."""

from typing import Any

from .vocabulary import Sector


def on_usage(job: Any, sector: Sector) -> bool:
    """True if a sector hires for a job on CDD d'usage, and nothing read says otherwise.

    Of a sector that nothing is known of, the others tell. Fees of authors are no hiring.
    """
    known = [line for line in job.hiring if line.regime != "auteur"]
    lines = [line for line in known if line.sector == sector] or known
    contracts = {line.cdd_usage for line in lines}
    return True in contracts and False not in contracts
