"""Names of degrees, found in the names of courses."""

import re

STATE_NAMES = re.compile(r"\b(master|licence)s?\b", re.IGNORECASE)
"""Names of degrees that only the State confers (topic `visa-et-grade`)."""
COMMERCIAL_NAMES = re.compile(r"\b(mastères?|bachelors?|MBA)\b", re.IGNORECASE)
"""Names anyone may sell a course under."""
