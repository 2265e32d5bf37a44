"""A commune: the name, the post codes and the centre of one of the thirty-five thousand."""

from typing import NamedTuple


class Commune(NamedTuple):
    """A row of the list of communes: where one may ask from, beside the cities of `places.yaml`."""

    code: str
    """Official code, that of its département first."""
    name: str
    """Official name."""
    post_codes: str
    """Post codes, separated by spaces."""
    population: int
    """Inhabitants."""
    lat: float
    """Latitude of its centre, in degrees."""
    lon: float
    """Longitude of its centre, in degrees."""

    @property
    def county(self) -> str:
        """Return the code of its département."""
        return self.code[: 3 if self.code.startswith("97") else 2]
