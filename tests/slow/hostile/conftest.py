"""What the tests of hostile data share is found by name."""

import sys
from pathlib import Path

# Tests are imported one by one, from no package.
HERE = Path(__file__).parent
sys.path += [str(HERE), str(HERE.parents[1] / "registers")]
